import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationTextOf } from './duration-unit.ts';
import { formatDuration } from './format-duration.ts';

describe('durationTextOf', () => {
  it('keeps the unit of the least where the rule for single durations changes it', () => {
    const text = durationTextOf([0.0651, 0.182, 1.24]);
    expect([0.0651, 0.182, 1.24, -0.2, 0].map(text)).toEqual([
      '65.1 µs',
      '182 µs',
      '1,240 µs',
      '−200 µs',
      '0 µs',
    ]);
  });

  it('writes each in its own unit where they are too far apart', () => {
    expect(durationTextOf([0.001, 250])(250)).toBe('250 ms');
  });

  it('leaves durations to their own rule where nothing decides', () => {
    expect(durationTextOf([])(0.2)).toBe('0.200 ms');
    expect(durationTextOf([0, -3])(0.2)).toBe('0.200 ms');
  });

  it('gives all of them one unit, and none another value', () => {
    const close = fc.array(fc.double({ min: 0.001, max: 5, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(close, (values) => {
        const texts = values.map(durationTextOf(values));
        expect(new Set(texts.map((each) => each.split(' ')[1])).size).toBe(1);
        for (const [at, value] of values.entries()) {
          const [digits = '', unit] = (texts[at] ?? '').replaceAll(',', '').split(' ');
          const ms = Number(digits) * (unit === 'µs' ? 0.001 : unit === 's' ? 1000 : 1);
          expect(Math.abs(ms - value)).toBeLessThanOrEqual(value * 0.00501 + 1e-9);
        }
      }),
    );
  });

  it('agrees with single durations in that unit', () => {
    expect(durationTextOf([2])(11.24)).toBe(formatDuration(11.24));
  });
});
