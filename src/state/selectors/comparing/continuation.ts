// Whether a query's measuring can go on from where it ended, and what that would take.
// Pure; going on is a command.

import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import { cellBasis, databaseBasis } from '../basis.ts';

export interface Continuation {
  /** Rounds that could resolve what is open; null when that is not known. */
  moreRounds: number | null;
  /** What they would take, at most the next budget. */
  expectedMs: Milliseconds;
}

/** True while everything the result was measured from is still so, in all of its setups. */
export function isFreshResult(playground: Playground, result: QueryResult): boolean {
  const query = playground.queries.find(({ id }) => id === result.queryId);
  if (!query || result.setups.length === 0) return false;
  const database = databaseBasis(playground);
  return result.setups.every((measured, position) => {
    const setup = playground.setups[position];
    return (
      setup?.id === measured.id &&
      result.bases[measured.id] === cellBasis(database, playground, query, setup)
    );
  });
}

/** What Continue would do; null when there is nothing to continue. */
export function continuationOf(
  playground: Playground,
  result: QueryResult | undefined,
  budgetMs: Milliseconds,
): Continuation | null {
  const standing = result?.rounds.at(-1)?.standing;
  if (!result || !standing || standing.rounds === 0 || result.status === 'measuring') return null;
  if (!isFreshResult(playground, result)) return null;
  const verdicts = Object.values(standing.verdicts);
  const isOpen = verdicts.some(
    ({ kind }) => kind === 'unresolved' || kind === 'too-noisy' || kind === 'too-few-runs',
  );
  if (!isOpen && result.status === 'done' && !standing.isShort) return null;
  const wanted = verdicts.flatMap((verdict) =>
    verdict.kind === 'unresolved' ? [verdict.moreRounds] : [],
  );
  const moreRounds = wanted.length === 0 ? null : Math.max(...wanted);
  const expectedMs = Math.min(
    budgetMs,
    (moreRounds ?? Number.POSITIVE_INFINITY) * standing.roundMs,
  );
  return { moreRounds, expectedMs };
}
