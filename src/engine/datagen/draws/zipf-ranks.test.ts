import { expect, test } from 'vitest';
import { createStream } from './random.ts';
import { createZipfRanks } from './zipf-ranks.ts';

/** Sum of 1 / k^exponent for k from 1 to count. */
function harmonic(count: number, exponent: number): number {
  let sum = 0;
  for (let k = count; k >= 1; k--) sum += k ** -exponent;
  return sum;
}

const draws = 200_000;

function ranksOf(count: number, exponent: number): number[] {
  const rank = createZipfRanks(count, exponent, createStream(5, 'zipf'));
  return Array.from({ length: draws }, (_, row) => rank(row));
}

test.each([
  [10, 1],
  [1000, 0.8],
  [1000, 1.1],
  [100_000, 1],
  [1_000_000, 0.5],
  [1_000_000, 1.3],
  [50_000, 0],
])('of %i ranks with exponent %d each has its share', (count, exponent) => {
  const ranks = ranksOf(count, exponent);
  expect(ranks.every((rank) => Number.isInteger(rank) && rank >= 0 && rank < count)).toBe(true);
  const total = harmonic(count, exponent);
  // Shares of the first ranks together: over the table's end and far into the tail.
  for (const first of [1, 2, 5, 10, 100, 1000, 2048, 2049, 3000, 10_000, 500_000]) {
    if (first >= count) continue;
    const expected = harmonic(first, exponent) / total;
    const found = ranks.filter((rank) => rank < first).length / draws;
    const deviation = Math.sqrt((expected * (1 - expected)) / draws);
    expect(Math.abs(found - expected), `first ${first}`).toBeLessThan(4.5 * deviation + 1e-9);
  }
});

test('reaches the last of very many, and asks no memory for them', () => {
  const rank = createZipfRanks(1e12, 0.3, createStream(6, 'zipf'));
  const largest = Math.max(...Array.from({ length: 20_000 }, (_, row) => rank(row)));
  expect(largest).toBeGreaterThan(0.999e12);
  expect(largest).toBeLessThan(1e12);
});

test('gives the same for the same row, in any order', () => {
  const rank = createZipfRanks(5000, 1.2, createStream(7, 'zipf'));
  const forward = Array.from({ length: 50 }, (_, row) => rank(row));
  const backward = Array.from({ length: 50 }, (_, row) => rank(49 - row)).toReversed();
  expect(backward).toEqual(forward);
  expect(forward.slice(0, 8)).toMatchInlineSnapshot(`
    [
      64,
      4081,
      12,
      155,
      1703,
      0,
      791,
      0,
    ]
  `);
});
