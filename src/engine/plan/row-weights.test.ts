import { expect, it } from 'vitest';
import { rowWeights } from './row-weights.ts';

it('a tenth of many rows weighs less, a hundredth least', () => {
  expect(rowWeights(10_000)).toEqual({ low: 100, medium: 1000, high: 10_000 });
});
