// Many rows into one table, fast: ten rows a statement, the texts of a batch copied in one piece.
// Where the raw functions are missing or a row fails for good, rows go one by one (row-insert.ts).
import type { Database as SqlJsDatabase, Statement as SqlJsStatement, SqlJsStatic } from 'sql.js';
import { maxBytesPerUnit, writeUtf8 } from '../../lib/utf8.ts';
import type { SqlValue } from '../model/values.ts';
import { maxVariables } from '../sql/variable-limit.ts';
import type { BulkInsert, BulkRows, Statement } from './driver.ts';
import { bulkInsertSql, insertRow } from './row-insert.ts';
import { databasePointer, type RawSqljs, rawFunctions, statementPointer } from './sqljs-raw.ts';

const batchRows = 500;
const rowsPerStatement = 10;
const sqliteDone = 101;

/**
 * Prepares the insertion. Ten rows a statement save a third of the time (measured, 1M rows of four
 * columns); with UNIQUE indexes one row a statement is faster, because SQLite then keeps no copy
 * of the index pages for undoing half a statement. From the first refused row on it is one row a
 * statement as well: a refused row takes its whole statement with it.
 */
export function createBulkInsert(
  sqlJs: SqlJsStatic,
  db: SqlJsDatabase,
  rows: BulkRows,
): BulkInsert {
  const width = rows.cells.length;
  const most = Math.max(1, Math.floor(maxVariables / Math.max(1, width)));
  const raw = rawFunctions(sqlJs);
  const database = databasePointer(db);
  const single = compile(db, raw, rows, 1);
  const many = Math.min(rowsPerStatement, most);
  const grouped = rows.hasKeyIndex || many === 1 ? null : compile(db, raw, rows, many);
  const batch =
    raw && database !== null && width > 0 && single.pointer !== null
      ? createBatch(raw, rows.cells)
      : null;
  let sender = grouped?.pointer ? grouped : single;

  /** Tries other values for the row in place `at`; the public functions tell in the end. */
  function mend(filled: Batch, row: number, at: number): void {
    let values: SqlValue[] | null = null;
    let attempt = 1;
    for (; raw && database !== null && rows.retry; attempt++) {
      const message = raw.UTF8ToString(raw._sqlite3_errmsg(database));
      const others = rows.retry(row, attempt, message);
      if (!others) break;
      values = others;
      filled.replace(at, others);
      if (filled.send(single.pointer ?? 0, 1, at, at + 1) === at + 1) return;
    }
    const statement = single.statement as unknown as Statement;
    insertRow(statement, rows, row, values ? { values, attempt } : undefined);
  }

  return {
    isFast: batch !== null,
    insert(firstRow, count) {
      const end = firstRow + count;
      let row = firstRow;
      while (batch && end - row >= sender.rows) {
        const taken = Math.min(batchRows, end - row);
        const whole = taken - (taken % sender.rows);
        batch.fill(row, whole);
        for (let at = 0; at < whole; ) {
          at = batch.send(sender.pointer ?? 0, sender.rows, at, whole);
          if (at === whole) break;
          if (sender === single) mend(batch, row + at, at++);
          sender = single;
        }
        row += whole;
      }
      const statement = single.statement as unknown as Statement;
      for (; row < end; row++) insertRow(statement, rows, row);
    },
    free() {
      single.statement.free();
      grouped?.statement.free();
      batch?.free();
    },
  };
}

interface Compiled {
  statement: SqlJsStatement;
  pointer: number | null;
  rows: number;
}

function compile(db: SqlJsDatabase, raw: RawSqljs | null, rows: BulkRows, count: number): Compiled {
  const sql = bulkInsertSql(rows, count);
  const statement = db.prepare(sql);
  return { statement, pointer: raw && statementPointer(raw, statement, sql), rows: count };
}

interface Batch {
  /** Makes the cells of so many rows. */
  fill(firstRow: number, count: number): void;
  /**
   * Inserts the rows in the places [from, to), so many a statement. The place after the last one
   * inserted: less than `to` when a statement was refused, which leaves all its rows out.
   */
  send(statement: number, group: number, from: number, to: number): number;
  /** Other values for the row in a place. */
  replace(place: number, values: readonly SqlValue[]): void;
  free(): void;
}

type CellKind = 0 | 1 | 2 | 3 | 4;
const isNull: CellKind = 0;
const isInteger: CellKind = 1;
const isReal: CellKind = 2;
const isText: CellKind = 3;
const isBlob: CellKind = 4;

/** The cells of up to 500 rows: numbers as they are, texts and blobs as spans of one byte array. */
function createBatch(raw: RawSqljs, cells: BulkRows['cells']): Batch {
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

  /** Copies the bytes from `from` on; all of them where they need more room. */
  function moveToMemory(from: number): void {
    let start = from;
    if (used + 1 > memoryBytes) {
      raw._free(memory);
      memoryBytes = Math.max(2 * used, 65536);
      memory = raw._malloc(memoryBytes);
      if (memory === 0) throw new Error('out of memory');
      start = 0;
    }
    raw.writeArrayToMemory(bytes.subarray(start, used), memory + start);
  }

  function bind(statement: number, position: number, at: number): void {
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
    fill(firstRow, count) {
      used = 0;
      // Column by column: each inner loop calls one and the same function.
      for (let column = 0; column < width; column++) {
        const cell = cells[column];
        if (!cell) continue;
        for (let row = 0; row < count; row++) keep(row * width + column, cell(firstRow + row));
      }
      moveToMemory(0);
    },
    send(statement, group, from, to) {
      for (let row = from; row < to; row += group) {
        const first = row * width;
        for (let cell = 0; cell < group * width; cell++) bind(statement, cell + 1, first + cell);
        const result = raw._sqlite3_step(statement);
        raw._sqlite3_reset(statement);
        if (result !== sqliteDone) return row;
      }
      return to;
    },
    replace(place, values) {
      const from = used;
      for (const [column, value] of values.entries()) keep(place * width + column, value);
      moveToMemory(from);
    },
    free() {
      raw._free(memory);
      memory = 0;
      memoryBytes = 0;
    },
  };
}
