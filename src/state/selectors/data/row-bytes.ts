// Bytes that rows take in SQLite's file format, reckoned from a few of them.
// https://www.sqlite.org/fileformat2.html: a cell is its length, its rowid, and a record.
import type { Table } from '../../../engine/model/database/schema.ts';
import type { Bytes } from '../../../engine/model/units.ts';
import type { SqlValue } from '../../../engine/model/values.ts';

/** Pages are seldom quite full: what is left at their ends, and the pages of pointers. */
const fillFactor = 0.96;
/** The cell's place in the page's directory. */
const pointerBytes = 2;
const encoder = new TextEncoder();

/**
 * Average bytes of a row of the table itself, without its indexes; null without rows. A row id of a
 * preview is small, so `rows` says how large they will be.
 */
export function rowBytes(
  { columns, isWithoutRowid }: Pick<Table, 'columns' | 'isWithoutRowid'>,
  names: readonly string[],
  sample: readonly (readonly SqlValue[])[],
  rows: number,
): Bytes | null {
  if (sample.length === 0) return null;
  const rowidBytes = isWithoutRowid ? 0 : varintBytes(rows);
  const isRowid = names.map(
    (name) => !!columns.find((column) => column.name === name)?.isRowidAlias,
  );
  let total = 0;
  for (const row of sample) {
    const values = row.map((value, place) => (isRowid[place] ? null : value));
    const payload = recordBytes(values);
    total += payload + varintBytes(payload) + rowidBytes + pointerBytes;
  }
  return total / sample.length / fillFactor;
}

/** Header (its own length, then a serial type for each value) and the values. */
function recordBytes(values: readonly SqlValue[]): Bytes {
  let header = 1;
  let body = 0;
  for (const value of values) {
    const bytes = valueBytes(value);
    const isLong = typeof value === 'string' || value instanceof Uint8Array;
    header += isLong ? varintBytes(bytes * 2 + 13) : 1;
    body += bytes;
  }
  return header + body;
}

function valueBytes(value: SqlValue): Bytes {
  if (value === null) return 0;
  if (typeof value === 'string') return encoder.encode(value).length;
  if (value instanceof Uint8Array) return value.length;
  // The real number of a whole value is stored as the integer.
  const number = Number(value);
  if (!Number.isInteger(number)) return 8;
  const size = Math.abs(number);
  if (number === 0 || number === 1) return 0;
  if (size < 2 ** 7) return 1;
  if (size < 2 ** 15) return 2;
  if (size < 2 ** 23) return 3;
  if (size < 2 ** 31) return 4;
  return size < 2 ** 47 ? 6 : 8;
}

/** Seven bits a byte. */
function varintBytes(value: number): Bytes {
  let bytes = 1;
  for (let rest = Math.floor(value / 128); rest > 0 && bytes < 9; rest = Math.floor(rest / 128)) {
    bytes++;
  }
  return bytes;
}
