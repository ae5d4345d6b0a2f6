// The ratio of two paired series of times: Hodges-Lehmann estimate with an exact interval.
// Works on logarithms, so that "A against B" and "B against A" are mirror images.
import type { RatioInterval } from '../model/comparison/verdict.ts';
import { quantileOfSorted } from './distributions/quantiles.ts';
import { intervalLevel, leastRounds, signedRankCritical } from './distributions/signed-rank.ts';

/** All pairwise means (d_i + d_j) / 2 with i <= j, ascending: n(n+1)/2 of them. */
export function walshAverages(differences: readonly number[]): Float64Array {
  const averages = new Float64Array((differences.length * (differences.length + 1)) / 2);
  let filled = 0;
  for (const [index, first] of differences.entries()) {
    for (let other = index; other < differences.length; other++) {
      averages[filled++] = (first + (differences[other] ?? Number.NaN)) / 2;
    }
  }
  // Typed arrays sort by number, and several times faster than arrays.
  return averages.sort();
}

/**
 * The ratio of `times` to `baseline`, paired by position, in a family of `comparisons`.
 * Null below the least number of rounds for the level that such a family needs.
 */
export function pairedRatio(
  times: readonly number[],
  baseline: readonly number[],
  comparisons: number,
): RatioInterval | null {
  return ratioOfDifferences(logRatios(times, baseline), comparisons);
}

/**
 * The ratio whose logarithm lies in the middle of these independent differences of logarithms.
 * Estimate: median of the Walsh averages (Hodges and Lehmann 1963). Interval: the Walsh order
 * statistics at the exact signed-rank quantile, at least the level 1 - 0.05 / comparisons
 * (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3.3).
 * Null below the least number of differences for that level.
 */
export function ratioOfDifferences(
  differences: readonly number[],
  comparisons: number,
): RatioInterval | null {
  if (differences.length < leastRounds(comparisons)) return null;
  const averages = walshAverages(differences);
  const level = intervalLevel(comparisons);
  const outside = signedRankCritical(differences.length, ((1 - level) / 2) * (1 + 1e-12));
  const low = averages[outside];
  const high = averages[averages.length - 1 - outside];
  if (low === undefined || high === undefined) return null;
  return {
    estimate: Math.exp(quantileOfSorted(averages, 0.5)),
    low: Math.exp(low),
    high: Math.exp(high),
    level,
  };
}

/** ln(time / baseline) of each pair. Times are above zero. */
export function logRatios(times: readonly number[], baseline: readonly number[]): number[] {
  const ratios: number[] = [];
  for (const [index, time] of times.entries()) {
    const base = baseline[index];
    if (base !== undefined) ratios.push(Math.log(time / base));
  }
  return ratios;
}

/** The same comparison read the other way round: times of the baseline to those of the setup. */
export function inverseRatio(ratio: RatioInterval): RatioInterval {
  return {
    estimate: 1 / ratio.estimate,
    low: 1 / ratio.high,
    high: 1 / ratio.low,
    level: ratio.level,
  };
}

/** Half the interval's width on the log scale: 0.025 is about 2.5 %. */
export function halfWidth(ratio: RatioInterval): number {
  return Math.log(ratio.high / ratio.low) / 2;
}

/** How far the interval reaches from 1, on either side: 0.04 for 0.97 to 1.04. */
export function reachFromOne(ratio: RatioInterval): number {
  return Math.max(ratio.high, 1 / ratio.low) - 1;
}
