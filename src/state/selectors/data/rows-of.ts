// How many rows the recipe asks for, by a name that the user chose.
import type { Recipe } from '../../../engine/model/playground.ts';

/** Rows to generate for a table; 0 when the recipe does not name it. */
export function rowsOf({ rows }: Recipe, table: string): number {
  // A table may be called `constructor`: every object has one.
  return Object.hasOwn(rows, table) ? (rows[table] ?? 0) : 0;
}
