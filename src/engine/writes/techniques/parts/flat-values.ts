// Values of several rows in a row, as one statement binds them.
import type { SqlValue } from '../../../model/values.ts';

/** Of the rows [from, to). Plain loops: slice and flat() take half as long again as all of the rest. */
export function flatValues(
  rows: readonly (readonly SqlValue[])[],
  from: number,
  to: number,
): SqlValue[] {
  const values: SqlValue[] = [];
  for (let at = from; at < to; at++) {
    for (const value of rows[at] ?? []) values.push(value);
  }
  return values;
}
