// Rows as a JSON text that json_each takes apart into the very values that binding gives.
// Blobs have no form in JSON: jobs that hold some are refused before.
import type { Affinity } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import { boundLiteral, isBoundAsInteger } from './bound-literal.ts';

/**
 * Rows that one text takes at most. Measured with 10,000 rows of four columns: 100 rows a text or
 * 10,000 make no difference to the time (27 ms), but many to the round trips.
 */
export const rowsPerJson = 10_000;

/**
 * What is joined or selected from. The schema is named for a table of the database that is called
 * json_each, which would hide the function; in temp there is none.
 */
export const jsonSource = 'temp.json_each(?)';

/** An array of arrays; a row of one value is that value. */
export function jsonText(
  rows: readonly (readonly SqlValue[])[],
  affinities: readonly Affinity[],
): string {
  const isFlat = affinities.length === 1;
  if (rows.every((row) => isPlain(row, affinities))) {
    return JSON.stringify(isFlat ? rows.map(([value]) => value) : rows);
  }
  const lines = rows.map((row) => {
    const values = row.map((value, column) => jsonValue(value, affinities[column] ?? 'blob'));
    return isFlat ? values.join() : `[${values.join()}]`;
  });
  return `[${lines.join()}]`;
}

/** Where the values of each row stand once json_each has taken the text apart. */
export function jsonTerms(width: number, value = 'value'): string[] {
  if (width === 1) return [value];
  return Array.from({ length: width }, (_, at) => `${value}->>${at}`);
}

/** Whether JSON.stringify writes all of the row as it must be. */
function isPlain(row: readonly SqlValue[], affinities: readonly Affinity[]): boolean {
  for (let column = 0; column < row.length; column++) {
    const value = row[column];
    if (typeof value === 'bigint') return false;
    if (typeof value !== 'number') continue;
    if (!Number.isFinite(value)) return false;
    // Whole digits are an integer for SQLite; only a column without type would keep it as one.
    const isWhole = Number.isInteger(value) && !isBoundAsInteger(value);
    if (isWhole && affinities[column] === 'blob') return false;
  }
  return true;
}

function jsonValue(value: SqlValue, affinity: Affinity): string {
  if (typeof value === 'number') return value === 0 ? '0' : boundLiteral(value, affinity);
  if (typeof value === 'bigint') return affinity === 'blob' ? `"${value}"` : String(value);
  return JSON.stringify(value);
}
