import { describe, expect, it } from 'vitest';
import { formatRatio } from './format-ratio.ts';

describe('formatRatio', () => {
  it.each([
    [1, '1.00'],
    [1.084, '1.08'],
    [1.954, '1.95'],
    [2.04, '2.0'],
    [5.87, '5.9'],
    [9.97, '10'],
    [29.6, '30'],
    [128, '130'],
    [12_345, '12,000'],
    [0.5, '0.5'],
    [0.947, '0.95'],
    [0.0123, '0.012'],
    [0, '0'],
  ])('%s is %s', (ratio, text) => {
    expect(formatRatio(ratio)).toBe(text);
  });

  it('says that there is no value', () => {
    expect(formatRatio(Number.NaN)).toBe('–');
    expect(formatRatio(Number.POSITIVE_INFINITY)).toBe('–');
  });
});
