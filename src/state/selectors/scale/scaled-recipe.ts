// A playground's data at another size: every table in proportion, and parameters that follow a table.
// Pure; how many rows each step of the lab has stands in scale-steps.
import {
  maxRowsPerTable,
  type ParameterGenerator,
  type Query,
  type Recipe,
} from '../../../engine/model/playground.ts';
import { isName, nameOf } from '../../../engine/sql/quote-name.ts';
import { meaningfulTokens } from '../../../engine/sql/token.ts';
import { isSameName } from '../../../lib/sql-name.ts';
import { rowsOf } from '../data/rows-of.ts';

/** The table whose rows are the lab's axis, with its rows in the recipe. */
export interface ScaleTable {
  name: string;
  rows: number;
  /** The most rows it can have with every table in proportion and none over the limit. */
  maxRows: number;
}

/**
 * The largest generated table that the query names, else the largest of all: the other tables follow
 * it. Null when the recipe generates nothing.
 */
export function scaleTable({ rows }: Recipe, sql: string): ScaleTable | null {
  const tables = Object.entries(rows).filter(([, count]) => count > 0);
  const largestRows = Math.max(0, ...tables.map(([, count]) => count));
  const words = meaningfulTokens(sql).filter(isName);
  const named = tables.filter(([name]) =>
    words.some((token) => isSameName(nameOf(sql, token), name)),
  );
  const [first] = (named.length > 0 ? named : tables).sort(([, a], [, b]) => b - a);
  if (!first) return null;
  const [name, count] = first;
  return { name, rows: count, maxRows: Math.floor((maxRowsPerTable / largestRows) * count) };
}

/** The recipe with `rows` rows in this table and all others in proportion, at least 1 each. */
export function scaledRecipe(recipe: Recipe, table: string, rows: number): Recipe {
  const factor = rows / Math.max(1, rowsOf(recipe, table));
  const scaled = Object.entries(recipe.rows).map(([name, count]): [string, number] => {
    if (count === 0) return [name, 0];
    return [name, Math.min(maxRowsPerTable, Math.max(1, Math.round(count * factor)))];
  });
  return { ...recipe, rows: Object.fromEntries(scaled) };
}

/**
 * The query for a scaled recipe. A range of numbers that ends at the number of rows of a table is
 * one of its keys: it ends there at every size, or most draws would find nothing.
 */
export function scaledQuery(query: Query, recipe: Recipe, scaled: Recipe): Query {
  const parameters = query.parameters.map((parameter) => {
    const generator = scaledGenerator(parameter.generator, recipe, scaled);
    return generator === parameter.generator ? parameter : { ...parameter, generator };
  });
  return { ...query, parameters };
}

/** Names of the parameters that follow a table's rows, with the table. */
export function followingParameters(
  { parameters }: Query,
  recipe: Recipe,
): { name: string; table: string }[] {
  return parameters.flatMap(({ name, generator }) => {
    const table = followedTable(generator, recipe);
    return table === null ? [] : [{ name, table }];
  });
}

function scaledGenerator(
  generator: ParameterGenerator,
  recipe: Recipe,
  scaled: Recipe,
): ParameterGenerator {
  const table = followedTable(generator, recipe);
  if (table === null || (generator.kind !== 'uniform' && generator.kind !== 'zipf')) {
    return generator;
  }
  return { ...generator, max: Math.max(generator.min, rowsOf(scaled, table)) };
}

function followedTable(generator: ParameterGenerator, { rows }: Recipe): string | null {
  if (generator.kind !== 'uniform' && generator.kind !== 'zipf') return null;
  const { min, max } = generator;
  if (min < 0 || min > 1) return null;
  return Object.entries(rows).find(([, count]) => count > 1 && count === max)?.[0] ?? null;
}
