// The recipe in words, for the Data tab: every column's generator, samples, and what cannot work.

import type { RecipeReport } from '../model/database/recipe-report.ts';
import type { Schema } from '../model/database/schema.ts';
import type { Recipe } from '../model/playground.ts';
import type { SqlValue } from '../model/values.ts';
import { type ExistingRows, unknownRows } from './plan/existing-rows.ts';
import { planSchema } from './plan/plan-schema.ts';

const sampleCount = 5;
const longestSample = 60;

/**
 * How each table's rows will be made, in the order of the schema. Tables without rows in the recipe
 * are described as well. Literal rows are left out of account unless `existing` tells of them; a
 * missing parent row is then no problem yet.
 */
export function describeRecipe(
  schema: Schema,
  recipe: Recipe,
  existing: ExistingRows = unknownRows,
): RecipeReport {
  const { tables, problems } = planSchema(schema, recipe, existing);
  const inOrder = tables.toSorted(
    (one, other) => schema.tables.indexOf(one.table) - schema.tables.indexOf(other.table),
  );
  return {
    tables: inOrder.map(({ table, columns }) => ({
      table: table.name,
      columns: columns.map(({ column, generator }) => ({
        column: column.name,
        generator: generator.name,
        description: generator.description,
        samples: Array.from({ length: sampleCount }, (_, row) => sampleText(generator.at(row))),
      })),
    })),
    problems,
  };
}

function sampleText(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) {
    const hex = Array.from(value.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0'));
    return `x'${hex.join('')}${value.length > 8 ? '...' : ''}'`;
  }
  const text = String(value);
  return text.length > longestSample ? `${text.slice(0, longestSample - 3)}...` : text;
}
