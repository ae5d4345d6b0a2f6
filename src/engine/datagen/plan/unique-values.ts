// Values for UNIQUE and PRIMARY KEY: numbers are dealt out to rows, each once, and become values.
// Nothing generated is remembered; only rows that were there before are looked at.
import type { SqlValue } from '../../model/values.ts';
import { createPermutation } from '../draws/permutation.ts';
import type { Stream } from '../draws/random.ts';

/** 2^52: beyond it the products of sizes would not be exact. */
const mostKeys = 4503599627370496;

/** A column, or the columns of a foreign key, whose values move together. */
export interface KeyPart {
  columns: string[];
  description: string;
  size: number;
  isOrdered: boolean;
  /** The value of the n-th of `columns` for a number of [0, size). */
  at(number: number, column: number): SqlValue;
}

/** A number for each part and row, so that no two rows have the same numbers in all parts. */
export interface DealtKey {
  /** The number that part `part` of the key has in a row. */
  numberAt(row: number, part: number): number;
}

/**
 * Deals numbers to `rows` rows. `taken` are keys already in the table, columns in the order of the
 * parts. Null when there are not enough different keys.
 */
export function dealKey(
  parts: readonly KeyPart[],
  rows: number,
  taken: readonly SqlValue[][],
  stream: Stream,
): DealtKey | null {
  const size = Math.min(
    parts.reduce((product, part) => product * part.size, 1),
    mostKeys,
  );
  if (size < rows) return null;
  const isOrdered = parts.length === 1 && parts[0]?.isOrdered === true;
  const permutation = createPermutation(size, stream);
  const numbers = isOrdered ? (position: number) => position : permutation.at;
  const numberOf = (position: number, part: number) => {
    let rest = numbers(position);
    for (let before = 0; before < part; before++) {
      rest = Math.floor(rest / (parts[before]?.size ?? 1));
    }
    return rest % (parts[part]?.size ?? 1);
  };
  const positionOf = avoidTaken(parts, numberOf, rows, size, taken);
  return positionOf && { numberAt: (row, part) => numberOf(positionOf(row), part) };
}

// Rows whose key is taken get one of the positions after the last row.
function avoidTaken(
  parts: readonly KeyPart[],
  numberOf: (position: number, part: number) => number,
  rows: number,
  size: number,
  taken: readonly SqlValue[][],
): ((row: number) => number) | null {
  if (taken.length === 0) return (row) => row;
  const takenKeys = new Set(taken.map(keyText));
  const isTaken = (position: number) =>
    takenKeys.has(
      keyText(
        parts.flatMap((part, index) =>
          part.columns.map((_, column) => part.at(numberOf(position, index), column)),
        ),
      ),
    );
  const moved = new Map<number, number>();
  let spare = rows;
  for (let row = 0; row < rows; row++) {
    if (!isTaken(row)) continue;
    while (spare < size && isTaken(spare)) spare++;
    if (spare >= size) return null;
    moved.set(row, spare++);
  }
  return (row) => moved.get(row) ?? row;
}

/** Equal for keys that SQLite takes as equal: text compares with text only; 1 and 1.0 are the same number. */
export function keyText(values: readonly SqlValue[]): string {
  return values.map((value) => `${typeof value === 'string' ? 't' : 'n'}${value}`).join('\u0000');
}
