// An interval for a median that assumes nothing about the distribution but independence.
// Knows no pairs: ratios of paired times have their own interval, which is narrower.
import type { Interval } from '../../model/interval.ts';
import { sorted } from './quantiles.ts';

/**
 * The interval between the k-th least and the k-th largest value, k as large as a coverage of at
 * least `level` allows: the median lies below the k-th least with the probability that fewer than
 * k of n fair coins show heads (Conover, Practical Nonparametric Statistics, 3.2; the sign test
 * turned round). `level` of the result is the exact coverage. Null when even the whole range
 * covers less: below 6 values for 95 %, 8 for 99 %.
 */
export function medianInterval(values: readonly number[], level = 0.95): Interval | null {
  const ascending = sorted(values);
  const { rank, tail } = medianRank(ascending.length, level);
  const low = ascending[rank - 1];
  const high = ascending[ascending.length - rank];
  if (rank === 0 || low === undefined || high === undefined) return null;
  return { low, high, level: 1 - 2 * tail };
}

/**
 * The rank k of the bounds for `count` values, 0 when there is none, and the probability that
 * the median lies below the k-th least value. k - 1 is what tables of the sign test list.
 */
export function medianRank(count: number, level: number): { rank: number; tail: number } {
  // The slack absorbs the rounding of 1 - (1 - x): both sides may be equal on paper.
  const allowed = ((1 - level) / 2) * (1 + 1e-12);
  let rank = 0;
  let tail = 0;
  let ways = 2 ** -count;
  while (count > 0 && tail + ways <= allowed) {
    tail += ways;
    rank++;
    ways *= (count - rank + 1) / rank;
  }
  return { rank, tail };
}
