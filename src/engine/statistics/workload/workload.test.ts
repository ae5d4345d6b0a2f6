import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import type { MeasuredRound, Standing } from '../../model/comparison/comparison.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import { pairedRatio } from '../paired-ratio.ts';
import { standingOf } from '../standing.ts';
import { type WorkloadQuery, workloadOf } from './workload.ts';
import { workloadWords } from './workload-words.ts';

interface QueryPlan {
  /** True ratio of each setup to A. */
  factors: Record<string, number>;
  weight?: number;
  rounds?: number;
  noise?: number;
  baseMs?: number;
  unmeasured?: Record<string, Verdict>;
  isShort?: boolean;
}

/** A query that was measured with these true ratios; noise is a share of the time, seeded. */
function query(queryId: string, plan: QueryPlan): WorkloadQuery {
  const { factors, noise = 0.01, baseMs = 10, unmeasured = {} } = plan;
  const random = createSeededRandom(queryId);
  const sample = (factor: number) => ({
    perCallMs: baseMs * factor * (1 + noise * (random.next() - 0.5)),
    calls: 1,
    hits: null,
    warmPerCallMs: null,
    warmHits: null,
  });
  const measuredIds = Object.keys(factors).filter((id) => !unmeasured[id]);
  const rounds: MeasuredRound[] = Array.from({ length: plan.rounds ?? 12 }, () => ({
    samples: {
      A: sample(1),
      ...Object.fromEntries(measuredIds.map((id) => [id, sample(factors[id] ?? 1)])),
    },
    control: sample(1),
  }));
  return {
    queryId,
    name: `query ${queryId}`,
    weight: plan.weight ?? 1,
    rounds,
    standing: standingOf({
      baselineId: 'A',
      comparedIds: measuredIds,
      unmeasured,
      rounds,
      isShort: plan.isShort ?? false,
      spentMs: 0,
      budgetMs: 10_000,
      discarded: 0,
      maxRounds: 50,
      roundMs: 1,
      distinctKeys: 0,
    }),
  };
}

const setups = ['A', 'B', 'C'];
const named = (id: string) => id;

describe('the mean over the workload', () => {
  test('is the geometric one, by weight', () => {
    const summary = workloadOf(
      [
        query('often', { factors: { B: 0.5, C: 1 }, weight: 3, baseMs: 1 }),
        query('rare', { factors: { B: 8, C: 1 }, weight: 1, baseMs: 900 }),
      ],
      setups,
    );
    // 0.5^(3/4) * 8^(1/4) = 1: by time B would be far slower, by mere number too.
    const { B, C } = summary.verdicts;
    expect(B?.kind === 'equal' && B.ratio.estimate).toBeCloseTo(1, 2);
    expect(C?.kind).toBe('equal');
    expect(summary.counted.map(({ share }) => share)).toEqual([0.75, 0.25]);
    expect(summary.outcome).toEqual({ kind: 'tie', setupIds: ['A', 'B', 'C'] });
  });

  test('of a single query against one setup is that query, interval and all', () => {
    const only = query('only', { factors: { B: 0.3 }, noise: 0.2 });
    const summary = workloadOf([only], ['A', 'B']);
    const alone = only.standing?.verdicts.B;
    const { B } = summary.verdicts;
    if (alone?.kind !== 'faster' || B?.kind !== 'faster') throw new Error('B is faster');
    expect(B.ratio.level).toBe(alone.ratio.level);
    expect(B.ratio.estimate).toBeCloseTo(alone.ratio.estimate, 12);
    expect(B.ratio.low).toBeCloseTo(alone.ratio.low, 12);
    expect(B.ratio.high).toBeCloseTo(alone.ratio.high, 12);
    expect(summary.margin).toBeCloseTo(only.standing?.margin ?? 0, 12);
  });

  test('uses as many rounds as the query with the fewest has, the first of each', () => {
    const long = query('long', { factors: { B: 0.5 }, rounds: 30, noise: 0.1 });
    const short = query('short', { factors: { B: 0.5 }, rounds: 12, noise: 0.1 });
    const summary = workloadOf([long, short], ['A', 'B']);
    expect(summary.rounds).toBe(12);
    const cut = workloadOf([{ ...long, rounds: long.rounds.slice(0, 12) }, short], ['A', 'B']);
    expect(cut.verdicts).toEqual(summary.verdicts);
    const times = (id: string) =>
      Array.from({ length: 12 }, (_, round) => {
        const one = long.rounds[round]?.samples[id]?.perCallMs ?? Number.NaN;
        const other = short.rounds[round]?.samples[id]?.perCallMs ?? Number.NaN;
        return Math.sqrt(one * other);
      });
    const expected = pairedRatio(times('B'), times('A'), 1);
    const verdict = summary.verdicts.B;
    expect(verdict?.kind === 'faster' && verdict.ratio.estimate).toBeCloseTo(
      expected?.estimate ?? 0,
      12,
    );
    expect(verdict?.kind === 'faster' && verdict.ratio.low).toBeCloseTo(expected?.low ?? 0, 12);
  });

  test('counts the comparison of the winner with the next best in the family', () => {
    const summary = workloadOf([query('q', { factors: { B: 0.5, C: 0.7 } })], setups);
    expect(summary.control?.level).toBeCloseTo(1 - 0.05 / 3, 12);
    expect(workloadOf([query('q', { factors: { B: 0.5 } })], ['A', 'B']).control?.level).toBe(0.95);
  });
});

describe('the outcome', () => {
  test('a winner is faster than every other setup, each with its interval', () => {
    const summary = workloadOf(
      [
        query('one', { factors: { B: 1 / 4, C: 1 / 12 } }),
        query('two', { factors: { B: 1 / 4, C: 1 / 12 } }),
      ],
      setups,
    );
    expect(summary.outcome).toMatchObject({
      kind: 'winner',
      setupId: 'C',
      againstBaseline: { setupId: 'A' },
      againstNextBest: { setupId: 'B' },
    });
    const { headline, basis } = workloadWords(summary, named);
    expect(headline).toMatch(
      /^C wins: 12× faster than A over the workload \(12–12\), 3\.0× faster than B \(3\.0–3\.0\)$/,
    );
    expect(basis).toContain('of 2 queries, by weight, over 12 rounds of each, 98.3 % intervals');
  });

  test('against one setup the baseline is the next best', () => {
    const summary = workloadOf([query('q', { factors: { B: 0.1 } })], ['A', 'B']);
    expect(workloadWords(summary, named).headline).toMatch(/^B wins: 10× faster than A over/);
    expect(workloadWords(summary, named).headline).not.toContain(',');
  });

  test('the baseline wins when it is faster than all', () => {
    const summary = workloadOf([query('q', { factors: { B: 3, C: 1.5 } })], setups);
    expect(summary.outcome).toMatchObject({
      kind: 'baseline-wins',
      againstNextBest: { setupId: 'C' },
    });
    expect(workloadWords(summary, named).headline).toMatch(
      /^A, the baseline, wins: 1\.\d\d× faster than C over the workload \(1\.\d\d–1\.\d\d\)$/,
    );
  });

  test('the best two may be equal, faster than the third', () => {
    const summary = workloadOf([query('q', { factors: { B: 0.2, C: 0.2 } })], setups);
    expect(summary.outcome).toEqual({ kind: 'tie', setupIds: ['B', 'C'] });
    expect(workloadWords(summary, named).headline).toContain('B and C, within ±5 %');
  });

  test('what cannot be told apart is said to be open', () => {
    const summary = workloadOf([query('q', { factors: { B: 0.93, C: 2 }, noise: 0.15 })], setups);
    expect(summary.outcome).toMatchObject({ kind: 'unresolved', setupIds: ['A', 'B'] });
    expect(workloadWords(summary, named).headline).toContain('A and B are not resolved');
    const noisy = workloadOf([query('q', { factors: { B: 0.93, C: 9 }, noise: 1.6 })], setups);
    expect(noisy.outcome).toMatchObject({ kind: 'unresolved', isNoisy: true });
    expect(workloadWords(noisy, named).headline).toContain('too noisy');
  });

  test('a winner with a cache is never worded without its hit ratio', () => {
    const cached = query('q', { factors: { B: 0.1 } });
    const summaryOfB = cached.standing?.summaries.B;
    if (!cached.standing || !summaryOfB) throw new Error('B was measured');
    const cache = {
      hitRatio: 0.94,
      warmHitRatio: 1,
      warmMedianMs: 0.001,
      copy: 'reference' as const,
      draws: 1000,
      distinctKeys: 60,
    };
    const standing: Standing = {
      ...cached.standing,
      summaries: { ...cached.standing.summaries, B: { ...summaryOfB, cache } },
    };
    const summary = workloadOf([{ ...cached, standing }], ['A', 'B']);
    expect(summary.hitRatios).toEqual({ B: 0.94 });
    expect(workloadWords(summary, named).headline).toContain('at 94 % hits, by reference');
  });
});

describe('what is left out', () => {
  const good = query('good', { factors: { B: 0.5, C: 0.25 } });
  const failed: Verdict = { kind: 'failed', error: { code: 'sql-failed', message: 'No.' } };
  const difference = { baselineRows: 1, setupRows: 2, kind: 'count' as const };

  test('a query without an interval in one setup counts for none, with the reason', () => {
    const summary = workloadOf(
      [
        good,
        query('broken', { factors: { B: 0.1, C: 9 }, unmeasured: { C: failed } }),
        query('other', {
          factors: { B: 0.1, C: 9 },
          unmeasured: { B: { kind: 'different-answer', difference } },
        }),
        query('endless', {
          factors: { B: 0.1, C: 9 },
          unmeasured: { C: { kind: 'over-limit', limitMs: 20_000 } },
        }),
        query('slow', { factors: { B: 0.1, C: 9 }, rounds: 3, isShort: true }),
        query('stopped', { factors: { B: 0.1, C: 9 }, rounds: 6 }),
        query('ignored', { factors: { B: 0.1, C: 9 }, weight: 0 }),
        { ...query('never', { factors: { B: 0.1, C: 9 } }), rounds: [], standing: null },
        query('older', { factors: { B: 0.1 } }),
      ],
      setups,
    );
    expect(
      summary.leftOut.map(({ queryId, reason, setupIds }) => [queryId, reason, setupIds]),
    ).toEqual([
      ['broken', 'failed', ['C']],
      ['other', 'different-answer', ['B']],
      ['endless', 'over-limit', ['C']],
      ['slow', 'short', []],
      ['stopped', 'too-few-rounds', []],
      ['ignored', 'no-weight', []],
      ['never', 'not-measured', []],
      ['older', 'not-measured', ['C']],
    ]);
    expect(summary.verdicts).toEqual(workloadOf([good], setups).verdicts);
    const words = workloadWords(summary, named);
    expect(words.basis).toContain('1 of 8 queries');
    expect(words.outcome).toBe('C leads in 1 of 8 queries');
    expect(words.headline).not.toContain('wins');
    expect(words.headline).toMatch(/^C leads in 1 of 8 queries: 4\.0× faster than A \(/);
    expect(words.notCounted).toContain('query slow (3 rounds only)');
    expect(words.notCounted).toContain('query other (different answer in B)');
    expect(words.notCounted).not.toContain('ignored');
    expect(words.leftOut[0]).toBe('query broken is left out: it failed in C.');
    expect(words.leftOut[3]).toContain('three rounds');
  });

  test('without any query it says so', () => {
    const summary = workloadOf([query('ignored', { factors: { B: 0.1 }, weight: 0 })], ['A', 'B']);
    expect(summary).toMatchObject({ outcome: { kind: 'empty' }, rounds: 0, verdicts: {} });
    expect(workloadWords(summary, named).headline).toBe('No query counts for the workload');
    expect(workloadOf([], setups).outcome).toEqual({ kind: 'empty' });
    expect(workloadWords(workloadOf([], setups), named).basis).toContain('Add a query');
  });

  test('a baseline alone has no rivals', () => {
    const alone = workloadOf([query('q', { factors: {} })], ['A']);
    expect(alone.outcome.kind).not.toBe('winner');
    expect(workloadWords(alone, named).headline).toBe('No summary: nothing to compare A with');
  });
});
