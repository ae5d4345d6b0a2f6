// Which shadow database a setup is planned in, and whether its plans can be relied on.

import { isSameName } from '../../../lib/sql-name.ts';
import type { StatisticsRow } from '../../model/database/database.ts';
import type { PlanRequest } from '../../model/plan/planning.ts';
import type { Index, Setup } from '../../model/playground.ts';
import type { ShadowRecipe } from './shadow-database.ts';

/** The recipe of the shadow database with the indexes and statistics that the setup has on. */
export function recipeOf(
  request: Pick<PlanRequest, 'schemaSql' | 'indexes' | 'statistics'>,
  setup: Setup,
): ShadowRecipe {
  const visible = new Set(setup.indexes);
  return {
    schemaSql: request.schemaSql,
    indexes: request.indexes.filter((index) => visible.has(index.name)),
    statistics: setup.hasStatistics ? request.statistics : null,
  };
}

/** An index made since the last ANALYZE has no row yet: SQLite plans it with default guesses. */
export function lacksStatistics({ indexes, statistics }: ShadowRecipe): boolean {
  if (!statistics) return false;
  return statistics.length === 0 || indexes.some((index) => !hasRow(statistics, index));
}

function hasRow(statistics: readonly StatisticsRow[], index: Index): boolean {
  return statistics.some((row) => row.idx !== null && isSameName(row.idx, index.name));
}
