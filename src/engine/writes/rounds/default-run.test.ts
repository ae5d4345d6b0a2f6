import { describe, expect, test } from 'vitest';
import type { WriteStep } from '../../model/writes/writes.ts';
import { leastRounds } from '../../statistics/distributions/signed-rank.ts';
import {
  lastOf,
  noisy,
  type SimulatedRun,
  simulateWrites,
} from './simulated-contenders.testing.ts';

/** A run as slow as `factor` says, the page taking 3 ms after each sample; what it took. */
function runAll(sim: SimulatedRun): WriteStep[] {
  const steps: WriteStep[] = [];
  do {
    steps.push(sim.rounds.measure(false));
    sim.wait(3);
  } while (lastOf(steps).standing.next === 'measure');
  return steps;
}

describe('the default run', () => {
  /** Milliseconds for 10,000 rows with 0, 1 and 3 indexes, measured under Node. */
  const times = {
    'insert-prepared': [8.3, 16, 31],
    'insert-literal-autocommit': [370, 430, 520],
    'insert-prepared-autocommit': [420, 450, 540],
    'insert-literal': [27, 36, 53],
    'insert-values': [9, 16, 29],
    'insert-json': [25, 32, 44],
    'insert-select': [7, 12, 21],
    'insert-returning': [26, 36, 54],
    'insert-unit-of-work': [17, 26, 40],
  } as const;
  const names = Object.keys(times) as (keyof typeof times)[];

  function simulate(factor: number, baseline: keyof typeof times): SimulatedRun {
    const order = [baseline, ...names.filter((name) => name !== baseline)];
    const groups = ['A', 'B', 'C'].map((id, at) => [
      id,
      Object.fromEntries(
        order.map((technique) => {
          const isAutocommit = technique.endsWith('autocommit');
          const aroundMs = (isAutocommit ? 15 : 2) * factor;
          return [technique, { ms: (times[technique][at] ?? 0) * factor, technique, aroundMs }];
        }),
      ),
    ]);
    const noise = noisy(0.02);
    return simulateWrites(Object.fromEntries(groups), {
      proofMs: 40 * factor,
      disturb: (ms, run) => noise(run === 1 ? 1.3 * ms : ms),
    });
  }

  test.each([
    [1, 'insert-prepared'],
    [1.5, 'insert-prepared'],
    [3, 'insert-prepared'],
    [1, 'insert-literal-autocommit'],
    [1.5, 'insert-literal-autocommit'],
  ] as const)('takes 20 s at most, at a factor of %s, against %s', (factor, baseline) => {
    const sim = simulate(factor, baseline);
    const steps = runAll(sim);
    expect(sim.now()).toBeLessThan(20_000);
    const cells = Object.values(lastOf(steps).standing.cells);
    const full = cells.filter(({ isShort }) => !isShort);
    for (const { samples } of full) expect(samples).toBeGreaterThanOrEqual(leastRounds(1));
    if (factor > 1) return;
    // Autocommit against autocommit is no clear difference.
    const open = cells.filter(({ verdict }) => verdict.kind === 'too-few-runs');
    expect(open.length).toBe(baseline === 'insert-prepared' ? 0 : 3);
    expect(full.length).toBe(baseline === 'insert-prepared' ? 21 : 0);
  });
});
