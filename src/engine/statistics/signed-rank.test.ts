import { expect, test } from 'vitest';
import {
  intervalLevel,
  leastRounds,
  signedRankCritical,
  signedRankCumulative,
} from './signed-rank.ts';

test('critical values equal the published tables of the signed-rank test', () => {
  // Wilcoxon and Wilcox (1964), as reprinted in most textbooks; two-sided 5 % and 1 %.
  const twoSided5 = { 6: 0, 7: 2, 8: 3, 9: 5, 10: 8, 12: 13, 15: 25, 20: 52, 25: 89, 30: 137 };
  const twoSided1 = { 8: 0, 9: 1, 10: 3, 12: 7, 15: 15, 20: 37, 25: 68, 30: 109 };
  for (const [count, critical] of Object.entries(twoSided5)) {
    expect(signedRankCritical(Number(count), 0.025), `n ${count}`).toBe(critical);
  }
  for (const [count, critical] of Object.entries(twoSided1)) {
    expect(signedRankCritical(Number(count), 0.005), `n ${count}`).toBe(critical);
  }
});

test('the distribution is that of all sign patterns, counted one by one', () => {
  const count = 7;
  const sums = Array.from({ length: 2 ** count }, (_, pattern) => {
    let sum = 0;
    for (let rank = 1; rank <= count; rank++) if (pattern & (1 << (rank - 1))) sum += rank;
    return sum;
  });
  const cumulative = signedRankCumulative(count);
  for (const [t, probability] of cumulative.entries()) {
    expect(probability).toBe(sums.filter((sum) => sum <= t).length / sums.length);
  }
});

test('the distribution is symmetric and ends at 1 up to 50 rounds', () => {
  for (const count of [1, 12, 37, 50]) {
    const cumulative = signedRankCumulative(count);
    expect(cumulative.at(-1)).toBe(1);
    const largest = cumulative.length - 1;
    const middle = Math.floor(largest / 3);
    const above = 1 - (cumulative[largest - middle - 1] ?? 0);
    expect(cumulative[middle]).toBeCloseTo(above, 12);
  }
});

test('an interval needs 6 rounds for one comparison, 7 for 2-3, 8 for 4-6, 9 for 7-12', () => {
  const least = Array.from({ length: 12 }, (_, index) => leastRounds(index + 1));
  expect(least).toEqual([6, 7, 7, 8, 8, 8, 9, 9, 9, 9, 9, 9]);
  expect(leastRounds(0)).toBe(6);
  expect(intervalLevel(2)).toBe(0.975);
});
