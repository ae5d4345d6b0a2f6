// How many bytes a row takes as a record of SQLite's file format (section 2.1).
import { maxBytesPerUnit, writeUtf8 } from './utf8.ts';

type StoredValue = null | number | bigint | string | Uint8Array;

/** Header and values of a row in UTF-8, without the rowid and without the page's pointer to it. */
export function recordBytes(row: readonly StoredValue[]): number {
  const lengths = row.map(valueBytes);
  const header = row.reduce<number>((sum, value, at) => {
    const length = lengths[at] ?? 0;
    const isSized = typeof value === 'string' || value instanceof Uint8Array;
    return sum + (isSized ? varintLength(13 + 2 * length) : 1);
  }, 0);
  return lengths.reduce((sum, length) => sum + length, header + varintLength(header + 1));
}

function valueBytes(value: StoredValue): number {
  if (value === null) return 0;
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'string') {
    return writeUtf8(value, new Uint8Array(value.length * maxBytesPerUnit), 0);
  }
  if (!Number.isInteger(Number(value))) return 8;
  return integerBytes(Number(value));
}

function integerBytes(value: number): number {
  if (value === 0 || value === 1) return 0;
  const size = value < 0 ? -value - 1 : value;
  const limits: [number, number][] = [
    [0x7f, 1],
    [0x7fff, 2],
    [0x7fffff, 3],
    [0x7fffffff, 4],
    [0x7fffffffffff, 6],
  ];
  return limits.find(([limit]) => size <= limit)?.[1] ?? 8;
}

/** Bytes of a length or a rowid: seven bits a byte, nine bytes at most. */
export function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127 && length < 9; rest = Math.floor(rest / 128)) length++;
  return length;
}
