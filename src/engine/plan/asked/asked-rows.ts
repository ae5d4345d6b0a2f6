// Whether a statement asks for every row of a table anyway: then to read them all is no fault.
// Read from the text alone; what it does not show (inside a view) stays unknown.
import type { PlanSource } from '../../model/plan/plan-step.ts';
import type { QueryScope } from '../../sql/scopes/query-scope.ts';
import type { AskedText } from './asked-text.ts';
import { namingScopes } from './naming-scopes.ts';

/**
 * 'narrowed': a condition may leave rows out; 'all': nothing does; 'join-start': nothing but the
 * conditions of a join, which has to begin with some table; 'pairs': a join without any condition.
 */
export type AskedRows = 'narrowed' | 'all' | 'join-start' | 'pairs' | 'unknown';

/** `isOutermost`: the loop is the first of its nest. */
export function askedRows(
  source: PlanSource,
  { scopes, hasSharedColumns }: AskedText,
  isOutermost: boolean,
): AskedRows {
  const naming = namingScopes(source, scopes);
  const kinds = new Set(naming.map((scope) => askedIn(scope, isOutermost, hasSharedColumns)));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : kinds.size === 0 ? 'unknown' : 'narrowed';
}

function askedIn(
  { where, sources }: QueryScope,
  isOutermost: boolean,
  hasSharedColumns: boolean,
): AskedRows {
  if (where !== null) return 'narrowed';
  if (sources.length === 1) return 'all';
  if (isOutermost) return 'join-start';
  return hasSharedColumns || sources.some(({ on }) => on !== null) ? 'narrowed' : 'pairs';
}
