import { expect, test } from 'vitest';
import { explainQueryPlan } from '../../explain/explain-query-plan.ts';
import type { PartsReport } from '../../model/comparison/call-parts.ts';
import {
  evenCategory,
  inCategory,
  open,
  openShop,
  query,
  realPlatform,
  setup,
} from '../comparison.testing.ts';
import { type Comparison, createComparison } from '../comparison.ts';
import { type SimulatedEngine, simulateEngine } from '../simulated-engine.testing.ts';

function takeApart(comparison: Comparison): PartsReport[] {
  const reports: PartsReport[] = [];
  do reports.push(comparison.measureParts('q'));
  while (reports.at(-1)?.next === 'measure');
  return reports;
}

/** Executing costs by whether the index is seen; compiling and reading a row the same everywhere. */
async function partly(
  sql: string,
  tickMs: number,
  executeMs: { plain: number; indexed: number },
): Promise<SimulatedEngine> {
  return simulateEngine(
    await openShop(240),
    sql,
    tickMs,
    (indexes) => (indexes.includes('by_category') ? executeMs.indexed : executeMs.plain),
    { prepareMs: 0.05, rowMs: 0.02 },
  );
}

const byCategory = 'SELECT name, price FROM products WHERE category = :category';

test('takes calls apart exactly, at any tick', async () => {
  for (const tickMs of [0.005, 0.1, 1]) {
    const comparison = open({
      ...(await partly(byCategory, tickMs, { plain: 0.8, indexed: 0.1 })),
      setups: [setup('A', []), setup('B', ['by_category'])],
      query: query(byCategory, [evenCategory]),
      budgetMs: 30_000,
    });
    const reports = takeApart(comparison);
    expect(reports.map(({ next }) => next)).toEqual([
      ...Array.from({ length: 6 }, () => 'measure'),
      'done',
    ]);
    const { parts } = reports.at(-1) ?? {};
    // A batch lasts at least 30 ticks: each end of it is known to one.
    const near = (ms: number) => ms / 20;
    for (const [id, executeMs] of [
      ['A', 0.8],
      ['B', 0.1],
    ] as const) {
      const part = parts?.[id];
      expect(part?.rounds).toBe(7);
      expect(Math.abs((part?.prepareMs ?? 0) - 0.05)).toBeLessThan(near(0.05));
      expect(Math.abs((part?.executeMs ?? 0) - executeMs)).toBeLessThan(near(executeMs));
      // Ten rows of each category.
      expect(Math.abs((part?.fetchMs ?? 0) - 0.2)).toBeLessThan(near(executeMs + 0.2));
    }
  }
});

test('execute and fetch together are what the samples time', async () => {
  const comparison = open({
    ...(await partly(byCategory, 0.005, { plain: 0.8, indexed: 0.1 })),
    setups: [setup('A', [])],
    query: query(byCategory, [evenCategory]),
  });
  const { samples } = comparison.measureRound('q');
  const { A } = takeApart(comparison).at(-1)?.parts ?? {};
  expect((A?.executeMs ?? 0) + (A?.fetchMs ?? 0)).toBeCloseTo(samples.A?.perCallMs ?? 0, 2);
});

test('a cached setup shows the parts of a miss', async () => {
  const comparison = open({
    ...(await partly(byCategory, 0.1, { plain: 0.8, indexed: 0.1 })),
    setups: [setup('A', []), setup('B', [], 500)],
    query: query(byCategory, [evenCategory]),
  });
  const { A, B } = takeApart(comparison).at(-1)?.parts ?? {};
  expect(B?.executeMs).toBeCloseTo(0.8, 1);
  expect(B?.executeMs).toBeCloseTo(A?.executeMs ?? 0, 1);
});

test('a tenth of the budget bounds the rounds, one is always taken', async () => {
  const engine = await partly(byCategory, 0.1, { plain: 100, indexed: 100 });
  const setups = [setup('A', []), setup('B', ['by_category'])];
  const rounds = async (budgetMs: number) =>
    takeApart(open({ ...engine, setups, query: query(byCategory, [evenCategory]), budgetMs }));
  // Four executions of 100 ms a round.
  expect(await rounds(10_000)).toHaveLength(2);
  expect(await rounds(3_000)).toHaveLength(1);
  const [nothing] = await rounds(1_500);
  expect(nothing).toEqual({ queryId: 'q', parts: {}, next: 'done' });
});

test('asking for more than there is changes nothing', async () => {
  const engine = await partly(byCategory, 0.1, { plain: 1, indexed: 1 });
  const comparison = open({
    ...engine,
    setups: [setup('A', [])],
    query: query(byCategory, [evenCategory]),
  });
  const final = takeApart(comparison).at(-1);
  const before = engine.calls.length;
  expect(comparison.measureParts('q')).toEqual(final);
  expect(engine.calls).toHaveLength(before);
});

test('what is not measured has no parts', async () => {
  const failing = open({
    database: await openShop(50),
    platform: realPlatform,
    setups: [setup('A', ['by_name']), setup('B', [])],
    query: query("SELECT id FROM products INDEXED BY by_name WHERE name = 'Product 7'"),
    budgetMs: 300,
  });
  expect(Object.keys(failing.measureParts('q').parts)).toEqual(['A']);
  const nothing = open({
    database: await openShop(50),
    platform: realPlatform,
    setups: [setup('A', []), setup('B', ['by_name'])],
    query: query("SELECT id FROM products INDEXED BY by_name WHERE name = 'Product 7'"),
  });
  expect(nothing.measureParts('q')).toEqual({ queryId: 'q', parts: {}, next: 'done' });
});

test('the parts do not touch the rounds', async () => {
  const engine = await partly(byCategory, 0.1, { plain: 1, indexed: 0.5 });
  const comparison = open({
    ...engine,
    setups: [setup('A', []), setup('B', ['by_category'])],
    query: query(byCategory, [evenCategory]),
  });
  const { standing } = comparison.measureRound('q');
  takeApart(comparison);
  const next = comparison.measureRound('q');
  expect(next.round).toBe(2);
  expect(next.standing.spentMs - standing.spentMs).toBeLessThan(2 * standing.roundMs);
});

test('writes are taken apart too, and every call is undone', async () => {
  const sql = 'DELETE FROM products WHERE category = :category RETURNING id';
  const rows: number[] = [];
  const real = await openShop(240);
  const engine = simulateEngine(
    real,
    sql,
    0.1,
    () => {
      rows.push(Number(real.all('SELECT count(*) FROM products')[0]?.[0]));
      return 0.3;
    },
    { prepareMs: 0.05, rowMs: 0.02 },
  );
  const comparison = open({
    ...engine,
    setups: [setup('A', []), setup('B', ['by_category'])],
    query: query(sql, [evenCategory]),
  });
  comparison.measureRound('q');
  rows.length = 0;
  const { parts } = takeApart(comparison).at(-1) ?? {};
  expect(new Set(rows)).toEqual(new Set([240]));
  expect(parts?.B?.executeMs).toBeCloseTo(0.3, 1);
  expect(parts?.B?.fetchMs).toBeCloseTo(0.2, 1);
  expect(real.all('SELECT count(*) FROM products')).toEqual([[240]]);
});

test('a real query has plausible parts, and its bindings in every call', async () => {
  const database = await openShop(5_000);
  const seen = new Set<unknown>();
  const comparison = createComparison(
    {
      database: {
        ...database,
        prepare(sql) {
          const statement = database.prepare(sql);
          return sql === inCategory
            ? {
                get columns() {
                  return statement.columns;
                },
                bind: (binding) => statement.bind(binding),
                row: () => statement.row(),
                reset: () => statement.reset(),
                free() {
                  statement.free();
                },
                step() {
                  const hasRow = statement.step();
                  if (hasRow) seen.add(statement.row()[0]);
                  return hasRow;
                },
              }
            : statement;
        },
      },
      platform: realPlatform,
      indexNames: ['by_category', 'by_name'],
      explain: explainQueryPlan,
    },
    {
      queries: [
        query(inCategory, [{ name: ':category', generator: { kind: 'constant', value: 5 } }]),
      ],
      setups: [setup('A', [])],
      seed: 1,
      budgetMs: 400,
      overLimit: [],
    },
  );
  const { A } = takeApart(comparison).at(-1)?.parts ?? {};
  expect(A?.prepareMs).toBeGreaterThan(0);
  expect(A?.executeMs).toBeGreaterThan(A?.prepareMs ?? 0);
  // A statement without its value finds nothing.
  expect(seen.size).toBeGreaterThan(50);
});
