import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jitter } from './jitter.ts';

describe('jitter', () => {
  it('keeps within the band', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (index) => {
        expect(Math.abs(jitter(index))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('lays neighbours apart', () => {
    for (let index = 0; index < 200; index += 1) {
      expect(Math.abs(jitter(index + 1) - jitter(index))).toBeGreaterThan(0.5);
    }
  });
});
