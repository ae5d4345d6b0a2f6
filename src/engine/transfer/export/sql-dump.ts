// A database as a script that makes it again, as the sqlite3 shell's .dump writes it.

import { foldName } from '../../../lib/sql-name.ts';
import type { ExportedSetup, ExportProgress } from '../../model/transfer/export.ts';
import { quoteName } from '../../sql/quote-name.ts';
import { sqlLiteral, textLiteral } from '../../sql/sql-literal.ts';
import { isKeyword, meaningfulTokens, tokenize } from '../../sql/token.ts';
import type { Database } from '../../sqlite/driver.ts';
import { createPiece } from './piece.ts';
import { createRowProgress, type RowProgress } from './row-progress.ts';
import {
  countRows,
  createFollower,
  encodingOf,
  type StoredColumn,
  storedColumns,
  storedRows,
} from './row-reader.ts';
import { switchedOff } from './setup-database.ts';

interface SchemaObject {
  type: string;
  name: string;
  table: string;
  sql: string;
  isVirtual: boolean;
}

/** Rows of an INSERT, and the length of its text, above which the next one begins. */
const rowsPerInsert = 200;
const fullInsert = 64 * 1024;

/**
 * The script in pieces. Tables with their rows come first, then indexes, triggers and views, so that
 * triggers do not fire and indexes are built once. The statistics are made anew by ANALYZE. Not in
 * it: rowids of tables without an INTEGER PRIMARY KEY, and the PRAGMAs of the file.
 */
export function* sqlDump(
  database: Database,
  setup: ExportedSetup,
  report: (progress: ExportProgress) => void,
): Generator<string> {
  const off = new Set(switchedOff(database, setup).map(foldName));
  const objects = readObjects(database);
  const tables = objects.filter(({ type }) => type === 'table');
  const real = tables.filter(({ isVirtual }) => !isVirtual);
  const total = real.reduce((sum, { name }) => sum + countRows(database, name), 0);
  const progress = createRowProgress(total, report);

  yield 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n';
  const hasVirtual = real.length < tables.length;
  if (hasVirtual) yield virtualNote;
  for (const table of tables) {
    yield table.isVirtual ? virtualTableSql(table) : `${terminated(table.sql)}\n`;
    if (!table.isVirtual) yield* tableInserts(database, table.name, progress);
  }
  if (hasVirtual) yield 'PRAGMA writable_schema=RESET;\n';
  if (real.some(({ sql }) => isAutoincrement(sql))) yield* sequenceInserts(database);
  const later = objects.filter(({ type, name }) => type !== 'table' && !off.has(foldName(name)));
  const indexes = later.filter(({ type }) => type === 'index');
  // In order of creation: an INSTEAD OF trigger needs its view.
  const rest = later.filter(({ type }) => type !== 'index');
  for (const { sql } of [...indexes, ...rest]) yield `${terminated(sql)}\n`;
  if (setup.hasStatistics) yield 'ANALYZE;\n';
  yield 'COMMIT;\n';
}

function readObjects(database: Database): SchemaObject[] {
  return database
    .all(
      `SELECT type, name, tbl_name, sql, type = 'table' AND rootpage = 0 FROM main.sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`,
    )
    .map(([type, name, table, sql, isVirtual]) => ({
      type: String(type),
      name: String(name),
      table: String(table),
      sql: String(sql),
      isVirtual: isVirtual === 1,
    }));
}

const virtualNote = `-- Virtual tables are written into the schema as the sqlite3 shell does it, and their content is that
-- of the tables behind them. A build that loads this needs their modules.
PRAGMA writable_schema=ON;
`;

// Created in the ordinary way it would make the tables behind it, empty.
function virtualTableSql({ name, table, sql }: SchemaObject): string {
  const values = ['table', name, table].map((text) => sqlLiteral(text, false));
  return `INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES(${values.join(',')},0,${sqlLiteral(sql, false)});\n`;
}

function* tableInserts(
  database: Database,
  table: string,
  progress: RowProgress,
): Generator<string> {
  const columns = storedColumns(database, table).filter(({ isGenerated }) => !isGenerated);
  const names = columns.map(({ name }) => name);
  const isReal = createRealReader(database, table, columns);
  const bytes = createByteReader(database, table, names);
  const head = `INSERT INTO ${quoteName(table)}(${names.map(quoteName).join(',')}) VALUES\n`;
  const piece = createPiece();
  let rowsOfInsert = 0;
  let insertLength = 0;
  let rowNumber = 0;
  try {
    for (const row of storedRows(database, table, names)) {
      let text = rowsOfInsert === 0 ? `${head}(` : ',\n(';
      for (let column = 0; column < names.length; column++) {
        if (column > 0) text += ',';
        const value = row[column] ?? null;
        text +=
          typeof value === 'string'
            ? textLiteral(value, () => bytes.at(rowNumber, column))
            : sqlLiteral(value, typeof value === 'number' && isReal.at(rowNumber, column));
      }
      piece.add(`${text})`);
      rowsOfInsert++;
      rowNumber++;
      insertLength += text.length;
      progress.next();
      if (rowsOfInsert < rowsPerInsert && insertLength < fullInsert) continue;
      piece.add(';\n');
      rowsOfInsert = 0;
      insertLength = 0;
      if (piece.isFull()) yield piece.take();
    }
    if (rowsOfInsert > 0) piece.add(';\n');
    yield piece.take();
  } finally {
    bytes.free();
    isReal.free();
  }
}

/** Something of a cell; row numbers must not fall from call to call. */
interface CellReader<Found> {
  at(rowNumber: number, column: number): Found;
  free(): void;
}

/** Texts as they are stored, for the few that cannot be decoded; null where they are not UTF-8. */
function createByteReader(
  database: Database,
  table: string,
  columns: readonly string[],
): CellReader<Uint8Array | null> {
  const isUtf8 = encodingOf(database) === 'UTF-8';
  const bytes = columns.map((column) => `CAST(${quoteName(column)} AS BLOB)`);
  const follower = createFollower(database, table, bytes);
  return {
    at(rowNumber, column) {
      const found = isUtf8 ? follower.at(rowNumber)[column] : null;
      return found instanceof Uint8Array ? found : null;
    },
    free: follower.free,
  };
}

/** Whether a number is stored as a real: a whole one does not show it. */
function createRealReader(
  database: Database,
  table: string,
  columns: readonly StoredColumn[],
): CellReader<boolean> {
  const kinds = columns.map(({ name }) => `typeof(${quoteName(name)}) = 'real'`);
  const follower = createFollower(database, table, kinds);
  return {
    at(rowNumber, column) {
      const affinity = columns[column]?.affinity;
      // Other columns turn what they are given into the kind that they hold.
      return affinity === 'blob' ? follower.at(rowNumber)[column] === 1 : affinity === 'real';
    },
    free: follower.free,
  };
}

/** What AUTOINCREMENT goes on from; SQLite makes the table with the first such table. */
function* sequenceInserts(database: Database): Generator<string> {
  yield 'DELETE FROM sqlite_sequence;\n';
  for (const [name, seq] of database.all('SELECT name, seq FROM main.sqlite_sequence')) {
    const values = [name ?? null, seq ?? null].map((value) => sqlLiteral(value, false));
    yield `INSERT INTO sqlite_sequence(name,seq) VALUES(${values.join(',')});\n`;
  }
}

function isAutoincrement(sql: string): boolean {
  return meaningfulTokens(sql).some((token) => isKeyword(sql, token, 'AUTOINCREMENT'));
}

/** The statement with its semicolon, also when its text ends in a comment. */
function terminated(sql: string): string {
  const last = tokenize(sql).at(-1);
  if (last?.kind !== 'comment') return `${sql};`;
  const comment = sql.slice(last.start);
  if (comment.startsWith('--')) return `${sql}\n;`;
  return comment.length > 3 && comment.endsWith('*/') ? `${sql};` : `${sql} */;`;
}
