// The recipe as plain values to draw: each table with its rows and how its columns are made.
// Pure; says also how the built database relates to the recipe.

import type { TableReport } from '../../../engine/model/database/recipe-report.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import { maxRowsPerTable, type Playground } from '../../../engine/model/playground.ts';
import { isSameName } from '../../../engine/sql/quote-name.ts';
import { rowsOf } from './rows-of.ts';

export interface DataView {
  tables: TableRecipe[];
  seed: number;
  maxSeed: number;
  maxRows: number;
  /** Rows to generate, of all tables. */
  totalRows: number;
  /** Problems of no table of the list. */
  problems: EngineError[];
}

export interface TableRecipe {
  name: string;
  rows: number;
  columns: TableReport['columns'];
  problems: EngineError[];
}

/** The tables of the schema as far as it could be read, in its order. */
export function dataView(
  { recipe }: Pick<Playground, 'recipe'>,
  inspection: InspectReport | null,
): DataView {
  const reports = inspection?.recipe.tables ?? [];
  const problems = inspection?.recipe.problems ?? [];
  const isOf = (table: string) => (problem: EngineError) =>
    isSameName((problem.place?.name ?? '').split('.')[0] ?? '', table);
  const tables = (inspection?.schema.tables ?? []).map(({ name }) => ({
    name,
    rows: rowsOf(recipe, name),
    columns: reports.find(({ table }) => table === name)?.columns ?? [],
    problems: problems.filter(isOf(name)),
  }));
  return {
    tables,
    seed: recipe.seed,
    maxSeed: 0xffffffff,
    maxRows: maxRowsPerTable,
    totalRows: tables.reduce((sum, { rows }) => sum + rows, 0),
    problems: problems.filter((problem) => !tables.some(({ name }) => isOf(name)(problem))),
  };
}
