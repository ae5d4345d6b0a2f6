// A column's own settings in a recipe, by names that the user chose.
import type { Recipe } from '../../../engine/model/playground.ts';
import type { ColumnRecipe } from '../../../engine/model/recipe/column-generator.ts';

/** Null when the column's values are made as inferred. */
export function columnRecipeOf(
  { columns }: Recipe,
  table: string,
  column: string,
): ColumnRecipe | null {
  // A table may be called `constructor`: every object has one.
  const ofTable = columns && Object.hasOwn(columns, table) ? columns[table] : undefined;
  return (ofTable && Object.hasOwn(ofTable, column) ? ofTable[column] : undefined) ?? null;
}
