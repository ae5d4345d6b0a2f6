import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration } from './format-duration.ts';

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [0.000_05, '0.050 µs'],
    [0.0041, '4.10 µs'],
    [0.0984, '98.4 µs'],
    [0.37, '0.370 ms'],
    [1.9, '1.90 ms'],
    [11.24, '11.2 ms'],
    [999.4, '999 ms'],
    [1204, '1.20 s'],
    [61_000, '61.0 s'],
    [120_000, '2 min'],
    [125_300, '2 min 5 s'],
  ])('%s ms is %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('chooses the unit after rounding', () => {
    expect(formatDuration(0.09996)).toBe('0.100 ms');
    expect(formatDuration(999.6)).toBe('1.00 s');
    expect(formatDuration(9.996)).toBe('10.0 ms');
  });

  it('says that there is no value', () => {
    expect(formatDuration(Number.NaN)).toBe('–');
    expect(formatDuration(Number.POSITIVE_INFINITY)).toBe('–');
  });

  it('marks what is below zero', () => {
    expect(formatDuration(-2)).toBe('−2.00 ms');
  });

  it('is off by at most half of the third digit', () => {
    const scales: Record<string, number> = { µs: 0.001, ms: 1, s: 1000 };
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 99_000, noNaN: true }), (milliseconds) => {
        const [number = '', unit = ''] = formatDuration(milliseconds).split(' ');
        const shown = Number(number) * (scales[unit] ?? Number.NaN);
        expect(Math.abs(shown - milliseconds) / milliseconds).toBeLessThanOrEqual(0.0051);
      }),
    );
  });
});
