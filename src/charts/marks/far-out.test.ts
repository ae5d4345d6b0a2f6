import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { farOutFlags } from './far-out.ts';

const box = [10, 10.2, 10.4, 10.6, 10.8, 11, 11.2, 11.4];

describe('farOutFlags', () => {
  it('marks what lies beyond three interquartile ranges, on both sides', () => {
    // Quartiles of the ten: 10.25 and 11.15, so the outer fences are 7.55 and 13.85.
    const values = [...box, 13.8, 10.1];
    expect(farOutFlags(values)).not.toContain(true);
    expect(farOutFlags([...box, 16, 10.1]).at(8)).toBe(true);
    expect(farOutFlags([...box, 1, 10.1]).at(8)).toBe(true);
  });

  it('marks nothing in a handful of values', () => {
    expect(farOutFlags([10, 10, 10, 10, 10, 10, 400])).not.toContain(true);
  });

  it('does not take one step of a coarse clock for far out', () => {
    const steps = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2.06];
    expect(farOutFlags(steps)).not.toContain(true);
    expect(farOutFlags([...steps, 4]).at(-1)).toBe(true);
  });

  it('never marks the middle half, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1e4, noNaN: true }), { minLength: 8, maxLength: 60 }),
        (values) => {
          const flags = farOutFlags(values);
          expect(flags).toHaveLength(values.length);
          expect(flags.filter(Boolean).length).toBeLessThanOrEqual(values.length / 2);
        },
      ),
    );
  });
});
