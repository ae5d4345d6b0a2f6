import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  latencySumText,
  latencyValueText,
  simulatedMs,
  simulatedSumText,
} from './simulated-latency.ts';

test('adds the latency once for each round trip', () => {
  expect(simulatedMs(9, { roundTrips: 10_002 }, 5)).toBe(50_019);
  expect(simulatedMs(9, { roundTrips: 3 }, 0.5)).toBe(10.5);
});

test('is nothing without a latency, a time or a count', () => {
  expect(simulatedMs(9, { roundTrips: 3 }, 0)).toBeNull();
  expect(simulatedMs(null, { roundTrips: 3 }, 5)).toBeNull();
  expect(simulatedMs(9, null, 5)).toBeNull();
});

test('is never below what was measured, and grows with trips and latency', () => {
  const time = fc.double({ min: 0.001, max: 1e6, noNaN: true });
  const trips = fc.integer({ min: 1, max: 2_000_000 });
  const latency = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(time, trips, latency, (elapsedMs, roundTrips, latencyMs) => {
      const total = simulatedMs(elapsedMs, { roundTrips }, latencyMs) ?? 0;
      expect(total).toBeGreaterThan(elapsedMs);
      expect(simulatedMs(elapsedMs, { roundTrips: roundTrips + 1 }, latencyMs)).toBeGreaterThan(
        total,
      );
      expect(simulatedMs(elapsedMs, { roundTrips }, latencyMs + 1)).toBeGreaterThan(total);
    }),
  );
});

test('always says that it is simulated', () => {
  expect(latencyValueText(5)).toBe('5 ms, simulated');
  expect(latencyValueText(0)).toBe('none');
  expect(latencySumText(1, 5)).toBe('1 round trip × 5 ms');
  expect(simulatedSumText(9.12, { roundTrips: 10_002 }, 5)).toBe(
    '50.0 s = 9.12 ms measured + 10,002 round trips × 5 ms',
  );
});
