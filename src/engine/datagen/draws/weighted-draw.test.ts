import { expect, test } from 'vitest';
import type { Weights } from '../../model/recipe/column-generator.ts';
import { createStream } from './random.ts';
import { createWeightedDraw } from './weighted-draw.ts';

const draws = 100_000;

function countsOf(count: number, weights: Weights): number[] {
  const draw = createWeightedDraw(count, weights);
  const stream = createStream(9, 'weights');
  const counts = new Array<number>(count).fill(0);
  for (let row = 0; row < draws; row++) {
    const index = draw(stream.bits(row));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Chi-squared divided by its degrees of freedom: about 1; weights of 0 stand aside. */
function misfit(counts: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const drawable = weights.filter((weight) => weight > 0).length;
  const squares = weights.map((weight, at) => {
    const expected = (weight / total) * draws;
    return weight > 0 ? ((counts[at] ?? 0) - expected) ** 2 / expected : (counts[at] ?? 0) * 1e9;
  });
  return squares.reduce((sum, square) => sum + square, 0) / (drawable - 1);
}

test.each<[string, Weights, number[]]>([
  ['even', { kind: 'even' }, Array.from({ length: 50 }, () => 1)],
  ['explicit', { kind: 'explicit', weights: [5, 0, 1, 0.25, 0, 10] }, [5, 0, 1, 0.25, 0, 10]],
  [
    'power',
    { kind: 'power', exponent: 1.5 },
    Array.from({ length: 60 }, (_, at) => (at + 1) ** -1.5),
  ],
  [
    'falling',
    { kind: 'falling', flatness: 3 },
    Array.from({ length: 24 }, (_, at) => 1 / (at + 3)),
  ],
])('%s weights give their shares', (_, weights, expected) => {
  expect(misfit(countsOf(expected.length, weights), expected)).toBeLessThan(1.8);
});

test('takes the first and the last for the smallest and largest bits', () => {
  for (const kind of ['even', 'explicit'] as const) {
    const weights: Weights =
      kind === 'even' ? { kind } : { kind, weights: Array.from({ length: 1000 }, () => 0.1) };
    const draw = createWeightedDraw(1000, weights);
    expect([draw(0), draw(4294967295)]).toEqual([0, 999]);
  }
});
