import { expect, test } from 'vitest';
import { createSeededRandom } from '../../lib/numbers/seeded-random.ts';
import {
  evenCategory,
  firstRunsOf,
  inCategory,
  last,
  measureAll,
  open,
  openShop,
  query,
  realPlatform,
  setup,
  simulated,
} from './comparison.testing.ts';
import { type SimulatedEngine, simulateEngine } from './simulated-engine.testing.ts';

test('a clock of 1 ms measures calls of a fraction of it', async () => {
  const truth = { slow: 0.07, fast: 0.004 };
  const engine = await simulated(inCategory, 1, (indexes) =>
    indexes.includes('by_category') ? truth.fast : truth.slow,
  );
  const comparison = open({
    ...engine,
    setups: [setup('A', []), setup('B', ['by_category'])],
    query: query(inCategory, [evenCategory]),
  });
  expect(comparison.environment.tickMs).toBe(1);
  const { standing, samples } = last(measureAll(comparison));
  const { A, B } = standing.summaries;
  expect(A?.medianMs).toBeGreaterThan(truth.slow * 0.95);
  expect(A?.medianMs).toBeLessThan(truth.slow * 1.05);
  expect(B?.medianMs).toBeGreaterThan(truth.fast * 0.95);
  expect(B?.medianMs).toBeLessThan(truth.fast * 1.05);
  expect(samples.A?.calls).toBeGreaterThanOrEqual(400);
  expect(standing).toMatchObject({ reason: 'precise', isShort: false });
  const verdict = standing.verdicts.B;
  if (verdict?.kind !== 'faster') throw new Error(`unexpected ${verdict?.kind}`);
  expect(verdict.ratio.low).toBeLessThan(truth.fast / truth.slow);
  expect(verdict.ratio.high).toBeGreaterThan(truth.fast / truth.slow);
});

test('setups that cost the same are never ranked', async () => {
  for (const tickMs of [0.005, 0.1, 1]) {
    const engine = await simulated(inCategory, tickMs, () => 0.5);
    const comparison = open({
      ...engine,
      setups: [setup('A', []), setup('B', ['by_category']), setup('C', ['by_name'])],
      query: query(inCategory, [evenCategory]),
    });
    const { standing } = last(measureAll(comparison));
    expect(standing.rounds).toBeGreaterThanOrEqual(12);
    for (const id of ['B', 'C']) expect(standing.verdicts[id]?.kind).toBe('equal');
    expect(standing.verdicts.A).toEqual({ kind: 'baseline' });
  }
});

test('every setup of a round answers the same draws, and rounds differ in their order', async () => {
  const engine = await simulated(inCategory, 0.1, (indexes) => (indexes.length > 0 ? 0.8 : 2));
  const comparison = open({
    ...engine,
    setups: [setup('A', []), setup('B', ['by_category'])],
    query: query(inCategory, [evenCategory]),
  });
  comparison.measureRound('q');
  const before = engine.calls.length;
  const { order } = comparison.measureRound('q');
  const seen = (isIndexed: boolean) =>
    new Set(
      engine.calls
        .slice(before)
        .filter(({ indexes }) => indexes.length > 0 === isIndexed)
        .map(({ binding }) => JSON.stringify(binding)),
    );
  expect(seen(true)).toEqual(seen(false));
  expect([...order].sort()).toEqual(['A', 'B', 'control']);
  const orders = [3, 4, 5, 6, 7, 8].map(() => comparison.measureRound('q').order.join());
  expect(new Set(orders).size).toBeGreaterThan(2);
});

test('the same seed measures in the same order with the same draws', async () => {
  const run = async (): Promise<[SimulatedEngine['calls'], string[]]> => {
    const engine = await simulated(inCategory, 0.1, () => 3);
    const comparison = open({
      ...engine,
      setups: [setup('A', []), setup('B', ['by_category'])],
      query: query(inCategory, [evenCategory]),
    });
    const orders = [1, 2, 3].map(() => comparison.measureRound('q').order.join());
    return [engine.calls, orders];
  };
  expect(await run()).toEqual(await run());
});

test('slow queries are measured three times, without an interval', async () => {
  const engine = await simulated(inCategory, 0.1, (indexes) => (indexes.length > 0 ? 40 : 1100));
  const comparison = open({
    ...engine,
    setups: [setup('A', []), setup('B', ['by_category']), setup('C', [])],
    query: query(inCategory, [evenCategory]),
  });
  const reports = measureAll(comparison);
  expect(reports).toHaveLength(3);
  const { standing } = last(reports);
  expect(standing).toMatchObject({ isShort: true, reason: 'short', control: null, minRounds: 3 });
  expect(standing.verdicts.B).toMatchObject({ kind: 'clearly-faster', rounds: 3 });
  expect(standing.verdicts.C).toEqual({ kind: 'too-few-runs', rounds: 3 });
});

test('the budget ends a comparison that does not become precise', async () => {
  const random = createSeededRandom('wild');
  const engine = simulateEngine(
    await openShop(20),
    inCategory,
    0.1,
    () => 60 + 120 * random.next(),
  );
  const comparison = open({
    ...engine,
    setups: [setup('A', []), setup('B', ['by_category'])],
    query: query(inCategory, [evenCategory]),
    budgetMs: 6_000,
  });
  const { standing } = last(measureAll(comparison));
  expect(standing.reason).toBe('budget');
  expect(standing.rounds).toBeGreaterThanOrEqual(12);
  expect(standing.rounds).toBeLessThan(30);
});

test('an index that turns a scan into a search wins clearly', async () => {
  const database = await openShop(50_000);
  const comparison = open({
    database,
    platform: realPlatform,
    setups: [setup('A', []), setup('B', ['by_name'])],
    query: query('SELECT price FROM products WHERE name = :name', [
      {
        name: ':name',
        generator: { kind: 'query', sql: 'SELECT name FROM products', exponent: 0 },
      },
    ]),
    budgetMs: 1_000,
  });
  const cells = firstRunsOf(comparison);
  expect(cells.map((cell) => (cell.status === 'ran' ? cell.plan.badge : cell))).toEqual([
    'scan',
    'search',
  ]);
  expect(cells[0]).toMatchObject({ rowCount: 1, difference: null });
  const { standing } = last(measureAll(comparison));
  // Tests beside this one may keep the machine too busy for a verdict, but not for such an effect.
  expect(['faster', 'clearly-faster', 'too-noisy']).toContain(standing.verdicts.B?.kind);
  expect(standing.summaries.A?.medianMs).toBeGreaterThan(
    50 * (standing.summaries.B?.medianMs ?? Number.POSITIVE_INFINITY),
  );
  expect(database.all('PRAGMA integrity_check')).toEqual([['ok']]);
});

test('a single setup is measured for its own sake', async () => {
  const engine = await simulated(inCategory, 0.1, () => 2);
  const { standing } = last(
    measureAll(
      open({ ...engine, setups: [setup('A', [])], query: query(inCategory, [evenCategory]) }),
    ),
  );
  expect(standing).toMatchObject({ reason: 'precise', verdicts: { A: { kind: 'baseline' } } });
  expect(standing.control?.level).toBe(0.95);
});
