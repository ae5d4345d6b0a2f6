// Runs that go on where one ended: who comes back, what is not run again, what the verdicts say.
import { describe, expect, test } from 'vitest';
import { EngineFailure } from '../../model/errors.ts';
import type { EarlierWrites, WriteStep } from '../../model/writes/writes.ts';
import {
  earlierOf,
  lastOf,
  noisy,
  type SimulatedGroups,
  type SimulationSettings,
  simulateWrites,
} from './simulated-contenders.testing.ts';

interface Part {
  steps: WriteStep[];
  calls: string[];
  tookMs: number;
  earlier: EarlierWrites;
}

/** A run, and another that goes on where it ended; `stopAfter`: samples of the first, then Stop. */
function runTwice(
  groups: SimulatedGroups,
  [first, second]: readonly [SimulationSettings, SimulationSettings],
  stopAfter = Number.POSITIVE_INFINITY,
): [Part, Part] {
  const a = runPart(groups, first, undefined, stopAfter);
  return [a, runPart(groups, second, a.earlier)];
}

function runPart(
  groups: SimulatedGroups,
  settings: SimulationSettings,
  before?: EarlierWrites,
  stopAfter = Number.POSITIVE_INFINITY,
): Part {
  const sim = simulateWrites(groups, { ...settings, ...(before && { earlier: before }) });
  const steps: WriteStep[] = [];
  do steps.push(sim.rounds.measure(false));
  while (lastOf(steps).standing.next === 'measure' && steps.length < stopAfter);
  return { steps, calls: sim.calls, tookMs: sim.now(), earlier: earlierOf(steps, before) };
}

function cellOf({ steps }: Part, id: string) {
  const cell = lastOf(steps).standing.cells[id];
  if (!cell) throw new Error(`There is no ${id}.`);
  return cell;
}

const disturb = noisy(0.01);
const oneSlow: SimulatedGroups = { A: { base: { ms: 20 }, slow: { ms: 900 }, fast: { ms: 10 } } };

describe('a run that is continued', () => {
  test('brings back who was too slow, with the baseline, and runs no more of who is precise', () => {
    const [first, second] = runTwice(oneSlow, [
      { budgetMs: 6_000, disturb },
      { budgetMs: 12_000, disturb: noisy(0.01, 'more') },
    ]);
    expect(cellOf(first, 'A slow')).toMatchObject({ isShort: true, samples: 3 });
    expect(cellOf(second, 'A slow')).toMatchObject({
      isShort: false,
      samples: 12,
      verdict: { kind: 'slower' },
    });
    expect(second.calls).not.toContain('A fast');
    const { estimateMs } = cellOf(first, 'A fast').difference ?? {};
    expect(cellOf(second, 'A fast')).toMatchObject({
      samples: 12,
      verdict: { kind: 'faster' },
      difference: { estimateMs },
    });
    expect(second.tookMs).toBeLessThan(12_000);
    const rounds = second.steps.flatMap(({ sample }) => sample?.round ?? []);
    const before = first.earlier.samples.map(({ round }) => round);
    expect(Math.min(...rounds)).toBe(Math.max(...before) + 1);
    expect(new Set(rounds).size).toBe(9);
  });

  test('has the verdicts of before until more is known, also when it is stopped at once', () => {
    const [first, second] = runTwice(oneSlow, [
      { budgetMs: 6_000, disturb },
      { budgetMs: 12_000, disturb },
    ]);
    const ids = ['A base', 'A slow', 'A fast'];
    const kindsOf = (step: WriteStep | undefined) =>
      ids.map((id) => step?.standing.cells[id]?.verdict.kind);
    expect(kindsOf(second.steps[0])).toEqual(kindsOf(lastOf(first.steps)));
    // All of its rounds agree, as many as it has.
    const slow = second.steps.map(({ standing }) => standing.cells['A slow']?.verdict);
    for (const verdict of slow) {
      if (verdict?.kind === 'slower') continue;
      expect(verdict).toMatchObject({ kind: 'clearly-slower' });
    }
    const clear = slow.flatMap((verdict) =>
      verdict?.kind === 'clearly-slower' ? verdict.rounds : [],
    );
    expect(new Set(clear)).toEqual(new Set([3, 4, 5, 6]));
  });

  test('goes on after a stop, without those that had their first run', () => {
    const [first, second] = runTwice(
      {
        A: { base: { ms: 20 }, b: { ms: 40 }, c: { ms: 10 } },
        B: { base: { ms: 20 }, d: { ms: 5 } },
      },
      [{ disturb }, { disturb }],
      3,
    );
    expect(first.steps).toHaveLength(3);
    // The first runs of group B come in any case, and its baseline's first.
    expect(second.steps.slice(0, 2).map(({ contenderId }) => contenderId)).toEqual([
      'B base',
      'B d',
    ]);
    const { cells, reason } = lastOf(second.steps).standing;
    expect(reason).toBe('rounds');
    const samples = Object.values(cells).map((cell) => cell.samples);
    expect(Math.min(...samples)).toBeGreaterThanOrEqual(12);
    for (const id of ['A b', 'A c', 'B d']) {
      expect(['faster', 'slower']).toContain(cells[id]?.verdict.kind);
    }
  });

  test('gives the time to those that are open, as far as it reaches', () => {
    const slow = {
      base: { ms: 20 },
      b: { ms: 400 },
      c: { ms: 500 },
      d: { ms: 600 },
      e: { ms: 30 },
    };
    const [first, second] = runTwice({ A: slow }, [
      { budgetMs: 6_000, disturb },
      { budgetMs: 10_000, disturb: noisy(0.01, 'more') },
    ]);
    const open = ['A b', 'A c', 'A d'];
    expect(open.map((id) => cellOf(first, id).isShort)).toEqual([true, true, true]);
    expect(open.map((id) => cellOf(second, id).isShort)).toEqual([false, false, true]);
    expect(second.tookMs).toBeLessThan(10_000);
    expect(lastOf(second.steps).standing.reason).toBe('budget');
    const third = runPart({ A: slow }, { budgetMs: 10_000, disturb }, second.earlier);
    expect(cellOf(third, 'A d')).toMatchObject({ isShort: false, verdict: { kind: 'slower' } });
  });

  test('adds 20 rounds at most to who is vague', () => {
    const vague = { A: { base: { ms: 20 }, b: { ms: 21 } } };
    const [first, second] = runTwice(vague, [
      { disturb: noisy(0.3) },
      { disturb: noisy(0.3, 'more') },
    ]);
    expect([first, second].map((part) => cellOf(part, 'A b').samples)).toEqual([20, 40]);
  });

  test('with all precise, or with no time, is done at once', () => {
    const all = { A: { base: { ms: 20 }, b: { ms: 40 } } };
    const [first, second] = runTwice(all, [{ disturb }, { disturb }]);
    expect(second.steps).toHaveLength(1);
    expect(lastOf(second.steps).standing).toEqual({ ...lastOf(first.steps).standing });
    expect(second.calls).toEqual([]);
    const [, none] = runTwice(oneSlow, [{ budgetMs: 6_000, disturb }, { budgetMs: 0 }]);
    expect(none.calls).toEqual([]);
    expect(lastOf(none.steps).standing).toMatchObject({ next: 'done', reason: 'budget' });
  });
});

describe('what is known of before', () => {
  test('failures and what took too long are not run again', () => {
    const thrown = () => new EngineFailure({ code: 'time-limit', message: 'Too long.' });
    const groups: SimulatedGroups = {
      A: {
        base: { ms: 20 },
        failed: { ms: 20, failsAt: 1 },
        endless: { ms: 20, failsAt: 1, thrown },
        b: { ms: 30 },
      },
    };
    const [, second] = runTwice(groups, [{ disturb: noisy(0.2) }, { disturb: noisy(0.2, 'x') }]);
    expect(new Set(second.calls)).toEqual(new Set(['A base', 'A b']));
    expect(cellOf(second, 'A failed')).toMatchObject({ status: 'failed' });
    expect(cellOf(second, 'A endless').verdict.kind).toBe('over-limit');
  });

  test('a contender that left other content stays unranked', () => {
    const other = { ms: 5, proof: { contentHash: 'other' } };
    const groups = { A: { base: { ms: 20 }, same: { ms: 21 }, other } };
    const [, second] = runTwice(groups, [{ disturb: noisy(0.2) }, { disturb: noisy(0.2, 'x') }]);
    expect(second.calls).not.toContain('A other');
    expect(cellOf(second, 'A other').verdict.kind).toBe('different-answer');
  });

  test('content that another engine leaves otherwise varies; that it did is not forgotten', () => {
    const groupsWith = (contentHash: string): SimulatedGroups => ({
      A: { base: { ms: 20, proof: { contentHash } }, b: { ms: 40, proof: { contentHash } } },
    });
    const settings = { disturb: noisy(0.2) };
    const first = runPart(groupsWith('today'), settings);
    expect(lastOf(first.steps).standing.varying).toEqual([]);
    const second = runPart(groupsWith('tomorrow'), settings, first.earlier);
    expect(lastOf(second.steps).standing).toMatchObject({ varying: ['A'] });
    expect(cellOf(second, 'A b').verdict.kind).not.toBe('different-answer');
    const third = runPart(groupsWith('tomorrow'), settings, second.earlier);
    expect(lastOf(third.steps).standing.notes).toEqual([expect.stringContaining('differs')]);
  });

  test('a baseline that failed leaves the others their medians', () => {
    const groups = { A: { base: { ms: 20, failsAt: 2 }, b: { ms: 30 } } };
    const [first, second] = runTwice(groups, [{ disturb }, { disturb }], 6);
    expect(cellOf(first, 'A base').status).toBe('failed');
    expect(cellOf(second, 'A b')).toMatchObject({ samples: 12, verdict: { kind: 'too-few-runs' } });
  });
});

describe('equal contenders', () => {
  // Seen: none; of 600 with other seeds and budgets 4 in the first run, 1 in each that continued it.
  test('are not ranked for being continued twice', () => {
    const rankings = ['faster', 'slower', 'clearly-faster', 'clearly-slower'];
    let ranked = 0;
    for (let run = 0; run < 12; run++) {
      const names = ['base', 'b', 'c', 'd', 'e', 'f'].slice(0, 3 + (run % 4));
      const groups = { A: Object.fromEntries(names.map((name) => [name, { ms: 60 }])) };
      let earlier: EarlierWrites | undefined;
      for (const part of [1, 2, 3]) {
        const noise = noisy([0.02, 0.1, 0.3][run % 3] ?? 0, `${run} ${part}`);
        earlier = runPart(groups, { budgetMs: 1500, disturb: noise }, earlier).earlier;
      }
      const { steps } = runPart(groups, { budgetMs: 0 }, earlier);
      const kinds = Object.values(lastOf(steps).standing.cells).map(({ verdict }) => verdict.kind);
      if (kinds.some((kind) => rankings.includes(kind))) ranked++;
    }
    expect(ranked).toBe(0);
  });
});

test('time that the others leave goes to who was left out for them', () => {
  const groups = {
    A: { base: { ms: 10 }, b: { ms: 30 }, c: { ms: 300 } },
  };
  const [first, second] = runTwice(groups, [
    { budgetMs: 1500, disturb },
    { budgetMs: 2000, disturb: noisy(0.01, 'more') },
  ]);
  const samplesOf = (part: Part) => ['A b', 'A c'].map((id) => cellOf(part, id).samples);
  expect(samplesOf(first)[0]).toBeGreaterThanOrEqual(6);
  // Too few for an interval even so, but more than before.
  expect(samplesOf(second)[1]).toBeGreaterThan(samplesOf(first)[1] ?? 0);
  expect(second.tookMs).toBeGreaterThan(1500);
});

test('what one run is too short for, several come to', () => {
  const groups = { A: { base: { ms: 30 }, b: { ms: 60 }, c: { ms: 60 } } };
  let part = runPart(groups, { budgetMs: 400, disturb });
  const isShort = () => ['A b', 'A c'].map((id) => cellOf(part, id).isShort);
  const parts = [1, 2, 3, 4, 5, 6, 7].map((at) => {
    part = runPart(groups, { budgetMs: 400, disturb: noisy(0.01, `${at}`) }, part.earlier);
    expect(part.tookMs).toBeLessThan(400);
    return isShort();
  });
  expect(parts[0]).toEqual([true, true]);
  expect(parts.at(-1)).toEqual([false, false]);
});

test('who has no interval comes before those whose interval is wide, in all groups', () => {
  const ids = ['A', 'B'];
  const members = { base: { ms: 60 }, values: { ms: 50 }, slow: { ms: 750 } };
  const groups = Object.fromEntries(ids.map((id) => [id, members]));
  let part = runPart(groups, { budgetMs: 5_000, disturb: noisy(0.15) });
  const samples = () => ids.map((id) => cellOf(part, `${id} slow`).samples);
  const sumOf = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0);
  // Four or five rounds of 870 ms fit into each; some 20 are lacking.
  for (let at = 0; at < 7 && Math.min(...samples()) < 12; at++) {
    const before = sumOf(samples());
    part = runPart(groups, { budgetMs: 5_000, disturb: noisy(0.15, `${at}`) }, part.earlier);
    // A sample that is slower than expected is not broken off.
    expect(part.tookMs).toBeLessThan(5_300);
    expect(sumOf(samples()) - before).toBeGreaterThanOrEqual(3);
  }
  expect(Math.min(...samples())).toBeGreaterThanOrEqual(12);
  expect(ids.map((id) => cellOf(part, `${id} slow`).verdict.kind)).toEqual(['slower', 'slower']);
});

test('time that is too short for a round of all that want one goes to those whose round fits', () => {
  const groups = {
    A: { base: { ms: 20 }, wide: { ms: 21 } },
    B: { base: { ms: 800 }, wide: { ms: 820 } },
  };
  const [first, second] = runTwice(groups, [
    { budgetMs: 200_000, disturb: noisy(0.3) },
    { budgetMs: 2_000, disturb: noisy(0.3, 'more') },
  ]);
  const samplesOf = (part: Part) => ['A wide', 'B wide'].map((id) => cellOf(part, id).samples);
  expect(samplesOf(first)).toEqual([20, 20]);
  expect(samplesOf(second)).toEqual([40, 20]);
  expect(second.tookMs).toBeLessThan(2_000);
});
