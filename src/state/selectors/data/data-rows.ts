// How many rows a playground's data has or will have, whichever way it comes.
import type { Playground } from '../../../engine/model/playground.ts';

/** Rows of all tables: of the file, or as many as the recipe asks for. */
export function dataRows({ imported, recipe }: Pick<Playground, 'imported' | 'recipe'>): number {
  const counts = imported ? imported.tables.map(({ rows }) => rows) : Object.values(recipe.rows);
  return counts.reduce((sum, rows) => sum + rows, 0);
}
