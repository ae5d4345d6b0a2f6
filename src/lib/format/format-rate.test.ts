import { expect, test } from 'vitest';
import { formatRate } from './format-rate.ts';

test.each([
  [1_234_567, '1.2 M rows/s'],
  [12_345_678, '12 M rows/s'],
  [999_600, '1.0 M rows/s'],
  [994_000, '990,000 rows/s'],
  [84_321, '84,000 rows/s'],
  [950, '950 rows/s'],
  [1, '1 row/s'],
  [0.2, '0 rows/s'],
  [Number.NaN, '– rows/s'],
])('%d is %s', (perSecond, text) => {
  expect(formatRate(perSecond, 'row')).toBe(text);
});
