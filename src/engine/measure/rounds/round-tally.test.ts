import { expect, test } from 'vitest';
import { createSeededRandom } from '../../../lib/numbers/seeded-random.ts';
import type { EarlierRounds, RoundReport } from '../../model/comparison/comparison.ts';
import {
  evenCategory,
  inCategory,
  last,
  open,
  openShop,
  query,
  setup,
  simulated,
} from '../comparison.testing.ts';
import type { Comparison } from '../comparison.ts';
import { simulateEngine } from '../simulated-engine.testing.ts';

const setups = [setup('A', []), setup('B', ['by_category'])];
const measured = query(inCategory, [evenCategory]);
const keep = { discardLast: false };
const discard = { discardLast: true };

function measureOn(comparison: Comparison): RoundReport[] {
  const reports: RoundReport[] = [];
  do reports.push(comparison.measureRound('q', keep));
  while (reports.at(-1)?.standing.next === 'measure');
  return reports;
}

/** What the page holds of rounds: a copy, as it comes through a message. */
function earlierOf(reports: RoundReport[]): EarlierRounds {
  const rounds = reports.map(({ samples, control }) => ({ samples, control }));
  return structuredClone({ rounds, spentMs: last(reports).standing.spentMs });
}

/** Too wild for precision, so that budget and rounds decide. */
async function wild(lowMs: number, highMs: number) {
  const random = createSeededRandom('wild');
  return simulateEngine(
    await openShop(20),
    inCategory,
    0.1,
    () => lowMs + (highMs - lowMs) * random.next() ** 2,
  );
}

test('a disturbed round leaves the list, and its order does not come again', async () => {
  let factor = 1;
  const engine = simulateEngine(await openShop(20), inCategory, 0.1, () => 2 * factor);
  const comparison = open({ ...engine, setups, query: measured });
  comparison.measureRound('q', keep);
  comparison.measureRound('q', keep);
  factor = 10;
  const disturbed = comparison.measureRound('q', keep);
  factor = 1;
  expect(disturbed).toMatchObject({ round: 3, standing: { rounds: 3, discarded: 0 } });
  const spentMs = disturbed.standing.spentMs;
  const again = comparison.measureRound('q', discard);
  expect(again).toMatchObject({ round: 3, standing: { rounds: 3, discarded: 1 } });
  expect(again.standing.spentMs).toBeGreaterThan(spentMs);
  expect(again.standing.summaries.A).toMatchObject({ samples: 3, madMs: expect.any(Number) });
  expect(again.standing.summaries.A?.medianMs).toBeCloseTo(2, 1);
  expect(again.standing.roundMs).toBeLessThan(20);
  expect(comparison.measureRound('q', keep)).toMatchObject({ round: 4, standing: { rounds: 4 } });

  const orders = async (asked: (typeof keep)[]) => {
    const other = open({ ...(await simulated(inCategory, 0.1, () => 2)), setups, query: measured });
    return asked.map((each) => other.measureRound('q', each).order.join());
  };
  const all = Array.from({ length: 12 }, () => keep);
  expect(await orders(all.map(() => discard))).toEqual(await orders(all));
});

test('a discarded round asks the same questions again', async () => {
  const engine = await simulated(inCategory, 0.1, () => 2);
  const comparison = open({ ...engine, setups, query: measured });
  const asked = (request: typeof keep) => {
    const before = engine.calls.length;
    comparison.measureRound('q', request);
    const calls = engine.calls.slice(before).map(({ binding }) => JSON.stringify(binding));
    return [...new Set(calls)].sort();
  };
  asked(keep);
  const second = asked(keep);
  expect(asked(discard)).toEqual(second);
  expect(asked(keep)).not.toEqual(second);
});

test('nothing is discarded twice, nor before anything was measured', async () => {
  const engine = await simulated(inCategory, 0.1, () => 2);
  const comparison = open({ ...engine, setups, query: measured });
  expect(comparison.measureRound('q', discard).standing).toMatchObject({ rounds: 1, discarded: 0 });
  expect(comparison.measureRound('q', discard).standing).toMatchObject({ rounds: 1, discarded: 1 });
  const reports = measureOn(comparison);
  const earlier = earlierOf(reports.slice(0, 1));
  comparison.resumeQuery('q', { ...earlier, rounds: earlier.rounds.slice(0, 1) }, 1000);
  const { discarded } = last(reports).standing;
  const { standing } = comparison.measureRound('q', discard);
  expect(standing).toMatchObject({ rounds: 2, discarded: discarded + last(reports).round - 1 });
});

test('measuring goes on when the round that seemed the last is discarded', async () => {
  const engine = await simulated(inCategory, 0.1, () => 2);
  const comparison = open({ ...engine, setups, query: measured });
  const reports = measureOn(comparison);
  expect(last(reports)).toMatchObject({ round: 12, standing: { reason: 'precise' } });
  const again = comparison.measureRound('q', discard);
  expect(again).toMatchObject({ round: 12, standing: { rounds: 12, reason: 'precise' } });
});

test('a query that is disturbed round after round ends after three budgets', async () => {
  const engine = await simulated(inCategory, 0.1, () => 20);
  const comparison = open({ ...engine, setups, query: measured, budgetMs: 1_000 });
  const reports = [comparison.measureRound('q', keep)];
  while (last(reports).standing.next === 'measure' && reports.length < 500) {
    reports.push(comparison.measureRound('q', discard));
  }
  const { standing } = last(reports);
  expect(standing).toMatchObject({ rounds: 1, reason: 'budget' });
  expect(standing.discarded).toBe(reports.length - 1);
  expect(standing.spentMs).toBeGreaterThan(3_000);
  expect(standing.spentMs).toBeLessThan(3_200);
  expect(standing.verdicts.B).toEqual({ kind: 'too-few-runs', rounds: 1 });
});

test('continuing in the same comparison counts every round once', async () => {
  const engine = await wild(60, 300);
  const comparison = open({ ...engine, setups, query: measured, budgetMs: 8_000 });
  const first = measureOn(comparison);
  const before = last(first).standing;
  expect(before).toMatchObject({ reason: 'budget', maxRounds: 50 });
  comparison.resumeQuery('q', earlierOf(first), 4_000);
  const more = measureOn(comparison);
  expect(more[0]?.round).toBe(before.rounds + 1);
  expect(last(more).standing).toMatchObject({
    rounds: before.rounds + more.length,
    reason: 'budget',
    maxRounds: before.rounds + 50,
  });
  expect(last(more).standing.spentMs).toBeGreaterThan(12_000);
  expect(last(more).standing.spentMs).toBeLessThan(14_000);
  expect(last(more).standing.summaries.A?.samples).toBe(before.rounds + more.length);
  const orders = [...first, ...more].map(({ order }) => order.join());
  expect(new Set(orders.slice(-6)).size).toBeGreaterThan(1);
});

test('50 more rounds are allowed', async () => {
  const engine = await wild(1, 40);
  const comparison = open({ ...engine, setups, query: measured, budgetMs: 60_000 });
  const first = measureOn(comparison);
  expect(last(first).standing).toMatchObject({ rounds: 50, reason: 'rounds' });
  comparison.resumeQuery('q', earlierOf(first), 60_000);
  const more = measureOn(comparison);
  expect(last(more).standing).toMatchObject({ rounds: 100, maxRounds: 100, reason: 'rounds' });
});

test('another engine goes on as the first one would have', async () => {
  const engine = await wild(60, 300);
  const first = measureOn(open({ ...engine, setups, query: measured, budgetMs: 8_000 }));
  const { rounds, spentMs } = last(first).standing;
  const other = open({ ...(await wild(60, 300)), setups, query: measured, budgetMs: 8_000 });
  other.resumeQuery('q', earlierOf(first), 4_000);
  const [next] = measureOn(other);
  if (!next) throw new Error('no round');
  expect(next).toMatchObject({ round: rounds + 1, standing: { maxRounds: rounds + 50 } });
  expect(next.order.join()).not.toBe(first[0]?.order.join());
  expect(next.standing.summaries.A?.samples).toBe(rounds + 1);
  expect(next.standing.spentMs).toBeGreaterThan(spentMs);
  expect(next.standing.control?.level).toBe(0.95);
});

test('what was too slow is judged anew by the larger budget', async () => {
  for (const isSameEngine of [true, false]) {
    const slow = () => simulated(inCategory, 0.1, (indexes) => (indexes.length > 0 ? 200 : 900));
    const comparison = open({ ...(await slow()), setups, query: measured });
    const first = measureOn(comparison);
    expect(last(first).standing).toMatchObject({ rounds: 3, isShort: true, reason: 'short' });
    expect(last(first).standing.roundMs).toBeGreaterThan(1_900);
    const going = isSameEngine ? comparison : open({ ...(await slow()), setups, query: measured });
    going.resumeQuery('q', earlierOf(first), 30_000);
    const more = measureOn(going);
    expect(more[0]?.standing).toMatchObject({ rounds: 4, isShort: false, next: 'measure' });
    expect(last(more).standing).toMatchObject({ rounds: 12, reason: 'precise' });
    expect(last(more).standing.verdicts.B?.kind).toBe('faster');
  }
});

test('what is still too slow has one round more, and says so', async () => {
  const engine = await simulated(inCategory, 0.1, (indexes) => (indexes.length > 0 ? 200 : 9_000));
  const comparison = open({ ...engine, setups, query: measured });
  const first = measureOn(comparison);
  comparison.resumeQuery('q', earlierOf(first), 10_000);
  const { standing } = last(measureOn(comparison));
  expect(standing).toMatchObject({ rounds: 4, maxRounds: 4, isShort: true, reason: 'short' });
  expect(standing.verdicts.B).toMatchObject({ kind: 'clearly-faster', rounds: 4 });
});

test('cached setups keep their number of draws when another engine goes on', async () => {
  const cached = [setup('A', []), setup('B', [], 500)];
  const open1 = async (costMs: number, budgetMs: number) =>
    open({
      ...(await simulated(inCategory, 0.1, () => costMs)),
      setups: cached,
      query: measured,
      budgetMs,
    });
  const first = [(await open1(40, 10_000)).measureRound('q', keep)];
  const draws = first[0]?.samples.B?.calls ?? 0;
  expect(draws).toBeLessThan(24);
  // A faster engine with more time would take all thousand: another hit ratio, another question.
  const other = await open1(4, 60_000);
  other.resumeQuery('q', earlierOf(first), 10_000);
  expect(other.measureRound('q', keep).samples.B?.calls).toBe(draws);
});

test('a setup that an earlier engine could not measure has its own rounds only', async () => {
  const engine = await simulated(inCategory, 0.1, () => 2);
  const three = [...setups, setup('C', ['by_name'])];
  const earlier = earlierOf(measureOn(open({ ...engine, setups, query: measured })));
  const comparison = open({
    ...(await simulated(inCategory, 0.1, () => 2)),
    setups: three,
    query: measured,
  });
  comparison.resumeQuery('q', earlier, 10_000);
  const reports = measureOn(comparison);
  expect(reports[0]?.standing).toMatchObject({
    rounds: 13,
    verdicts: { B: { kind: 'equal' }, C: { kind: 'too-few-runs', rounds: 1 } },
  });
  expect(last(reports).standing).toMatchObject({
    reason: 'precise',
    verdicts: { C: { kind: 'equal' } },
  });
});
