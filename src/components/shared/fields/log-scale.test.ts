import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logScale } from './log-scale.ts';

describe('logScale', () => {
  it('climbs from 0 through round numbers to the maximum', () => {
    const scale = logScale(1000);
    const values = Array.from({ length: scale.steps + 1 }, (_, position) =>
      scale.toValue(position),
    );
    expect(values).toEqual([0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
  });

  it('ends at a maximum that is not round', () => {
    const scale = logScale(700);
    expect(scale.toValue(scale.steps)).toBe(700);
    expect(scale.toValue(scale.steps - 1)).toBe(500);
  });

  it('gives every position back', () => {
    const scale = logScale(1_000_000);
    for (let position = 0; position <= scale.steps; position += 1) {
      expect(scale.toPosition(scale.toValue(position))).toBe(position);
    }
  });

  it('never falls when the value rises, whatever the value', () => {
    const scale = logScale(1_000_000);
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 2_000_000 }), fc.nat(1000), (value, more) => {
        const position = scale.toPosition(value);
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThanOrEqual(scale.steps);
        expect(scale.toPosition(value + more)).toBeGreaterThanOrEqual(position);
      }),
    );
  });
});
