import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, medianAbsoluteDeviation, quantile } from './quantiles.ts';

test('quantiles interpolate between order statistics', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([10, 20, 30, 40], 0.25)).toBe(17.5);
  expect(quantile([7], 0.95)).toBe(7);
  expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
  expect(median([])).toBeNaN();
});

test('a quantile lies within the sample and grows with its share', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, share) => {
      const found = quantile(sample, share);
      expect(found).toBeGreaterThanOrEqual(Math.min(...sample));
      expect(found).toBeLessThanOrEqual(Math.max(...sample));
      expect(quantile(sample, 1)).toBeGreaterThanOrEqual(found);
    }),
  );
});
