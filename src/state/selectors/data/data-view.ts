// The recipe as plain values to draw: each table with its rows, its size, how its columns are made,
// and its first rows. Pure; what the built database is, database-facts.ts says.
import type {
  ColumnReport,
  TablePreview,
  TableReport,
} from '../../../engine/model/database/recipe-report.ts';
import type { Table } from '../../../engine/model/database/schema.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import { maxRowsPerTable, type Playground, type Recipe } from '../../../engine/model/playground.ts';
import type { ColumnRecipe } from '../../../engine/model/recipe/column-generator.ts';
import type { Bytes } from '../../../engine/model/units.ts';
import { foldName } from '../../../lib/sql-name.ts';
import type { BuiltDatabase } from '../../runs-store.ts';
import { changedSince } from '../basis.ts';
import { columnRecipeOf } from './column-recipe-of.ts';
import { rowBytes } from './row-bytes.ts';
import { rowsOf } from './rows-of.ts';
import { type SizeEstimate, tableSizes } from './table-sizes.ts';

export interface DataPaneView {
  tables: TableRecipe[];
  seed: number;
  maxSeed: number;
  maxRows: number;
  /** Rows to generate, of all tables. */
  totalRows: number;
  /** Of all tables together; null while nothing is known of some. */
  totalSize: SizeEstimate | null;
  /** Columns whose values are made otherwise than inferred. */
  explicitCount: number;
  /** Problems of no table of the list. */
  problems: EngineError[];
  /** Every problem, of tables and columns too, in the order of the list. */
  allProblems: EngineError[];
}

export interface TableRecipe {
  name: string;
  rows: number;
  size: SizeEstimate | null;
  columns: ColumnView[];
  /** Null until the planner has answered. */
  preview: TablePreview | null;
  /** Problems of the table, and of columns that it does not have. */
  problems: EngineError[];
}

/** A column of the list: in words, and what its form needs. */
export interface ColumnView extends Omit<ColumnReport, 'settings' | 'nullShare'> {
  /** What is in force now: of the document, where it says so, before the planner has answered. */
  recipe: ColumnRecipe | null;
  problems: EngineError[];
}

/** True when both say the same; settings are plain data, so their text tells. */
export function isSameColumn(one: ColumnView, other: ColumnView): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The tables of the schema as far as it could be read, in its order. */
export function dataView(
  playground: Playground,
  inspection: InspectReport | null,
  database: BuiltDatabase | null = null,
): DataPaneView {
  const { recipe } = playground;
  const reports = new Map(inspection?.recipe.tables.map((report) => [report.table, report]));
  const problems = problemsByPlace([
    ...(inspection?.recipe.problems ?? []),
    ...failedPreviews(inspection?.recipe.tables ?? []),
  ]);
  const tables = (inspection?.schema.tables ?? []).map((table) =>
    tableRecipe(table, recipe, reports.get(table.name), problems),
  );
  const isSameSchema = database !== null && !changedSince(database.basis, playground).schema;
  const unplaced = [...problems.values()].flat();
  const sizes = tableSizes(tables, isSameSchema ? database.summary : null);
  return {
    tables: tables.map(({ rowBytes: _, ...table }, place) => ({
      ...table,
      size: sizes[place] ?? null,
    })),
    seed: recipe.seed,
    maxSeed: 0xffffffff,
    maxRows: maxRowsPerTable,
    totalRows: tables.reduce((sum, { rows }) => sum + rows, 0),
    totalSize: sumOf(sizes),
    explicitCount: tables.reduce(
      (sum, { columns }) => sum + columns.filter(({ isExplicit }) => isExplicit).length,
      0,
    ),
    problems: unplaced,
    allProblems: [
      ...unplaced,
      ...tables.flatMap(({ problems: own, columns }) => [
        ...own,
        ...columns.flatMap((column) => column.problems),
      ]),
    ],
  };
}

function tableRecipe(
  table: Table,
  recipe: Recipe,
  report: TableReport | undefined,
  problems: Map<string, EngineError[]>,
): Omit<TableRecipe, 'size'> & { rowBytes: Bytes | null } {
  const { name } = table;
  const rows = rowsOf(recipe, name);
  const columns = (report?.columns ?? []).map(({ settings, nullShare, ...column }) => {
    const explicit = columnRecipeOf(recipe, name, column.column);
    return {
      ...column,
      isExplicit: explicit !== null,
      recipe: explicit ?? (settings && { generator: settings, nullShare }),
      problems: taken(problems, (place) => place === foldName(`${name}.${column.column}`)),
    };
  });
  const preview = report?.preview ?? null;
  return {
    name,
    rows,
    columns,
    preview,
    problems: taken(problems, (place) => place.split('.')[0] === foldName(name)),
    rowBytes:
      preview?.status === 'made'
        ? rowBytes(table, preview.columns, preview.rows, rows, preview.cutBytes)
        : null,
  };
}

/** What only making the first rows brought to light; of the table where it names no place. */
function failedPreviews(reports: readonly TableReport[]): EngineError[] {
  return reports.flatMap(({ table, preview }) => {
    // Rows that are not shown for want of time say nothing against the recipe.
    if (preview.status !== 'failed' || preview.error.code === 'time-limit') return [];
    const { error } = preview;
    // That there was no time for the first rows says nothing against making them all.
    if (error.code === 'time-limit') return [];
    if (error.place?.name !== undefined) return [error];
    return [{ ...error, place: { source: 'recipe' as const, name: table } }];
  });
}

/** By the name of table or column that they are about, whatever its case. */
function problemsByPlace(problems: readonly EngineError[]): Map<string, EngineError[]> {
  const byPlace = new Map<string, EngineError[]>();
  for (const problem of problems) {
    const place = foldName(problem.place?.name ?? '');
    const found = byPlace.get(place) ?? [];
    if (found.some(({ message }) => message === problem.message)) continue;
    byPlace.set(place, [...found, problem]);
  }
  return byPlace;
}

/** Takes out the problems of a place: what is left belongs to none. */
function taken(
  problems: Map<string, EngineError[]>,
  isThere: (place: string) => boolean,
): EngineError[] {
  return [...problems].flatMap(([place, found]) => {
    if (!isThere(place)) return [];
    problems.delete(place);
    return found;
  });
}

function sumOf(sizes: readonly (SizeEstimate | null)[]): SizeEstimate | null {
  let bytes = 0;
  let basis: SizeEstimate['basis'] = 'measured';
  for (const size of sizes) {
    if (!size) return null;
    bytes += size.bytes;
    if (size.basis === 'guess') basis = 'guess';
  }
  return sizes.length === 0 ? null : { bytes, basis };
}
