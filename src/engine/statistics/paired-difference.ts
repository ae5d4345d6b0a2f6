// The difference of two paired series of times, in milliseconds: Hodges-Lehmann with an interval.
// Ratios, which verdicts are made from, stand in paired-ratio.ts.

import type { TimeDifference } from '../model/interval.ts';
import type { Milliseconds } from '../model/units.ts';
import { quantileOfSorted } from './distributions/quantiles.ts';
import { intervalLevel, leastRounds, signedRankCritical } from './distributions/signed-rank.ts';
import { walshAverages } from './paired-ratio.ts';

/**
 * `times` less `baseline`, paired by position, in a family of `comparisons`: what something costs
 * more, where ratios would say how many times as much. Estimate: median of the Walsh averages.
 * Interval: their order statistics at the exact signed-rank quantile, at least the level
 * 1 - 0.05 / comparisons (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3.2-3.3).
 * Null below the least number of pairs for that level.
 */
export function pairedDifference(
  times: readonly Milliseconds[],
  baseline: readonly Milliseconds[],
  comparisons: number,
): TimeDifference | null {
  const differences = times.flatMap((time, index) => {
    const base = baseline[index];
    return base === undefined ? [] : [time - base];
  });
  if (differences.length < leastRounds(comparisons)) return null;
  const averages = walshAverages(differences);
  const level = intervalLevel(comparisons);
  const outside = signedRankCritical(differences.length, ((1 - level) / 2) * (1 + 1e-12));
  const low = averages[outside];
  const high = averages[averages.length - 1 - outside];
  if (low === undefined || high === undefined) return null;
  return { estimateMs: quantileOfSorted(averages, 0.5), low, high, level };
}
