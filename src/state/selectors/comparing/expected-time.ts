// How long the rounds of slow queries will take, known from their first runs.
// Pure; whether to ask the user first is decided by whoever compares.
import type { FirstRun } from '../../../engine/model/comparison/comparison.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import { minRounds, shortRounds } from '../../../engine/statistics/stop-rule.ts';

/**
 * The time of a query's rounds when a round exceeds its share of the budget (the short mode: three
 * of them); null for one that stays within its budget. A round has the baseline twice.
 */
export function slowRoundsMs(
  firstRuns: readonly FirstRun[],
  budgetMs: Milliseconds,
): Milliseconds | null {
  const [baseline] = firstRuns;
  const roundMs = [...firstRuns, ...(baseline ? [baseline] : [])].reduce(
    (sum, run) => sum + (run.status === 'ran' && !run.difference ? run.firstRunMs : 0),
    0,
  );
  return roundMs > budgetMs / minRounds ? roundMs * shortRounds : null;
}
