// Rows of a file come in: into a new table or one that is there, in one transaction, and the
// database is kept as an image. What fails leaves nothing.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { EngineFailure } from '../../../model/errors.ts';
import type {
  BadRowUnit,
  ImportProgress,
  RowsOptions,
  RowsTarget,
  TextEncoding,
} from '../../../model/transfer/import.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database, Driver } from '../../../sqlite/driver.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import { importLimits, refusals } from '../../refusals.ts';
import { countTables, type ImportedImage, toImportedImage } from '../database/imported-image.ts';
import { readImportedSchema } from '../database/imported-schema.ts';
import { closeQuietly, openForeign } from '../database/open-foreign.ts';
import { isShortOfMemory } from '../database/sqlite-answer.ts';
import type { Drivers } from '../database/virtual-tables.ts';
import { encodingWarnings } from '../encoding-warnings.ts';
import type { FileSource } from '../file-source.ts';
import { inEncoding } from '../read-text.ts';
import { type BadRows, createBadRows } from './bad-rows.ts';
import {
  createRowNotes,
  csvFileRows,
  jsonFileRows,
  noteWarnings,
  type RowNotes,
  type RowStretch,
} from './file-rows.ts';
import { beginningOf, type RowsFile } from './inspect-rows.ts';
import { readJsonColumns, rowUnit } from './json-rows.ts';
import { type LoadColumn, loadRows } from './load-rows.ts';

export interface RowsImport {
  source: FileSource;
  file: RowsFile;
  options: RowsOptions;
  target: RowsTarget;
  /** The database that gets the rows; null for an empty one. */
  base: Uint8Array | null;
}

/** Loading takes almost all of the time; the rest is counting and copying. */
const loadingShare = 0.95;

const oldStatistics =
  'The statistics of ANALYZE in this database were taken before these rows came in.';

/** Loads the rows. Throws an EngineFailure when none can be; then nothing stays open. */
export async function importRows(
  request: RowsImport,
  drivers: Drivers,
  report: (progress: ImportProgress) => void,
): Promise<ImportedImage> {
  const { source, file } = request;
  if (source.sizeBytes > importLimits.rows) {
    throw refusals.tooLarge('a file of rows', source.sizeBytes, importLimits.rows);
  }
  if (request.target.columns.length > importLimits.columns) {
    throw refusals.tooManyColumns(request.target.columns.length);
  }
  return inEncoding(file.encoding, (encoding) => load(request, encoding, drivers, report));
}

async function load(
  request: RowsImport,
  encoding: TextEncoding,
  drivers: Drivers,
  report: (progress: ImportProgress) => void,
): Promise<ImportedImage> {
  const { source, target, options } = request;
  report({ phase: 'reading', fraction: 0 });
  const { database, driver } = await openBase(request, drivers);
  const bad = createBadRows();
  const notes = createRowNotes();
  const unit = rowUnit(request.file.kind);
  try {
    database.run('PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; BEGIN');
    const columns = prepareTarget(database, target);
    const stretches = await stretchesOf(request, encoding, bad, notes);
    const { rowCount, warnings } = await loadRows(
      database,
      { table: target.table, columns, emptyIsNull: options.emptyIsNull && isCsv(request), unit },
      stretches,
      bad,
      (doneBytes, rowsDone) =>
        report({
          phase: 'loading',
          fraction: (doneBytes / source.sizeBytes) * loadingShare,
          rowsDone,
        }),
    );
    if (rowCount === 0) throw nothingTaken(bad, unit, options);
    commit(database);
    report({ phase: 'checking', fraction: loadingShare, rowsDone: rowCount });
    const schema = readImportedSchema(database);
    const tables = countTables(database, schema.tables);
    return toImportedImage({
      fileName: source.name,
      driver,
      schema,
      tables,
      bytes: database.export(),
      // Fields are checked before a batch is stored: reasons do not come in the order of lines.
      badRows: bad.list.toSorted((one, other) => one.line - other.line),
      badRowCount: bad.count,
      badRowUnit: unit,
      rowCount,
      warnings: [
        ...encodingWarnings(encoding),
        ...noteWarnings(notes),
        ...warnings,
        ...(schema.hasStatistics ? [oldStatistics] : []),
      ],
    });
  } finally {
    closeQuietly(database);
  }
}

function isCsv({ file }: RowsImport): boolean {
  return file.kind === 'csv';
}

async function openBase(
  { base, source }: RowsImport,
  drivers: Drivers,
): Promise<{ database: Database; driver: Driver }> {
  if (base) return openForeign(base, drivers);
  const driver = drivers.sqljs;
  return { database: driver.open(undefined, { reserveBytes: source.sizeBytes }), driver };
}

/** Creates the new table, or finds the one that is there; the columns that take fields. */
function prepareTarget(database: Database, { table, isNew, columns }: RowsTarget): LoadColumn[] {
  if (isNew) {
    const load = columns.map(
      (column, field): LoadColumn =>
        typeof column === 'object' && column !== null
          ? { field, ...column, takesEmptyText: column.type === 'TEXT' || column.type === 'BLOB' }
          : { field, name: column ?? `column_${field + 1}`, type: 'TEXT', takesEmptyText: true },
    );
    createTable(database, table, load);
    return load;
  }
  const found = readSchema(database).tables.find(({ name }) => isSameName(name, table));
  if (!found) {
    throw refusals.table(`There is no table "${table}" in the database.`, 'Choose another table.');
  }
  const load = columns.flatMap((column, field): LoadColumn[] => {
    const name = typeof column === 'object' && column !== null ? column.name : column;
    if (name === null) return [];
    const affinity = found.columns.find((each) => isSameName(each.name, name))?.affinity;
    return [
      { field, name, type: null, takesEmptyText: affinity === 'text' || affinity === 'blob' },
    ];
  });
  const unknown = load.find(
    ({ name }) => !found.columns.some((each) => isSameName(each.name, name) && !each.isGenerated),
  );
  if (unknown) {
    throw refusals.table(
      `The table ${table} has no column "${unknown.name}" that takes values.`,
      `It has the columns ${found.columns.map(({ name }) => name).join(', ')}.`,
    );
  }
  if (load.length === 0) {
    throw refusals.table('No column of the file goes into the table.', 'Choose at least one.');
  }
  return load;
}

function createTable(database: Database, table: string, columns: readonly LoadColumn[]): void {
  const lines = columns.map(({ name, type }) => `  ${quoteName(name)} ${type ?? 'TEXT'}`);
  try {
    if (table.trim() === '') throw new Error('the table has no name');
    database.run(`CREATE TABLE main.${quoteName(table)} (\n${lines.join(',\n')}\n)`);
  } catch (thrown) {
    if (!isSqliteError(thrown)) throw thrown;
    throw refusals.table(
      `The table "${table}" cannot be created: ${thrown.message}.`,
      'Choose another name for it, or for its columns.',
    );
  }
}

async function stretchesOf(
  { source, file, options, target }: RowsImport,
  encoding: TextEncoding,
  bad: BadRows,
  notes: RowNotes,
): Promise<AsyncIterable<RowStretch>> {
  const width = target.columns.length;
  if (file.kind === 'csv') {
    const beginning = (await beginningOf(source, encoding)).text;
    return csvFileRows(source, { encoding, options, width, beginning }, bad, notes);
  }
  const columns = await readJsonColumns(source, encoding, file.kind, options.hasHeader);
  if (columns.width !== width) {
    throw refusals.table(
      `The file has ${columns.width} columns, and ${width} were chosen.`,
      'Open the file again.',
    );
  }
  return jsonFileRows(source, encoding, file.kind, columns, bad);
}

function nothingTaken(bad: BadRows, unit: BadRowUnit, { hasHeader }: RowsOptions): EngineFailure {
  const [first] = bad.list;
  if (!first) return hasHeader ? refusals.onlyHeader() : refusals.noRows();
  return refusals.table(
    `None of the ${bad.count} rows could be taken. The first, in ${unit} ${first.line}: ${first.reason}`,
    'Check the delimiter and the columns that the fields go to.',
  );
}

// What only shows at the end: keys that are DEFERRED, a transaction that a trigger ended.
function commit(database: Database): void {
  try {
    database.run('COMMIT');
  } catch (thrown) {
    if (isShortOfMemory(thrown)) throw refusals.noMemory();
    if (!isSqliteError(thrown)) throw thrown;
    throw refusals.table(
      `The rows do not go together with the rest of the database: ${thrown.message}.`,
      'Rows refer to parents that are not there, or a trigger ended the transaction. Load the parents first.',
    );
  }
}
