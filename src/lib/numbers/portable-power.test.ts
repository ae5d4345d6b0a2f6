import fc from 'fast-check';
import { expect, test } from 'vitest';
import { portableExp, portableLog, portablePower } from './portable-power.ts';

function relativeError(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-300);
}

test('agrees with Math to about 14 digits', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
      expect(Math.abs(portableLog(value) - Math.log(value))).toBeLessThan(2e-14);
    }),
  );
  fc.assert(
    fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (power) => {
      expect(relativeError(portableExp(power), Math.exp(power))).toBeLessThan(1e-13);
    }),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      (base, exponent) => {
        const error = relativeError(portablePower(base, -exponent), base ** -exponent);
        expect(error).toBeLessThan(1e-13);
      },
    ),
  );
});

test('is the same to the last bit on every machine', () => {
  expect(portablePower(3, -1.1)).toBe(0.2986528199469207);
  expect(portablePower(2000, -0.8)).toBe(0.002286525259636631);
  expect(portablePower(7, 0)).toBe(1);
});
