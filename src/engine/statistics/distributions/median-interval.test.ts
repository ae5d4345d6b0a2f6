import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import { medianInterval, medianRank } from './median-interval.ts';

/** n, rank and coverage for 95 %, rank and coverage for 99 %. */
const publishedTable = `
  6 1 96.9 0 - | 8 1 99.2 1 99.2 | 9 2 96.1 1 99.6 | 10 2 97.9 1 99.8 | 11 2 98.8 1 99.9
  12 3 96.1 2 99.4 | 13 3 97.8 2 99.7 | 14 3 98.7 2 99.8 | 15 4 96.5 3 99.3 | 16 4 97.9 3 99.6
  17 5 95.1 3 99.8 | 18 5 96.9 4 99.2 | 19 5 98.1 4 99.6 | 20 6 95.9 4 99.7 | 21 6 97.3 5 99.3
  22 6 98.3 5 99.6 | 23 7 96.5 5 99.7 | 24 7 97.7 6 99.3 | 25 8 95.7 6 99.6 | 28 9 96.4 7 99.6
  30 10 95.7 8 99.5 | 33 11 96.5 9 99.5 | 37 13 95.3 11 99.2 | 40 14 96.2 12 99.4
  44 16 95.1 14 99 | 46 16 97.4 14 99.5 | 49 18 95.6 16 99.1 | 50 18 96.7 16 99.3`;

test('ranks and coverages equal a published table', () => {
  // Nair (1940), Table of confidence intervals for the median, Sankhya 4, 551-558, as quoted by
  // Dixon and Massey (1969).
  const lines = publishedTable.split(/[|\n]/).filter((line) => line.trim() !== '');
  expect(lines).toHaveLength(28);
  for (const line of lines) {
    const [count = 0, rank95, cover95 = 0, rank99, cover99] = line.trim().split(' ').map(Number);
    const at95 = medianRank(count, 0.95);
    const at99 = medianRank(count, 0.99);
    expect(at95.rank, line).toBe(rank95);
    expect(at99.rank, line).toBe(rank99);
    expect(100 * (1 - 2 * at95.tail), line).toBeCloseTo(cover95, 1);
    if (rank99) expect(100 * (1 - 2 * at99.tail), line).toBeCloseTo(cover99 ?? 0, 1);
  }
});

test('too few values give no interval', () => {
  expect(medianInterval([])).toBeNull();
  expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
  expect(medianInterval([6, 1, 5, 2, 4, 3])).toEqual({ low: 1, high: 6, level: 0.96875 });
  expect(medianInterval([1, 2, 3, 4, 5, 6], 0.99)).toBeNull();
});

test('a stretch of the sample, the same whatever the units', () => {
  const values = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), {
    minLength: 6,
    maxLength: 60,
  });
  fc.assert(
    fc.property(values, (sample) => {
      const interval = medianInterval(sample);
      if (!interval) throw new Error('six values are enough');
      expect(sample).toContain(interval.low);
      expect(sample).toContain(interval.high);
      expect(interval.low).toBeLessThanOrEqual(interval.high);
      expect(interval.level).toBeGreaterThanOrEqual(0.95);
      const inMicroseconds = medianInterval(sample.map((value) => value * 1024));
      expect(inMicroseconds?.low).toBe(interval.low * 1024);
    }),
  );
});

test('it holds the median as often as it says, of a very skewed distribution too', () => {
  let held = 0;
  for (let trial = 0; trial < 4000; trial++) {
    const random = createSeededRandom(`median ${trial}`);
    // Exponential, to the third power: the median is (ln 2)^3.
    const sample = Array.from({ length: 17 }, () => (-Math.log(1 - random.next())) ** 3);
    const interval = medianInterval(sample);
    if (interval && interval.low <= Math.LN2 ** 3 && Math.LN2 ** 3 <= interval.high) held++;
  }
  // 95.1 % by the table; three standard errors are one point.
  expect(held / 4000).toBeGreaterThan(0.941);
  expect(held / 4000).toBeLessThan(0.961);
});
