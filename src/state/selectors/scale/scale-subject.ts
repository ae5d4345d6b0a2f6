// What a run of the Scale lab is about: read from the playground and the lab's fields.
// Pure; measuring stands in scale-commands, drawing in selectors/scale-view.
import type { DatabaseRequest } from '../../../engine/model/database/database.ts';
import type { Schema } from '../../../engine/model/database/schema.ts';
import { type Playground, type Query, setupLetter } from '../../../engine/model/playground.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import {
  type RangeParameter,
  rangeParametersOf,
} from '../../../engine/sql/parameters/range-parameters.ts';
import { textHash } from '../../../lib/hash/text-hash.ts';
import type { ScaleSettings, ScaleSubject } from '../../scale-store.ts';
import { cellBasis, databaseBasis } from '../basis.ts';
import type { ScaleCost } from './scale-estimate.ts';
import { rowSteps, shareSteps } from './scale-steps.ts';
import { type ScaleTable, scaledQuery, scaledRecipe, scaleTable } from './scaled-recipe.ts';

/** The fields with everything that follows the playground filled in. */
export interface ScaleChoice {
  query: Query;
  setups: ScaleSubject['setups'];
  table: ScaleTable;
  /** On the axis of shares. */
  range: RangeParameter | null;
  /** What could be the axis of shares. */
  ranges: RangeParameter[];
  largestRows: number;
  steps: number[];
  cost: ScaleCost;
}

/** Null when there is no query or nothing to generate. `selectedId` is the bench's query. */
export function scaleChoice(
  playground: Playground,
  settings: ScaleSettings,
  schema: Schema | null,
  selectedId: string | null,
): ScaleChoice | null {
  const { queries, recipe } = playground;
  // A file's data has one size.
  if (playground.imported) return null;
  const [found] = [settings.queryId, selectedId].flatMap((id) =>
    queries.filter((query) => query.id === id),
  );
  const query = found ?? queries[0];
  const table = query && scaleTable(recipe, query.sql);
  if (!query || !table) return null;
  const ranges = schema ? rangeParametersOf(query.sql, schema) : [];
  const { axis } = settings;
  const range =
    axis.kind === 'share' ? (ranges.find(({ name }) => name === axis.parameter) ?? null) : null;
  const largestRows = Math.min(settings.largestRows ?? table.rows, table.maxRows);
  const all = playground.setups.map((setup, position) => ({
    ...setup,
    letter: setupLetter(position),
  }));
  const wanted = all.filter(({ id }) => !settings.leftOutIds.includes(id));
  // The only one that was measured may have been removed from the bench.
  const setups = wanted.length > 0 ? wanted : all;
  return {
    query: withParameters(query),
    setups,
    table,
    range,
    ranges,
    largestRows,
    steps: range ? shareSteps(largestRows) : rowSteps(largestRows),
    cost: {
      totalRows: Object.values(recipe.rows).reduce((sum, rows) => sum + rows, 0),
      rows: table.rows,
      indexCount: new Set(setups.flatMap(({ indexes }) => indexes)).size,
      budgetMs: settings.budgetMs,
      isOfShares: range !== null,
      largestRows,
    },
  };
}

export function scaleSubject(
  playground: Playground,
  settings: ScaleSettings,
  { query, setups, table, range, largestRows }: ScaleChoice,
): ScaleSubject {
  return {
    queryId: query.id,
    queryName: query.name,
    setups,
    axis: range ? settings.axis : { kind: 'rows' },
    table: table.name,
    range,
    rows: range && largestRows,
    budgetMs: settings.budgetMs,
    basis: scaleBasis(playground, query, setups),
  };
}

/** Whether what was measured is still what the playground says; names and letters do not matter. */
export function scaleBasis(
  playground: Playground,
  query: Query,
  setups: readonly ScaleSubject['setups'][number][],
): string {
  const database = databaseBasis(playground);
  return textHash(
    JSON.stringify(setups.map((setup) => cellBasis(database, playground, query, setup))),
  );
}

/** The database with so many rows in the axis' table, and the query as it is asked there. */
export function scaledParts(
  playground: Playground,
  { query, setups, table }: Pick<ScaleChoice, 'query' | 'setups' | 'table'>,
  rows: number,
): { request: DatabaseRequest; query: Query } {
  const recipe = scaledRecipe(playground.recipe, table.name, rows);
  const used = new Set(setups.flatMap(({ indexes }) => indexes));
  return {
    request: {
      schemaSql: playground.schemaSql,
      recipe,
      // What no setup switches on would only be built and hidden.
      indexes: playground.indexes.filter(({ name }) => used.has(name)),
      needsStatistics: setups.some(({ hasStatistics }) => hasStatistics),
    },
    query: scaledQuery(query, playground.recipe, recipe),
  };
}
