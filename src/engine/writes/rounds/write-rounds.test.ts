import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { WriteStep } from '../../model/writes/writes.ts';
import {
  lastOf,
  measureAll,
  noisy,
  type SimulatedGroups,
  simulateWrites,
} from './simulated-contenders.testing.ts';

/** Contender ids of each round of a group as they were sampled, the control as id and '. */
function roundsOf(steps: readonly WriteStep[], groupId: string): string[][] {
  const rounds: string[][] = [];
  for (const { sample } of steps) {
    if (!sample?.contenderId.startsWith(groupId)) continue;
    rounds[sample.round - 1] ??= [];
    rounds[sample.round - 1]?.push(`${sample.contenderId}${sample.isControl ? "'" : ''}`);
  }
  return rounds;
}

const twoGroups: SimulatedGroups = {
  A: { base: { ms: 20 }, twice: { ms: 40 }, same: { ms: 20 } },
  B: { base: { ms: 30 }, half: { ms: 15 } },
};

describe('rounds', () => {
  test('begin with the baseline, hold everyone and the control, and alternate between groups', () => {
    const steps = measureAll(simulateWrites(twoGroups, { disturb: noisy(0.005) }));
    const [first, ...others] = roundsOf(steps, 'A');
    expect(first?.[0]).toBe('A base');
    const all = ['A base', "A base'", 'A same', 'A twice'];
    for (const round of [first, ...others]) expect(round?.toSorted()).toEqual(all);
    expect(others).toHaveLength(11);
    expect(new Set(others.map((round) => round.join())).size).toBeGreaterThan(5);
    const order = steps.flatMap(({ sample }) => (sample ? [sample.round] : []));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(lastOf(steps).standing).toMatchObject({
      next: 'done',
      reason: 'rounds',
      fraction: 1,
      margins: { A: 0.05, B: 0.05 },
      cells: {
        'A base': { status: 'measured', verdict: { kind: 'baseline' }, samples: 12 },
        'A twice': { verdict: { kind: 'slower' }, isShort: false },
        'A same': { verdict: { kind: 'equal' } },
        'B half': { verdict: { kind: 'faster' }, samples: 12 },
      },
    });
    expect(lastOf(steps).standing.cells['B half']?.difference?.estimateMs).toBeCloseTo(-15, 0);
  });

  test('have another order with another seed, and the same with the same', () => {
    const orderWith = (seed: number) =>
      roundsOf(measureAll(simulateWrites(twoGroups, { seed })), 'A').join(' ');
    expect(orderWith(1)).toBe(orderWith(1));
    expect(orderWith(1)).not.toBe(orderWith(2));
  });

  test('go on to 20 while vague, and end for precision, never for a ranking', () => {
    const roundsWith = (spread: number) =>
      roundsOf(measureAll(simulateWrites(twoGroups, { disturb: noisy(spread) })), 'A').length;
    expect(roundsWith(0.2)).toBe(20);
    expect(roundsWith(0.005)).toBe(12);
  });

  test('of a slow contender are three, each with the baseline', () => {
    const steps = measureAll(
      simulateWrites(
        { A: { base: { ms: 20 }, slow: { ms: 900 }, fast: { ms: 10 } } },
        { budgetMs: 6_000, disturb: noisy(0.01) },
      ),
    );
    const rounds = roundsOf(steps, 'A');
    expect(rounds.filter((round) => round.includes('A slow'))).toHaveLength(3);
    expect(rounds.length).toBeGreaterThanOrEqual(12);
    for (const round of rounds) expect(round).toContain('A base');
    expect(lastOf(steps).standing.cells).toMatchObject({
      'A slow': { isShort: true, verdict: { kind: 'clearly-slower', rounds: 3 }, difference: null },
      'A fast': { isShort: false, verdict: { kind: 'faster' } },
    });
  });

  test('of a group with a slow baseline are three for all', () => {
    const steps = measureAll(
      simulateWrites(
        { A: { base: { ms: 900 }, fast: { ms: 10 }, slow: { ms: 900 } } },
        { budgetMs: 9_000, disturb: noisy(0.01) },
      ),
    );
    expect(roundsOf(steps, 'A')).toHaveLength(3);
    expect(lastOf(steps).standing).toMatchObject({
      reason: 'rounds',
      margins: { A: 0.25 },
      cells: {
        'A base': { isShort: true },
        'A fast': { isShort: true, verdict: { kind: 'clearly-faster' } },
        'A slow': { verdict: { kind: 'too-few-runs', rounds: 3 } },
      },
    });
  });
});

describe('a sample', () => {
  test('repeats runs until the clock can tell, 2 ms or 30 ticks', () => {
    const stepsAt = (tickMs: number) =>
      measureAll(
        simulateWrites(
          { A: { base: { ms: 0.3 }, other: { ms: 3 } } },
          { tickMs, budgetMs: 60_000 },
        ),
      );
    for (const [tickMs, lengthMs] of [
      [0.005, 2],
      [1, 30],
    ] as const) {
      const samples = stepsAt(tickMs).flatMap(({ sample }) => sample ?? []);
      for (const { contenderId, runs, elapsedMs } of samples) {
        const isBase = contenderId === 'A base';
        expect(elapsedMs).toBeCloseTo(isBase ? 0.3 : 3, tickMs === 1 ? 0 : 1);
        expect(runs).toBeGreaterThanOrEqual(Math.floor(lengthMs / (isBase ? 0.5 : 3.5)));
      }
    }
  });

  test('of a clock that stands still is above zero, and the run ends', () => {
    const sim = simulateWrites({ A: { base: { ms: 0 }, other: { ms: 0 } } }, { tickMs: 1 });
    const samples = measureAll(sim).flatMap(({ sample }) => sample ?? []);
    for (const { elapsedMs } of samples) expect(elapsedMs).toBeGreaterThan(0);
  });

  test('first of a technique comes after it is warm; the proof is of its very first run', () => {
    const cold = { disturb: (ms: number, run: number) => (run === 1 ? 4 * ms : ms) };
    const groups: SimulatedGroups = {
      A: {
        base: { ms: 20, technique: 'insert-literal' },
        json: { ms: 25, technique: 'insert-json' },
        // Too slow to be run again for nothing.
        slow: { ms: 300, technique: 'insert-prepared-autocommit' },
      },
      B: { base: { ms: 20, technique: 'insert-literal' } },
    };
    const sim = simulateWrites(groups, cold);
    const steps = measureAll(sim);
    const firstOf = (id: string) => steps.find(({ sample }) => sample?.contenderId === id);
    expect(firstOf('A base')).toMatchObject({
      sample: { runs: 1 },
      proof: { contentHash: 'same' },
    });
    expect(firstOf('A base')?.sample?.elapsedMs).toBeCloseTo(20, 1);
    expect(firstOf('A json')?.sample?.elapsedMs).toBeCloseTo(25, 1);
    expect(firstOf('A slow')?.sample?.elapsedMs).toBeCloseTo(1200, 1);
    // The technique ran in group A: what its first run costs in B is not warmth.
    expect(firstOf('B base')?.sample?.elapsedMs).toBeCloseTo(80, 1);
    expect(steps.filter(({ proof }) => proof !== null)).toHaveLength(4);
  });

  test('that was disturbed is dropped and taken again', () => {
    const sim = simulateWrites(twoGroups, { disturb: noisy(0.005) });
    sim.rounds.measure(false);
    const before = sim.rounds.measure(false);
    const again = sim.rounds.measure(true);
    expect(again.sample).toMatchObject({
      contenderId: before.contenderId,
      round: before.sample?.round,
      isControl: before.sample?.isControl,
    });
    expect(again.proof).toBeNull();
    expect(again.standing.cells[again.contenderId ?? '']?.samples).toBe(1);
    const steps = measureAll(sim);
    const last = lastOf(steps);
    expect(last.standing.next).toBe('done');
    // The very last one too: measuring goes on for it.
    const retaken = sim.rounds.measure(true);
    expect(retaken.sample).toMatchObject({ contenderId: last.contenderId });
    expect(retaken.standing.cells[last.contenderId ?? '']?.samples).toBe(12);
    // What is dropped once is not dropped twice.
    expect(sim.rounds.measure(false)).toMatchObject({ sample: null, contenderId: null });
    expect(sim.rounds.measure(true).standing.cells).toEqual(retaken.standing.cells);
  });

  test('that is always disturbed is given up', () => {
    const sim = simulateWrites(twoGroups, { budgetMs: 2_000 });
    let steps = 0;
    let last = sim.rounds.measure(false);
    while (last.standing.next === 'measure' || last.sample) {
      last = sim.rounds.measure(true);
      expect(++steps).toBeLessThan(500);
    }
    expect(last.standing).toMatchObject({ next: 'done', reason: 'budget' });
    expect(last.standing.cells['A twice']).toMatchObject({ samples: 0, status: 'waiting' });
  });
});

describe('what fails', () => {
  test('is not run again, and says so; the others go on', () => {
    const sim = simulateWrites({
      A: { base: { ms: 20 }, first: { ms: 20, failsAt: 1 }, later: { ms: 20, failsAt: 5 } },
    });
    const steps = measureAll(sim);
    expect(sim.calls.filter((id) => id === 'A first')).toHaveLength(1);
    expect(sim.calls.filter((id) => id === 'A later')).toHaveLength(5);
    const failed = steps.filter(({ failure }) => failure !== null);
    expect(failed.map(({ contenderId }) => contenderId).toSorted()).toEqual(['A first', 'A later']);
    expect(failed[0]).toMatchObject({ sample: null, failure: { code: 'sql-failed' } });
    expect(lastOf(steps).standing.cells).toMatchObject({
      'A first': { status: 'failed', verdict: { kind: 'failed' }, samples: 0 },
      'A later': { status: 'failed', verdict: { kind: 'failed' }, samples: 4 },
      'A base': { samples: 12 },
    });
  });

  test('for its time is over the limit', () => {
    const thrown = () => new EngineFailure({ code: 'time-limit', message: 'Too long.' });
    const groups = { A: { base: { ms: 20 }, endless: { ms: 20, failsAt: 1, thrown } } };
    expect(lastOf(measureAll(simulateWrites(groups))).standing.cells['A endless']).toMatchObject({
      status: 'failed',
      verdict: { kind: 'over-limit' },
    });
  });

  test('as a baseline leaves the others without verdicts, but with their times', () => {
    for (const failsAt of [1, 4]) {
      const steps = measureAll(
        simulateWrites({ A: { base: { ms: 20, failsAt }, other: { ms: 30 }, more: { ms: 9 } } }),
      );
      expect(lastOf(steps).standing.cells).toMatchObject({
        'A base': { status: 'failed' },
        'A other': {
          verdict: { kind: 'too-few-runs' },
          samples: 12,
          interval: { level: 0.96142578125 },
        },
        'A more': { verdict: { kind: 'too-few-runs' }, samples: 12 },
      });
    }
  });

  test('everywhere ends the run', () => {
    const steps = measureAll(simulateWrites({ A: { base: { ms: 1, failsAt: 1 } } }));
    expect(lastOf(steps).standing).toMatchObject({
      next: 'done',
      reason: 'nothing-to-measure',
      fraction: 1,
    });
    expect(lastOf(measureAll(simulateWrites({}))).standing.reason).toBe('nothing-to-measure');
  });

  test('like a trap passes through', () => {
    const thrown = () => new WebAssembly.RuntimeError('memory access out of bounds');
    const sim = simulateWrites({ A: { base: { ms: 1, failsAt: 1, thrown } } });
    expect(() => sim.rounds.measure(false)).toThrow(WebAssembly.RuntimeError);
  });
});

describe('what writes another content', () => {
  const other = { proof: { contentHash: 'other' } };

  test('than its baseline is not ranked and not run again', () => {
    const steps = measureAll(
      simulateWrites({
        A: {
          base: { ms: 20 },
          same: { ms: 20 },
          other: { ms: 5, ...other },
          fewer: { ms: 5, proof: { tableRows: 99 } },
        },
      }),
    );
    expect(lastOf(steps).standing.cells).toMatchObject({
      'A same': { verdict: { kind: 'equal' } },
      'A other': {
        status: 'measured',
        samples: 1,
        verdict: { kind: 'different-answer', difference: { kind: 'content' } },
      },
      'A fewer': {
        verdict: {
          kind: 'different-answer',
          difference: { kind: 'count', baselineRows: 100, setupRows: 99 },
        },
      },
    });
  });

  test('than all others is the odd one, also as a baseline', () => {
    const steps = measureAll(
      simulateWrites({ A: { base: { ms: 20, ...other }, one: { ms: 9 }, two: { ms: 9 } } }),
    );
    expect(lastOf(steps).standing.cells).toMatchObject({
      'A base': { verdict: { kind: 'different-answer' }, samples: 1 },
      'A one': { verdict: { kind: 'too-few-runs', rounds: 0 }, samples: 12 },
      'A two': { verdict: { kind: 'too-few-runs', rounds: 0 }, samples: 12 },
    });
  });
});

test('stopped anywhere the standing is valid, and the fraction never goes back', () => {
  const contender = fc.record({
    ms: fc.double({ min: 0.05, max: 1500, noNaN: true }),
    aroundMs: fc.constantFrom(0, 2, 15),
    proof: fc.constantFrom({}, {}, {}, { contentHash: 'other' }),
    failsAt: fc.constantFrom(0, 0, 0, 1, 4),
  });
  const group = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), contender, { minKeys: 1 });
  const settings = fc.record({
    groups: fc.dictionary(fc.constantFrom('A', 'B', 'C'), group, { minKeys: 1 }),
    discards: fc.constantFrom(0, 0.1),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(settings, ({ groups, discards, seed }) => {
      const random = createSeededRandom(`${seed}`);
      const sim = simulateWrites(groups, {
        seed,
        disturb: noisy(0.05, `${seed}`),
        budgetMs: 5_000,
      });
      const ids = Object.entries(groups).flatMap(([id, members]) =>
        Object.keys(members).map((name) => `${id} ${name}`),
      );
      let fraction = 0;
      let step: WriteStep;
      let steps = 0;
      do {
        step = sim.rounds.measure(random.next() < discards);
        const { standing } = step;
        expect(Object.keys(standing.cells).toSorted()).toEqual(ids.toSorted());
        expect(standing.fraction).toBeGreaterThanOrEqual(fraction);
        expect(standing.fraction).toBeLessThanOrEqual(1);
        fraction = standing.fraction;
        expect(steps++).toBeLessThan(2000);
      } while (step.standing.next === 'measure');
      expect(fraction).toBe(1);
      for (const { status, verdict, samples } of Object.values(step.standing.cells)) {
        expect(status === 'failed').toBe(verdict.kind === 'failed');
        if (status === 'measured') expect(samples).toBeGreaterThan(0);
      }
    }),
    { numRuns: 10 },
  );
});

describe('content that differs from run to run', () => {
  const noteOf = (sim: Parameters<typeof measureAll>[0]) => {
    const { cells, notes } = lastOf(measureAll(sim)).standing;
    return { kinds: Object.values(cells).map(({ verdict }) => verdict.kind), notes };
  };
  const note =
    'The content differs from run to run: a trigger uses the time or chance. Only row counts were compared.';

  test('by chance, or as time goes by, is not compared, and said', () => {
    const chance = { proof: (before: number) => ({ contentHash: `${before}` }) };
    const time = { proof: (before: number) => ({ contentHash: `${before > 1}` }) };
    for (const varying of [chance, time]) {
      const all = {
        base: { ms: 20, ...varying },
        b: { ms: 40, ...varying },
        c: { ms: 60, ...varying },
      };
      const found = noteOf(simulateWrites({ A: all }, { disturb: noisy(0.005) }));
      expect(found).toEqual({ kinds: ['baseline', 'slower', 'slower'], notes: [note] });
    }
  });

  test('still has to have the same number of rows', () => {
    const proof = (before: number) => ({ contentHash: `${before}` });
    const fewer = (before: number) => ({ contentHash: `${before}`, tableRows: 99 });
    const sim = simulateWrites(
      { A: { base: { ms: 20, proof }, fewer: { ms: 10, proof: fewer }, same: { ms: 40, proof } } },
      { disturb: noisy(0.005) },
    );
    expect(noteOf(sim)).toEqual({
      kinds: ['baseline', 'different-answer', 'slower'],
      notes: [note],
    });
  });

  test('is told from a contender that is wrong, of which the baseline says the same again', () => {
    const sim = simulateWrites(
      {
        A: {
          base: { ms: 20 },
          wrong: { ms: 10, proof: { contentHash: 'other' } },
          same: { ms: 40 },
        },
      },
      { disturb: noisy(0.005) },
    );
    expect(noteOf(sim)).toEqual({ kinds: ['baseline', 'different-answer', 'slower'], notes: [] });
  });
});
