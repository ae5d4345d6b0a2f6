// Simulated comparisons with a known truth: how often is the verdict wrong, does the interval
// hold what its level promises?
import { expect, test } from 'vitest';
import { createSeededRandom, type SeededRandom } from '../../lib/seeded-random.ts';
import type { Standing } from '../model/comparison.ts';
import { pairedRatio } from './paired-ratio.ts';
import { type MeasuredRound, standingOf } from './standing.ts';

/** Times of a busy machine: a drift common to the round, skewed noise, now and then a stall. */
function createMachine(random: SeededRandom, noise: number) {
  let drift = 0;
  const bell = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(6.2832 * random.next());
  return {
    nextRound() {
      drift += 0.03 * bell();
    },
    time(trueMs: number) {
      const stall = random.next() < 0.03 ? 1 + random.next() : 1;
      return trueMs * Math.exp(drift + noise * bell()) * stall;
    },
  };
}

function sample(perCallMs: number) {
  return { perCallMs, calls: 1, hits: null, warmPerCallMs: null, warmHits: null };
}

/** A whole comparison, stopped by the rule. `factors`: true ratio of each setup to the baseline. */
function simulate(seed: string, factors: Record<string, number>, noise: number): Standing {
  const machine = createMachine(createSeededRandom(seed), noise);
  const rounds: MeasuredRound[] = [];
  while (true) {
    machine.nextRound();
    const samples = Object.entries(factors).map(([id, factor]) => [
      id,
      sample(machine.time(10 * factor)),
    ]);
    rounds.push({
      samples: { A: sample(machine.time(10)), ...Object.fromEntries(samples) },
      control: sample(machine.time(10)),
    });
    // The rule looks at 12, 17, 22 ... rounds and goes on between them; here the
    // budget ends it at 27.
    const isLook = rounds.length >= 12 && rounds.length % 5 === 2;
    if (!isLook) continue;
    const standing = standingOf({
      baselineId: 'A',
      comparedIds: Object.keys(factors),
      unmeasured: {},
      rounds,
      isShort: false,
      spentMs: rounds.length,
      budgetMs: 27,
      distinctKeys: 0,
    });
    if (standing.next === 'done') return standing;
  }
}

test('at most 1 % of 2,000 comparisons of equal setups say faster or slower', () => {
  const comparisons = 2000;
  let wrong = 0;
  for (let run = 0; run < comparisons; run++) {
    const noise = [0.01, 0.02, 0.04, 0.1, 0.3][run % 5] ?? 0;
    const { verdicts } = simulate(`equal ${run}`, { B: 1, C: 1 }, noise);
    const kinds = [verdicts.B?.kind, verdicts.C?.kind];
    if (kinds.includes('faster') || kinds.includes('slower')) wrong++;
  }
  expect(wrong / comparisons).toBeLessThanOrEqual(0.01);
});

test('setups that differ are ranked on a quiet machine, and never the wrong way round', () => {
  let ranked = 0;
  for (let run = 0; run < 200; run++) {
    const { verdicts } = simulate(`different ${run}`, { B: 0.5, C: 1.5 }, 0.03);
    expect(verdicts.B?.kind).not.toBe('slower');
    expect(verdicts.C?.kind).not.toBe('faster');
    if (verdicts.B?.kind === 'faster' && verdicts.C?.kind === 'slower') ranked++;
  }
  expect(ranked).toBeGreaterThan(180);
});

test('a large effect is seen through the noise of a busy machine', () => {
  let seen = 0;
  for (let run = 0; run < 100; run++) {
    const { verdicts } = simulate(`busy ${run}`, { B: 0.1, C: 1.1 }, 0.3);
    if (verdicts.B?.kind === 'faster') seen++;
    expect(verdicts.C?.kind).not.toBe('equal');
  }
  expect(seen).toBeGreaterThan(95);
});

test('the 95 % interval holds the true ratio in 93 to 98 % of runs', () => {
  const runs = 3000;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const machine = createMachine(createSeededRandom(`cover ${run}`), 0.05);
    const pairs = Array.from({ length: 12 }, () => {
      machine.nextRound();
      return [machine.time(7), machine.time(10)] as const;
    });
    const ratio = pairedRatio(
      pairs.map(([setup]) => setup),
      pairs.map(([, baseline]) => baseline),
      1,
    );
    if (ratio && ratio.low <= 0.7 && ratio.high >= 0.7) covered++;
  }
  expect(covered / runs).toBeGreaterThan(0.93);
  expect(covered / runs).toBeLessThan(0.98);
});
