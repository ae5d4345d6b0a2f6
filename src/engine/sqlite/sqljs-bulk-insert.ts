// Many rows into one table, fast: ten rows a statement, the texts of a batch copied in one piece.
// Where the raw functions are missing or a row fails, sql.js binds row by row and says which one.
import type { Database as SqlJsDatabase, Statement as SqlJsStatement, SqlJsStatic } from 'sql.js';
import { maxBytesPerUnit, writeUtf8 } from '../../lib/utf8.ts';
import type { SqlValue } from '../model/values.ts';
import { quoteName } from '../sql/quote-name.ts';
import { type BulkInsert, type BulkRows, RowRejected } from './driver.ts';
import { type RawSqljs, rawFunctions, statementPointer } from './sqljs-raw.ts';

const batchRows = 500;
const rowsPerStatement = 10;
/** SQLITE_MAX_VARIABLE_NUMBER of the build. */
const maxVariables = 32766;
const sqliteDone = 101;

/**
 * Prepares the insertion. Ten rows a statement save a third of the time (measured, 1M rows of four
 * columns); with UNIQUE indexes one row a statement is faster, because SQLite then keeps no copy
 * of the index pages for undoing half a statement.
 */
export function createBulkInsert(
  sqlJs: SqlJsStatic,
  db: SqlJsDatabase,
  rows: BulkRows,
): BulkInsert {
  const { columns } = rows;
  const most = Math.max(1, Math.floor(maxVariables / Math.max(1, columns.length)));
  const group = rows.hasKeyIndex ? 1 : Math.min(rowsPerStatement, most);
  const one = db.prepare(insertSql(rows, 1));
  const raw = rawFunctions(sqlJs);
  const groupSql = insertSql(rows, group);
  const grouped = raw && columns.length > 0 ? db.prepare(groupSql) : null;
  const pointer = raw && grouped ? statementPointer(raw, grouped, groupSql) : null;
  const batch = raw && pointer !== null ? createBatch(raw, pointer, rows, group) : null;

  return {
    isFast: batch !== null,
    insert(firstRow, count) {
      let row = firstRow;
      const end = firstRow + count;
      while (batch && end - row >= group) {
        const taken = Math.min(batchRows, end - row);
        const inserted = batch.insert(row, taken - (taken % group));
        row += inserted;
        if (inserted === 0) break;
      }
      for (; row < end; row++) insertOne(one, rows, row);
    },
    free() {
      one.free();
      grouped?.free();
      batch?.free();
    },
  };
}

function insertSql({ table, columns }: BulkRows, rows: number): string {
  if (columns.length === 0) return `INSERT INTO main.${quoteName(table)} DEFAULT VALUES`;
  const values = `(${columns.map(() => '?').join(',')})`;
  const names = columns.map(quoteName).join(', ');
  return `INSERT INTO main.${quoteName(table)} (${names}) VALUES ${Array(rows).fill(values).join(',')}`;
}

function insertOne(statement: SqlJsStatement, rows: BulkRows, row: number): void {
  const values = rows.cells.map((cell) => cell(row));
  try {
    statement.run(values as Parameters<SqlJsStatement['run']>[0]);
  } catch (thrown) {
    // A trap of WebAssembly is no answer of SQLite.
    if (!(thrown instanceof Error) || thrown.name !== 'Error') throw thrown;
    throw new RowRejected(thrown.message, row, values);
  }
}

interface Batch {
  /** Inserts whole groups; how many rows until one was refused, which leaves its group out. */
  insert(firstRow: number, count: number): number;
  free(): void;
}

type CellKind = 0 | 1 | 2 | 3 | 4;
const isNull: CellKind = 0;
const isInteger: CellKind = 1;
const isReal: CellKind = 2;
const isText: CellKind = 3;
const isBlob: CellKind = 4;

/** The cells of up to 500 rows: numbers as they are, texts and blobs as spans of one byte array. */
function createBatch(raw: RawSqljs, statement: number, rows: BulkRows, group: number): Batch {
  const { cells } = rows;
  const width = cells.length;
  const kinds = new Uint8Array(batchRows * width);
  const numbers = new Float64Array(batchRows * width);
  const starts = new Int32Array(batchRows * width);
  const lengths = new Int32Array(batchRows * width);
  let bytes: Uint8Array = new Uint8Array(batchRows * width * 32);
  let used = 0;
  let memory = 0;
  let memoryBytes = 0;

  function reserve(more: number): void {
    if (used + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, used + more));
    larger.set(bytes.subarray(0, used));
    bytes = larger;
  }

  function keepText(at: number, text: string): void {
    reserve(text.length * maxBytesPerUnit);
    kinds[at] = isText;
    starts[at] = used;
    used = writeUtf8(text, bytes, used);
    lengths[at] = used - (starts[at] ?? 0);
  }

  function keep(at: number, value: SqlValue): void {
    if (typeof value === 'number') {
      kinds[at] = value === (value | 0) ? isInteger : isReal;
      numbers[at] = value;
    } else if (typeof value === 'string') {
      keepText(at, value);
    } else if (value === null) {
      kinds[at] = isNull;
    } else if (typeof value === 'bigint') {
      // As sql.js binds it: text, which the column's affinity turns into an integer.
      keepText(at, value.toString());
    } else {
      reserve(value.length);
      kinds[at] = isBlob;
      starts[at] = used;
      lengths[at] = value.length;
      bytes.set(value, used);
      used += value.length;
    }
  }

  function moveToMemory(): void {
    if (used + 1 > memoryBytes) {
      raw._free(memory);
      memoryBytes = Math.max(2 * used, 65536);
      memory = raw._malloc(memoryBytes);
      if (memory === 0) throw new Error('out of memory');
    }
    raw.writeArrayToMemory(bytes.subarray(0, used), memory);
  }

  function bind(position: number, at: number): void {
    const kind = kinds[at];
    if (kind === isInteger) raw._sqlite3_bind_int(statement, position, numbers[at] ?? 0);
    else if (kind === isReal) raw._sqlite3_bind_double(statement, position, numbers[at] ?? 0);
    else if (kind === isNull) raw._sqlite3_bind_text(statement, position, 0, 0, 0);
    else {
      const start = memory + (starts[at] ?? 0);
      const length = lengths[at] ?? 0;
      if (kind === isText) raw._sqlite3_bind_text(statement, position, start, length, 0);
      else raw._sqlite3_bind_blob(statement, position, start, length, 0);
    }
  }

  return {
    insert(firstRow, count) {
      used = 0;
      // Column by column: each inner loop calls one and the same function.
      for (let column = 0; column < width; column++) {
        const cell = cells[column];
        if (!cell) continue;
        for (let row = 0; row < count; row++) keep(row * width + column, cell(firstRow + row));
      }
      moveToMemory();
      for (let row = 0; row < count; row += group) {
        const first = row * width;
        for (let cell = 0; cell < group * width; cell++) bind(cell + 1, first + cell);
        const result = raw._sqlite3_step(statement);
        raw._sqlite3_reset(statement);
        if (result !== sqliteDone) return row;
      }
      return count;
    },
    free() {
      raw._free(memory);
      memory = 0;
      memoryBytes = 0;
    },
  };
}
