import { expect, test } from 'vitest';
import { explainQueryPlan } from '../../explain/explain-query-plan.ts';
import type { Query } from '../../model/playground.ts';
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
} from '../comparison.testing.ts';
import { createComparison } from '../comparison.ts';
import { simulateEngine } from '../simulated-engine.testing.ts';

test('a statement over the limit is said to be, and not measured', async () => {
  const engine = await simulated(inCategory, 0.1, (indexes) => (indexes.length > 0 ? 1 : 21_000));
  const comparison = open({
    ...engine,
    setups: [setup('A', ['by_category']), setup('B', [])],
    query: query(inCategory, [evenCategory]),
  });
  const { standing, samples } = comparison.measureRound('q');
  expect(standing.verdicts.B).toEqual({ kind: 'over-limit', limitMs: 20_000 });
  expect(Object.keys(samples)).toEqual(['A']);
});

test('a write is undone after every call, so that each call finds the same data', async () => {
  const sql = 'DELETE FROM products WHERE category = :category RETURNING id';
  const rows: number[] = [];
  const engine = simulateEngine(await openShop(240), sql, 0.1, () => {
    rows.push(Number(engine.database.all('SELECT count(*) FROM products')[0]?.[0]));
    return 0.3;
  });
  const comparison = open({
    ...engine,
    setups: [setup('A', []), setup('B', ['by_category'])],
    query: query(sql, [evenCategory]),
  });
  expect(firstRunsOf(comparison)).toMatchObject([{ rowCount: 10 }, { rowCount: 10 }]);
  // Whether a write can be repeated is tried before anything is timed.
  comparison.measureRound('q');
  rows.length = 0;
  const { samples } = comparison.measureRound('q');
  expect(samples.A?.calls).toBeGreaterThan(5);
  expect(samples.A?.perCallMs).toBeCloseTo(0.3, 1);
  expect(new Set(rows)).toEqual(new Set([240]));
  expect(engine.database.all('SELECT count(*) FROM products')).toEqual([[240]]);
});

test('a different answer is shown and not ranked', async () => {
  const database = await openShop(1000);
  // Without ORDER BY the rows of a LIMIT depend on the index.
  const sql = 'SELECT id FROM products WHERE category < 20 LIMIT 5';
  const comparison = open({
    database,
    platform: realPlatform,
    setups: [setup('A', []), setup('B', ['by_category'])],
    query: query(sql),
    budgetMs: 200,
  });
  const { standing, samples } = comparison.measureRound('q');
  expect(standing.verdicts.B).toEqual({
    kind: 'different-answer',
    difference: { kind: 'content', baselineRows: 5, setupRows: 5 },
  });
  expect(Object.keys(samples)).toEqual(['A']);
});

test('a query whose answer changes by itself is named', async () => {
  const comparison = open({
    database: await openShop(100),
    platform: realPlatform,
    setups: [setup('A', []), setup('B', [])],
    query: query('SELECT random() AS r'),
  });
  expect(firstRunsOf(comparison)[1]).toMatchObject({ difference: { kind: 'unstable' } });
});

test('sums in another order of rows are the same answer', async () => {
  const comparison = open({
    database: await openShop(5000),
    platform: realPlatform,
    setups: [setup('A', []), setup('B', ['by_category'])],
    query: query('SELECT category, sum(price / 3), avg(price) FROM products GROUP BY category'),
  });
  const cells = firstRunsOf(comparison);
  expect(cells.map((cell) => cell.status === 'ran' && cell.difference)).toEqual([null, null]);
});

test('a query that fails in one setup fails only there', async () => {
  const comparison = open({
    database: await openShop(500),
    platform: realPlatform,
    setups: [setup('A', ['by_name']), setup('B', []), setup('C', ['by_name', 'by_category'])],
    query: query("SELECT id FROM products INDEXED BY by_name WHERE name = 'Product 7'"),
    budgetMs: 200,
  });
  const { standing, samples } = comparison.measureRound('q');
  expect(standing.verdicts.B).toMatchObject({
    kind: 'failed',
    error: { place: { source: 'query', name: 'the query' } },
  });
  expect(Object.keys(samples).sort()).toEqual(['A', 'C']);
});

test('without a baseline nothing is measured, and that is said', async () => {
  const comparison = open({
    database: await openShop(500),
    platform: realPlatform,
    setups: [setup('A', []), setup('B', ['by_name'])],
    query: query("SELECT id FROM products INDEXED BY by_name WHERE name = 'Product 7'"),
  });
  expect(comparison.measureRound('q')).toMatchObject({
    round: 0,
    samples: {},
    control: null,
    standing: {
      next: 'done',
      reason: 'nothing-to-compare',
      rounds: 0,
      verdicts: { A: { kind: 'failed' }, B: { kind: 'too-few-runs', rounds: 0 } },
    },
  });
});

test('what cannot be measured at all fails in every setup, in words', async () => {
  const cases: [Query, string][] = [
    [query('SELEC 1'), 'Syntax error'],
    [query(''), 'no SQL'],
    [query('SELECT 1; SELECT 2'), 'more than one statement'],
    [query('COMMIT'), 'cannot be used here'],
    [query('SELECT :x'), 'The parameter :x has no values'],
    [query('SELECT abs(-9223372036854775808)'), 'overflow'],
  ];
  for (const [measured, words] of cases) {
    const comparison = open({
      database: await openShop(5),
      platform: realPlatform,
      setups: [setup('A', []), setup('B', ['by_name'])],
      query: measured,
    });
    const cells = firstRunsOf(comparison);
    expect(cells).toHaveLength(2);
    for (const cell of cells) {
      expect(cell.status === 'failed' ? cell.error.message : 'ran').toContain(words);
    }
    expect(comparison.measureRound('q').standing.reason).toBe('nothing-to-compare');
  }
});

test('a draw that fails later ends only that setup', async () => {
  // Category 23 breaks the UNIQUE index that only B has on.
  const real = await openShop(24);
  real.run('CREATE UNIQUE INDEX once ON products(category)');
  const sql = "INSERT INTO products VALUES (NULL, 'x', :category, 1)";
  const values = [...Array.from({ length: 30 }, () => 100), 23];
  const engine = simulateEngine(real, sql, 0.1, () => 1);
  const comparison = createComparison(
    { ...engine, indexNames: ['once'], explain: explainQueryPlan },
    {
      queries: [query(sql, [{ name: ':category', generator: { kind: 'list', values } }])],
      setups: [setup('A', []), setup('B', ['once'])],
      seed: 7,
      budgetMs: 10_000,
      overLimit: [],
    },
  );
  expect(firstRunsOf(comparison)[1]?.status).toBe('ran');
  const { standing } = last(measureAll(comparison));
  expect(standing.verdicts.B).toMatchObject({ kind: 'failed' });
  expect(standing.verdicts.A).toEqual({ kind: 'baseline' });
  expect(standing.summaries.A?.samples).toBeGreaterThanOrEqual(12);
});

test('a statement that defines things is measured and undone', async () => {
  const sql = 'CREATE TABLE copy AS SELECT * FROM products';
  const engine = simulateEngine(await openShop(30), sql, 0.1, () => 1);
  const setups = [setup('A', []), setup('B', ['by_category'])];
  const comparison = open({ ...engine, setups, query: query(sql) });
  expect(firstRunsOf(comparison)).toMatchObject([
    { rowCount: 0, difference: null },
    { rowCount: 0, difference: null },
  ]);
  expect(last(measureAll(comparison)).standing.verdicts.B?.kind).toBe('equal');
  expect(engine.database.all("SELECT name FROM sqlite_schema WHERE name = 'copy'")).toEqual([]);
});

test('a query that is not part of the comparison is refused', async () => {
  const comparison = open({
    database: await openShop(5),
    platform: realPlatform,
    setups: [setup('A', [])],
    query: query('SELECT 1'),
  });
  expect(() => comparison.firstRun('other', 'A')).toThrow('has no query "other"');
});

test('a setup known to be over the limit is not run again, the others are measured', async () => {
  const comparison = createComparison(
    {
      database: await openShop(1000),
      platform: realPlatform,
      indexNames: ['by_category'],
      explain: explainQueryPlan,
    },
    {
      queries: [query('SELECT count(*) FROM products')],
      setups: [setup('A', []), setup('B', []), setup('C', ['by_category'])],
      seed: 7,
      budgetMs: 100,
      overLimit: [{ queryId: 'q', setupId: 'B' }],
    },
  );
  expect(comparison.firstRun('q', 'B')).toMatchObject({
    status: 'failed',
    error: { code: 'time-limit' },
  });
  expect(comparison.firstRun('q', 'C')).toMatchObject({ status: 'ran', rowCount: 1 });
  const { standing, samples } = comparison.measureRound('q');
  expect(standing.verdicts.B).toEqual({ kind: 'over-limit', limitMs: 20_000 });
  expect(Object.keys(samples).sort()).toEqual(['A', 'C']);
});
