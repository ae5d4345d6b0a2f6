import { expect, test } from 'vitest';
import {
  intervalLevel,
  leastRounds,
  signedRankCritical,
  signedRankCumulative,
} from './signed-rank.ts';

/** n, then the critical values at 5, 2.5, 1 and 0.5 % of one tail (10, 5, 2 and 1 % of two). */
const publishedTable = `
  5 0 - - - | 6 2 0 - - | 7 3 2 0 - | 8 5 3 1 0
  9 8 5 3 1 | 10 10 8 5 3 | 11 13 10 7 5 | 12 17 13 9 7
  13 21 17 12 9 | 14 25 21 15 12 | 15 30 25 19 15 | 16 35 29 23 19
  17 41 34 27 23 | 18 47 40 32 27 | 19 53 46 37 32 | 20 60 52 43 37
  21 67 58 49 42 | 22 75 65 55 48 | 23 83 73 62 54 | 24 91 81 69 61
  25 100 89 76 68 | 26 110 98 84 75 | 27 119 107 92 83 | 28 130 116 101 91
  29 140 126 110 100 | 30 151 137 120 109 | 31 163 147 130 118 | 32 175 159 140 128
  33 187 170 151 138 | 34 200 182 162 148 | 35 213 195 173 159 | 36 227 208 185 171
  37 241 221 198 182 | 38 256 235 211 194 | 39 271 249 224 207 | 40 286 264 238 220
  41 302 279 252 233 | 42 319 294 266 247 | 43 336 310 281 261 | 44 353 327 296 276
  45 371 343 312 291 | 46 389 361 328 307 | 47 407 378 345 322 | 48 426 396 362 339
  49 446 415 379 355 | 50 466 434 397 373`;

test('critical values equal the published table of the signed-rank test, n from 5 to 50', () => {
  // Exact values, never too likely: McCornack (1965), Extended tables of the Wilcoxon matched pair
  // signed rank statistic, JASA 60, 864-871; Mitic (1996), Mathematica Journal 6(3), whose columns
  // are OEIS A226329 to A226332. (Wilcoxon and Wilcox, 1964, take the nearest value: n 8 has 4.)
  const lines = publishedTable.split(/[|\n]/).filter((line) => line.trim() !== '');
  expect(lines).toHaveLength(46);
  for (const line of lines) {
    const [count, ...criticals] = line.trim().split(' ');
    for (const [column, tail] of [0.05, 0.025, 0.01, 0.005].entries()) {
      const published = criticals[column] === '-' ? -1 : Number(criticals[column]);
      expect(signedRankCritical(Number(count), tail), `n ${count}, ${tail}`).toBe(published);
    }
  }
});

test('the probability of a published example is met', () => {
  // Darwin's 15 pairs of maize plants: 24 is the lesser rank sum, P = 0.041259765625 (as SciPy's
  // documentation of its exact signed-rank test has it).
  expect(2 * (signedRankCumulative(15)[24] ?? 0)).toBe(0.041259765625);
});

test('beyond 50 rounds the distribution stays exact to many digits', () => {
  // Mean n(n+1)/4 and variance n(n+1)(2n+1)/24 of the statistic, for as many as Continue allows.
  for (const count of [51, 100, 200]) {
    const cumulative = signedRankCumulative(count);
    let mean = 0;
    let square = 0;
    for (const [t, probability] of cumulative.entries()) {
      const mass = probability - (cumulative[t - 1] ?? 0);
      mean += t * mass;
      square += t * t * mass;
    }
    const expected = (count * (count + 1)) / 4;
    expect(mean / expected).toBeCloseTo(1, 9);
    const variance = (count * (count + 1) * (2 * count + 1)) / 24;
    expect((square - mean * mean) / variance).toBeCloseTo(1, 6);
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
