import { expect, test } from 'vitest';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { readEnvironment } from './environment.ts';
import { measureTick } from './tick.ts';

/** A clock that moves on by `stepMs` at each reading and shows only whole ticks. */
function coarseClock(tickMs: number, stepMs: number): () => number {
  let timeMs = 0;
  return () => {
    timeMs += stepMs;
    return Math.floor(timeMs / tickMs + 1e-9) * tickMs;
  };
}

test('finds the tick of fine and coarse clocks', () => {
  expect(measureTick(coarseClock(0.005, 0.0004))).toBeCloseTo(0.005, 9);
  expect(measureTick(coarseClock(0.1, 0.001))).toBeCloseTo(0.1, 9);
  expect(measureTick(coarseClock(1, 0.01))).toBe(1);
});

test('is done within 150 ms, however coarse the clock', () => {
  const clock = coarseClock(16, 0.02);
  const start = clock();
  expect(measureTick(clock)).toBe(16);
  expect(clock() - start).toBeLessThan(200);
  expect(measureTick(() => 0)).toBe(150);
});

test('says on what times are taken', async () => {
  const driver = await loadTestDriver();
  const platform = {
    now: coarseClock(0.1, 0.001),
    isIsolated: true,
    userAgent: 'Browser/1',
    cores: 2,
  };
  const environment = readEnvironment(driver.open(), platform);
  expect(environment).toMatchObject({
    isIsolated: true,
    userAgent: 'Browser/1',
    cores: 2,
    sqliteVersion: driver.info.sqliteVersion,
    pageSizeBytes: 4096,
  });
  expect(environment.cacheSizeBytes).toBeGreaterThan(1e9);
});
