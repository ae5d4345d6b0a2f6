import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastRounds } from '../../statistics/distributions/signed-rank.ts';
import { type BudgetedGroup, mostRounds } from './budget-draft.ts';
import { planRoundBudget } from './round-budget.ts';

interface GroupSketch {
  baselineMs?: number | null;
  round?: number;
  isPrecise?: boolean;
  /** Costs of the members; a negative one was left out after its third round. */
  costs: number[];
  /** Rounds of each from an earlier run; those of this one come on top. */
  earlier?: number[];
  /** Those of the earlier run, too; as many as the rounds without it. */
  controls?: number;
}

function groupOf(id: string, sketch: GroupSketch): BudgetedGroup {
  const { baselineMs = 10, earlier, isPrecise = false, costs } = sketch;
  const { round = earlier ? 0 : 1 } = sketch;
  const members = costs.map((cost, at) => {
    const before = earlier?.[at] ?? 0;
    return {
      id: `${id}${at}`,
      costMs: Math.abs(cost),
      rounds: before + (cost < 0 ? Math.min(3, round) : round),
      earlier: before,
      isSettled: isPrecise,
      isOut: cost < 0 && round > 3,
    };
  });
  return { id, baselineMs, begun: Math.max(1, round), controls: sketch.controls ?? round, members };
}

function planOf(sketch: GroupSketch, leftMs: number, slowMs = 300) {
  const group = groupOf('g', sketch);
  const { groups, restMs } = planRoundBudget([group], { leftMs, slowMs });
  const plan = groups.get('g');
  if (!plan) throw new Error('no plan');
  const { shares, further, isControlled } = plan;
  const rounds = group.members.map(({ id, rounds }) => rounds + (further.members.get(id) ?? 0));
  return {
    shares: [...shares.values()].join(' '),
    /** Those that the members will have. */
    rounds: rounds.join(' '),
    isControlled,
    restMs,
  };
}

describe('a group', () => {
  test('has 12 rounds with a control when there is time', () => {
    expect(planOf({ costs: [10, 10, 10] }, 10_000)).toEqual({
      shares: 'full full full',
      rounds: '12 12 12',
      isControlled: true,
      restMs: 11 * 50,
    });
  });

  test('has as many rounds as fit, and no fewer than an interval needs', () => {
    expect(leastRounds(3)).toBe(7);
    expect(planOf({ costs: [10, 10, 10] }, 499)).toMatchObject({ rounds: '10 10 10', restMs: 450 });
    expect(planOf({ costs: [10, 10, 10] }, 316)).toMatchObject({ rounds: '7 7 7', restMs: 300 });
    expect(planOf({ costs: [10, 10, 10] }, 315).shares).toContain('short');
  });

  test('has three rounds of a slow contender when all others cannot have 12 otherwise', () => {
    const group = { costs: [10, 400, 10] };
    expect(planOf(group, 5200)).toMatchObject({ shares: 'full full full', rounds: '12 12 12' });
    expect(planOf(group, 5000)).toMatchObject({ shares: 'full short full', rounds: '12 3 12' });
    // One that is not slow keeps its rounds at the price of the others' number.
    expect(planOf(group, 5000, 500)).toMatchObject({
      shares: 'full full full',
      rounds: '12 12 12',
    });
    expect(planOf(group, 4000, 500)).toMatchObject({
      shares: 'full full full',
      rounds: '10 10 10',
    });
  });

  test('loses full rounds where that frees most', () => {
    const plan = planOf({ costs: [10, 400, 10] }, 1200, 500);
    expect(plan).toMatchObject({ shares: 'full short full', rounds: '11 3 11' });
    expect(plan.restMs).toBe(10 * 40 + 2 * 400);
  });

  test('is short as a whole when its baseline is slow', () => {
    for (const slowMs of [300, 500]) {
      const plan = planOf({ baselineMs: 400, costs: [10, 400, 10, 10] }, 4000, slowMs);
      expect(plan).toMatchObject({ shares: 'short short short short' });
    }
  });

  test('measures a slow baseline again only when there is time for it', () => {
    const group = { baselineMs: 400, costs: [10, 400] };
    expect(planOf(group, 2600)).toMatchObject({ isControlled: true, restMs: 2 * 1210 });
    expect(planOf(group, 2500)).toMatchObject({ isControlled: false, restMs: 2 * 810 });
  });

  test('gives up a contender that would take the time of all others', () => {
    expect(planOf({ costs: [10, 9000, 10] }, 10_000)).toMatchObject({
      shares: 'full few full',
      rounds: '12 1 12',
    });
  });

  test('keeps what it has when the time is over', () => {
    expect(planOf({ costs: [10, 10] }, -5)).toMatchObject({ shares: 'few few', restMs: 0 });
    expect(planOf({ costs: [10, 10], round: 3 }, 0)).toMatchObject({ shares: 'short short' });
    expect(planOf({ costs: [10, 10], round: 9 }, 0)).toMatchObject({
      shares: 'full full',
      restMs: 0,
    });
  });

  test('goes on beyond 12 rounds while it is vague, to 20', () => {
    expect(planOf({ costs: [10], round: 12 }, 10_000)).toMatchObject({ rounds: '20' });
    expect(planOf({ costs: [10], round: 12 }, 100)).toMatchObject({ rounds: '15', restMs: 90 });
    expect(planOf({ costs: [10], round: 12, isPrecise: true }, 10_000)).toMatchObject({
      rounds: '12',
      restMs: 0,
    });
  });

  test('never takes back a contender that was left out', () => {
    expect(planOf({ costs: [10, -10], round: 5 }, 10_000)).toMatchObject({ shares: 'full short' });
    expect(planOf({ costs: [10, -10], round: 2 }, 10_000)).toMatchObject({ shares: 'full full' });
  });

  test('with nothing to compare has the rounds for a median, without a control', () => {
    expect(planOf({ baselineMs: null, costs: [10] }, 10_000)).toMatchObject({
      rounds: '12',
      isControlled: false,
      restMs: 110,
    });
    expect(planOf({ baselineMs: null, costs: [10] }, 55)).toMatchObject({
      rounds: '6',
      restMs: 50,
    });
  });
});

describe('a group that is continued', () => {
  test('brings those with three rounds to 12, before the others have more', () => {
    const group = { costs: [10, 10, 50], earlier: [12, 12, 3], controls: 12 };
    // Nine rounds of the third with the baseline and its control; the others come along.
    expect(planOf(group, 680)).toMatchObject({
      rounds: '14 14 12',
      restMs: 9 * 70 + 2 * 20,
    });
    expect(planOf(group, 100_000)).toMatchObject({ rounds: '32 32 12' });
  });

  test('runs none of those that have what they need', () => {
    const settled = { costs: [10, 10], earlier: [12, 17], isPrecise: true, controls: 17 };
    expect(planOf(settled, 10_000)).toMatchObject({ rounds: '12 17', restMs: 0 });
    expect(planOf({ ...settled, isPrecise: false }, 100)).toMatchObject({ rounds: '15 17' });
  });

  test('has as many rounds as the interval of the control lacks', () => {
    expect(leastRounds(1)).toBe(6);
    // Four of the member, six of the baseline and its control.
    expect(planOf({ costs: [10], earlier: [3], controls: 0 }, 160)).toMatchObject({
      shares: 'full',
      rounds: '7',
      isControlled: true,
      restMs: 160,
    });
  });

  test('has a part of the rounds that it lacks when the time reaches no interval', () => {
    const group = { costs: [10, 20], earlier: [3, 3], controls: 0 };
    expect(planOf(group, 95)).toMatchObject({ shares: 'part short', rounds: '6 3', restMs: 90 });
    expect(planOf(group, 25)).toMatchObject({ shares: 'short short', restMs: 0 });
    expect(planOf({ costs: [10, 20], round: 3 }, 60)).toMatchObject({ shares: 'short short' });
  });

  test('has rounds of those without an interval before wide ones have more', () => {
    const group = { costs: [10, 400], earlier: [15, 3], controls: 15 };
    // A round of the second takes 420 with the baseline and its control; the first comes along.
    expect(planOf(group, 1300)).toMatchObject({
      shares: 'full part',
      rounds: '18 6',
      restMs: 1290,
    });
    expect(planOf(group, 419)).toMatchObject({ shares: 'full short', rounds: '28 3' });
  });

  test('does not take the time of wide ones for those that have 12', () => {
    // The slow baseline leaves the first group short as a whole.
    const slow = groupOf('s', { baselineMs: 400, costs: [10, 10], earlier: [14, 3], controls: 14 });
    const wide = groupOf('w', { costs: [10], earlier: [13], controls: 13 });
    const { groups } = planRoundBudget([slow, wide], { leftMs: 900, slowMs: 300 });
    const furtherOf = (id: string) => [...(groups.get(id)?.further.members.values() ?? [])];
    expect([furtherOf('s'), furtherOf('w')]).toEqual([[0, 1], [3]]);
  });

  test('has parts of the rounds of several, the cheapest to its end first', () => {
    // 700 a round of the first; the second comes along for 500.
    const group = { baselineMs: 150, costs: [400, 500], earlier: [3, 3], controls: 3 };
    expect(planOf(group, 2700)).toMatchObject({
      shares: 'part part',
      rounds: '6 4',
      restMs: 2600,
    });
  });

  test('counts those left out late among the family of intervals', () => {
    // Nine rounds tell of eight contenders, eight of four.
    const costs = [-10, -10, -10, -10, 10, 10, 10, 10];
    const earlier = [9, 9, 9, 9, 3, 3, 3, 3];
    const { rounds } = planOf({ costs, earlier, round: 4, controls: 9 }, 130);
    expect(rounds).toBe('12 12 12 12 9 9 9 9');
  });
});

const cost = fc.double({ min: 0.1, max: 2000, noNaN: true });
const sketch = fc.record({
  baselineMs: fc.option(cost),
  round: fc.integer({ min: 1, max: 20 }),
  costs: fc.array(
    fc.tuple(cost, fc.boolean()).map(([ms, isOut]) => (isOut ? -ms : ms)),
    { minLength: 1, maxLength: 9 },
  ),
  earlier: fc.option(fc.array(fc.nat(30), { maxLength: 9 }), { nil: [] }),
  controls: fc.nat(30),
});

test('no plan takes longer than the time that is left', () => {
  fc.assert(
    fc.property(
      fc.array(sketch, { minLength: 1, maxLength: 4 }),
      fc.double({ min: 0, max: 30_000, noNaN: true }),
      (sketches, leftMs) => {
        const groups = sketches.map((each, at) => groupOf(`g${at}`, each));
        const { restMs, groups: plans } = planRoundBudget(groups, { leftMs, slowMs: 500 });
        expect(restMs).toBeLessThanOrEqual(leftMs);
        for (const group of groups) {
          const plan = plans.get(group.id);
          expect([...(plan?.shares.keys() ?? [])]).toEqual(group.members.map(({ id }) => id));
          const full = group.members.filter(({ id }) => plan?.shares.get(id) === 'full');
          const least = group.baselineMs === null ? 6 : leastRounds(full.length);
          for (const { id, rounds, earlier } of group.members) {
            const further = plan?.further.members.get(id) ?? 0;
            if (further > 0) expect(rounds + further).toBeLessThanOrEqual(earlier + mostRounds);
            if (!full.some((each) => each.id === id)) continue;
            expect(rounds + further).toBeGreaterThanOrEqual(least);
          }
        }
      },
    ),
  );
});

test('more time never takes a verdict away from equal groups', () => {
  fc.assert(
    fc.property(cost, fc.integer({ min: 1, max: 9 }), cost, (ms, members, leftMs) => {
      const costs = Array.from({ length: members }, () => ms);
      const fullOf = (left: number) =>
        planOf({ baselineMs: ms, costs }, left)
          .shares.split(' ')
          .filter((each) => each === 'full').length;
      expect(fullOf(leftMs * 20)).toBeGreaterThanOrEqual(fullOf(leftMs * 10));
    }),
  );
});
