import { expect, test } from 'vitest';
import { createSeededRandom, shuffled } from './seeded-random.ts';

test('the same seed gives the same numbers, another one others', () => {
  const draw = (seed: string) => {
    const random = createSeededRandom(seed);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
  expect(draw('1')).toEqual([
    0.6898539775737612, 0.8664298558592403, 0.7225011967206286, 0.6490984759074604,
    0.4030035481175299,
  ]);
});

test('numbers spread evenly over [0, 1)', () => {
  const random = createSeededRandom('spread');
  const counts = new Array<number>(10).fill(0);
  for (let turn = 0; turn < 100_000; turn++) {
    const cell = random.below(10);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  // Nine degrees of freedom: above 27.9 in one of a thousand fair generators.
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(27.9);
});

test('every order of three items is about equally likely', () => {
  const random = createSeededRandom('orders');
  const seen = new Map<string, number>();
  for (let turn = 0; turn < 6000; turn++) {
    const order = shuffled(['a', 'b', 'c'], random).join('');
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
});
