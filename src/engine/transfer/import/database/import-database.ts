// A SQLite file comes in: looked at, or checked from end to end and kept as an image.
// The file's own bytes become the image; nothing of it is ever changed but its WAL mode.
import { EngineFailure } from '../../../model/errors.ts';
import type { DatabaseFileReport, ImportProgress } from '../../../model/transfer/import.ts';
import type { Fraction } from '../../../model/units.ts';
import { storageSizes } from '../../../pages/storage-sizes.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import { importLimits, refusals } from '../../refusals.ts';
import type { FileSource } from '../file-source.ts';
import { checkForeignKeys, checkPages } from './check-database.ts';
import { type DatabaseHeader, leaveWalMode, readDatabaseHeader } from './database-header.ts';
import { countTables, type ImportedImage, toImportedImage } from './imported-image.ts';
import { closeQuietly, openForeign } from './open-foreign.ts';
import { refusingDamage } from './sqlite-answer.ts';
import type { Drivers } from './virtual-tables.ts';

/** Where the phases of a check begin, about as long as they take. */
const share = { pages: 0.1, rows: 0.6, keys: 0.7, image: 0.95 };

/** The pages of smaller files are walked along for the rows of their tables: about 60 ms. */
const maxWalkedBytes = 33_554_432;

/** Reads the header, the schema and the rows as far as known; checks nothing else. Throws refusals. */
export async function inspectDatabase(
  source: FileSource,
  drivers: Drivers,
): Promise<DatabaseFileReport> {
  const { bytes, header } = await readWhole(source);
  const { database, schema, modules } = await openForeign(bytes, drivers);
  try {
    if (schema.tables.length === 0) throw refusals.noTables(header.isWal);
    const known = new Map([...knownRows(database), ...walkedRows(bytes)]);
    return {
      kind: 'database',
      sizeBytes: source.sizeBytes,
      tables: schema.tables.map((name) => ({
        name,
        columns: refusingDamage(() => columnsOf(database, name)),
        rows: known.get(name) ?? null,
      })),
      indexCount: schema.indexes.length,
      viewCount: schema.viewCount,
      triggerCount: schema.triggerCount,
      modules,
      warnings: [
        ...headerWarnings(header),
        ...(modules.length > 0
          ? [
              `It uses ${modules.join(' and ')}, which sql.js lacks: SQLite's official build opens it. Its times are its own and not to be compared with those of sql.js.`,
            ]
          : []),
      ],
    };
  } finally {
    closeQuietly(database);
  }
}

/** Checks the whole file. Throws refusals; then nothing stays open. */
export async function importDatabase(
  source: FileSource,
  drivers: Drivers,
  report: (progress: ImportProgress) => void,
): Promise<ImportedImage> {
  report({ phase: 'reading', fraction: 0 });
  const { bytes, header } = await readWhole(source);
  const checking = (fraction: Fraction) => report({ phase: 'checking', fraction });
  checking(0);
  const { database, driver, schema } = await openForeign(bytes, drivers);
  try {
    if (schema.tables.length === 0) throw refusals.noTables(header.isWal);
    checking(share.pages);
    const broken = checkPages(database);
    const within = (from: number, to: number) => (fraction: Fraction) =>
      checking(from + fraction * (to - from));
    const tables = countTables(database, schema.tables, within(share.rows, share.keys));
    const orphans = checkForeignKeys(database, schema.tables, within(share.keys, share.image));
    checking(share.image);
    const warnings = [...headerWarnings(header), ...broken, ...orphans];
    return toImportedImage({ fileName: source.name, driver, schema, tables, bytes, warnings });
  } finally {
    closeQuietly(database);
  }
}

async function readWhole(
  source: FileSource,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; header: DatabaseHeader }> {
  const { sizeBytes } = source;
  if (sizeBytes > importLimits.database) {
    throw refusals.tooLarge('a database', sizeBytes, importLimits.database);
  }
  // The header of a file that is cut tells so before the rest is read.
  const header = readDatabaseHeader(await source.read(0, 512), sizeBytes);
  const bytes = await source.read(0, sizeBytes);
  if (header.isWal) leaveWalMode(bytes);
  return { bytes, header };
}

function headerWarnings({ isWal, encoding }: DatabaseHeader): string[] {
  return [
    ...(isWal
      ? [
          'The database is in WAL mode: what stands only in a -wal file beside it is not included (PRAGMA wal_checkpoint moves it in).',
        ]
      : []),
    ...(encoding === 'utf-8'
      ? []
      : [`Its texts are in ${encoding.toUpperCase()}; SQLite converts them as they are read.`]),
  ];
}

/** Rows of the tables as ANALYZE left them; the first number of a statistic is the row count. */
function knownRows(database: Database): Map<string, number> {
  const rows = new Map<string, number>();
  try {
    for (const [table, stat] of database.all('SELECT tbl, stat FROM main.sqlite_stat1')) {
      const count = Number.parseInt(String(stat), 10);
      if (Number.isFinite(count)) rows.set(String(table), count);
    }
  } catch (thrown) {
    // There is none, or it is not one of ANALYZE: then the rows are not known.
    if (!isSqliteError(thrown)) throw thrown;
  }
  return rows;
}

/**
 * Rows of the tables of a small file by its pages. SQLite's count would take for ever in a damaged
 * file whose pages refer to one page many times; this is linear. Virtual tables have no pages.
 */
function walkedRows(bytes: Uint8Array): Map<string, number> {
  if (bytes.length > maxWalkedBytes) return new Map();
  try {
    const tables = storageSizes(bytes).filter(({ kind }) => kind === 'table');
    return new Map(tables.map(({ name, entries }) => [name, entries]));
  } catch (thrown) {
    // Damage is told by the check that comes before the rows are taken in.
    if (!(thrown instanceof EngineFailure)) throw thrown;
    return new Map();
  }
}

function columnsOf(database: Database, table: string): string[] {
  const statement = database.prepare(`SELECT * FROM main.${quoteName(table)} LIMIT 0`);
  try {
    return statement.columns;
  } finally {
    statement.free();
  }
}
