import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bindings } from '../../model/values.ts';
import { type PlannedSetup, planRounds, type RoundPlanQuestion, windowOf } from './round-plan.ts';

function draws(count: number, distinct: number): Bindings[] {
  return Array.from({ length: count }, (_, at) => ({ ':p': at % distinct }));
}

function setup(id: string, estimateMs: number, cacheCapacity: number | null = null): PlannedSetup {
  return { id, estimateMs, rowCount: 10, cacheCapacity };
}

function question(setups: PlannedSetup[], changes: Partial<RoundPlanQuestion> = {}) {
  return {
    tickMs: 0.1,
    budgetMs: 10_000,
    bindings: draws(1000, 24),
    setups,
    earlierDraws: null,
    ...changes,
  };
}

test('samples last 30 ticks and at least 2 ms', () => {
  const fixed = { bindings: draws(1000, 1) };
  expect(planRounds(question([setup('A', 0.01)], fixed)).repeats).toEqual({ A: 300 });
  expect(planRounds(question([setup('A', 0.01)], { ...fixed, tickMs: 0.005 })).repeats.A).toBe(200);
  expect(planRounds(question([setup('A', 0.01)], { ...fixed, tickMs: 1 })).repeats.A).toBe(3000);
  expect(planRounds(question([setup('A', 12)], { ...fixed, tickMs: 0.1 })).repeats.A).toBe(1);
});

test('the slowest setup decides how many draws a round takes, the others repeat them', () => {
  const plan = planRounds(question([setup('A', 1), setup('B', 0.01), setup('C', 20)]));
  expect(plan).toMatchObject({ windowSize: 1, repeats: { A: 3, B: 300, C: 1 } });
  const quick = planRounds(question([setup('A', 0.5), setup('B', 0.01)]));
  expect(quick).toMatchObject({ windowSize: 6, repeats: { A: 1, B: 50 } });
});

test('whatever the estimates, every sample is long enough and alike for all', () => {
  const estimate = fc.double({ min: 1e-4, max: 500, noNaN: true });
  fc.assert(
    fc.property(fc.array(estimate, { minLength: 1, maxLength: 6 }), (estimates) => {
      const setups = estimates.map((estimateMs, at) => setup(`S${at}`, estimateMs));
      const plan = planRounds(question(setups));
      for (const { id, estimateMs } of setups) {
        const calls = plan.windowSize * (plan.repeats[id] ?? 0);
        expect(calls * estimateMs).toBeGreaterThanOrEqual(3 * (1 - 1e-9));
      }
      expect(plan.windowSize).toBeLessThanOrEqual(1000);
    }),
  );
});

test('a round over a twelfth of the budget means the short mode', () => {
  expect(planRounds(question([setup('A', 250), setup('B', 250)])).isShort).toBe(false);
  expect(planRounds(question([setup('A', 300), setup('B', 300)])).isShort).toBe(true);
  expect(
    planRounds(question([setup('A', 300), setup('B', 300)], { budgetMs: 60_000 })).isShort,
  ).toBe(false);
});

test('a cached setup runs 1,000 draws when its misses fit into the budget', () => {
  const few = planRounds(question([setup('A', 11), setup('B', 5, 100)]));
  expect(few).toMatchObject({ cachedDraws: 1000, distinctKeys: 24, rotation: 1000 });
  const many = planRounds(
    question([setup('A', 11), setup('B', 11, 2000)], { bindings: draws(1000, 1000) }),
  );
  // A third of a second for cached samples: 30 misses of 11 ms.
  expect(many.cachedDraws).toBe(30);
  expect(many.rotation).toBe(30);
  const thrashing = planRounds(
    question([setup('A', 11), setup('B', 11, 5)], { bindings: draws(1000, 24) }),
  );
  expect(thrashing.cachedDraws).toBeLessThan(20);
  const huge = planRounds(
    question([setup('A', 11), { ...setup('B', 0.001, 500), rowCount: 100_000 }]),
  );
  expect(huge.cachedDraws).toBe(10);
});

test('however slow a query is, its cache gets the draws that cost nothing', () => {
  const slow = [setup('A', 900), setup('B', 900, 10)];
  const constant = planRounds(question(slow, { bindings: draws(1000, 1) }));
  expect(constant).toMatchObject({ cachedDraws: 1000, distinctKeys: 1, isShort: true });
  expect(planRounds(question(slow)).cachedDraws).toBe(2);
});

test('beside a cached setup the others see more draws than the clock asks for', () => {
  const plan = planRounds(question([setup('A', 5), setup('B', 1, 100)]));
  expect(plan.windowSize).toBe(12);
  expect(plan.repeats).toEqual({ A: 1 });
});

test('rounds go through the draws one after the other and begin again', () => {
  const bindings = draws(5, 5);
  const plan = { ...planRounds(question([setup('A', 1)], { bindings })), windowSize: 2 };
  const seen = [1, 2, 3].flatMap((round) => windowOf(bindings, plan, round));
  expect(seen.map((binding) => binding[':p'])).toEqual([0, 1, 2, 3, 4, 0]);
});

test('rounds to go on from keep their number of cached draws', () => {
  const setups = [setup('A', 30), setup('B', 30, 500)];
  const first = planRounds(question(setups));
  expect(first.cachedDraws).toBeLessThan(24);
  const more = planRounds(question(setups, { budgetMs: 60_000, earlierDraws: first.cachedDraws }));
  expect(more).toMatchObject({ cachedDraws: first.cachedDraws, rotation: first.cachedDraws });
  expect(planRounds(question(setups, { budgetMs: 60_000 })).cachedDraws).toBeGreaterThan(24);
});
