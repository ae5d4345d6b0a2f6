// The exact null distribution of Wilcoxon's signed-rank statistic, and what follows from it:
// which Walsh averages bound an interval, and how many rounds an interval needs.

/** Coverage that all intervals of a query's comparison have together (Bonferroni). */
const errorShare = 0.05;

/** The coverage of each interval when `comparisons` of them are read together. */
export function intervalLevel(comparisons: number): number {
  return 1 - errorShare / Math.max(1, comparisons);
}

const cumulativeByCount = new Map<number, number[]>();

/**
 * P(T+ <= t) for t = 0 ... n(n+1)/2 without ties, by counting the subsets of {1 ... n} with
 * each sum (dynamic programming; exact in doubles up to n = 53, where there are 2^53 subsets, and
 * to at least nine digits beyond).
 */
export function signedRankCumulative(count: number): readonly number[] {
  const known = cumulativeByCount.get(count);
  if (known) return known;
  const largest = (count * (count + 1)) / 2;
  const subsets = new Array<number>(largest + 1).fill(0);
  subsets[0] = 1;
  for (let rank = 1; rank <= count; rank++) {
    for (let sum = largest; sum >= rank; sum--) {
      subsets[sum] = (subsets[sum] ?? 0) + (subsets[sum - rank] ?? 0);
    }
  }
  const total = 2 ** count;
  let running = 0;
  const cumulative = subsets.map((ways) => {
    running += ways;
    return running / total;
  });
  cumulativeByCount.set(count, cumulative);
  return cumulative;
}

/**
 * The greatest t with P(T+ <= t) <= tail; -1 when even t = 0 is too likely.
 * The published tables of the signed-rank test list this number (tail 0.025 for 5 % two-sided).
 */
export function signedRankCritical(count: number, tail: number): number {
  const cumulative = signedRankCumulative(count);
  let critical = -1;
  while ((cumulative[critical + 1] ?? 1) <= tail) critical++;
  return critical;
}

/** The fewest rounds for which an interval of the level 1 - 0.05 / comparisons exists. */
export function leastRounds(comparisons: number): number {
  const tail = (1 - intervalLevel(comparisons)) / 2;
  let count = 1;
  // The slack absorbs the rounding of 1 - (1 - x): 2^-n and the tail may be equal on paper.
  while (2 ** -count > tail * (1 + 1e-12)) count++;
  return count;
}
