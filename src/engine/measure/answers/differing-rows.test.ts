import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainQueryPlan } from '../../explain/explain-query-plan.ts';
import type { DifferingRows } from '../../model/comparison/differing-rows.ts';
import type { SqlValue } from '../../model/values.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { evenCategory, open, openShop, query, setup } from '../comparison.testing.ts';
import { findDifferingRows } from './differing-rows.ts';

const plain = setup('A', []);
const indexed = setup('B', ['by_category']);

let timeMs = 0;
const platform = { now: () => timeMs++, isIsolated: false, userAgent: 'test', cores: 1 };

function differing(database: Database, sql: string): DifferingRows {
  const comparison = open({
    database,
    platform,
    setups: [plain, indexed],
    query: query(sql, [evenCategory]),
  });
  return comparison.differingRows('q', 'B');
}

/**
 * Two answers to one query: which of them is given depends on whether the index is there.
 * `rows` as VALUES, without an index the first ones.
 */
async function answering(baseline: string, other: string): Promise<DifferingRows> {
  const database = await openShop(5);
  const has = "(SELECT count(*) FROM sqlite_schema WHERE name = 'by_category')";
  return differing(
    database,
    `SELECT * FROM (SELECT * FROM (${baseline}) WHERE ${has} = 0
      UNION ALL SELECT * FROM (${other}) WHERE ${has} = 1)`,
  );
}

test('shows the rows that only one of them has, as often as they come', async () => {
  expect(
    await answering(
      "VALUES (1, 'a'), (1, 'a'), (1, 'a'), (2, NULL), (3, 'c')",
      "VALUES (3, 'c'), (1, 'a'), (2, 'NULL'), (4, 'd'), (4, 'd')",
    ),
  ).toEqual({
    columns: ['column1', 'column2'],
    onlyInBaseline: [
      [1, 'a'],
      [1, 'a'],
      [2, null],
    ],
    onlyInSetup: [
      [2, 'NULL'],
      [4, 'd'],
      [4, 'd'],
    ],
    baselineCount: 3,
    setupCount: 3,
    isComplete: true,
  });
});

test('NULL equals NULL, and real numbers count to 12 digits', async () => {
  const equal = await answering(
    "VALUES (NULL, 0.1 + 0.2), (NULL, 1e15 + 0.3), (x'00ff', 3.0)",
    "VALUES (x'00ff', 3), (NULL, 0.3), (NULL, 1e15 + 0.4)",
  );
  expect(equal).toMatchObject({ baselineCount: 0, setupCount: 0, onlyInBaseline: [] });
  const apart = await answering('VALUES (0.30000000001)', 'VALUES (0.30000000002)');
  expect(apart).toMatchObject({
    onlyInBaseline: [[0.30000000001]],
    onlyInSetup: [[0.30000000002]],
  });
});

test('at most 20 rows of each are shown, all are counted', async () => {
  const numbers = (from: number, to: number) =>
    `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to}) SELECT i FROM n`;
  const rows = await answering(numbers(1, 1000), numbers(951, 2500));
  expect(rows).toMatchObject({ baselineCount: 950, setupCount: 1500, isComplete: true });
  expect(rows.onlyInBaseline).toEqual(Array.from({ length: 20 }, (_, at) => [at + 1]));
  expect(rows.onlyInSetup).toEqual(Array.from({ length: 20 }, (_, at) => [at + 1001]));
});

test('rows far down in the baseline are found', async () => {
  const rows = await answering(
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n',
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4998) SELECT i FROM n',
  );
  expect(rows).toMatchObject({ onlyInBaseline: [[4999], [5000]], baselineCount: 2, setupCount: 0 });
});

test('too large an answer is compared in part, and what is shown does differ', async () => {
  const database = await openShop(5);
  // With the index the numbers come from 501 to 2600, without it from 1 to 2100.
  const sql = `WITH RECURSIVE n(i) AS (
    SELECT 1 + 500 * (SELECT count(*) FROM sqlite_schema WHERE name = 'by_category')
    UNION ALL SELECT i + 1 FROM n LIMIT 2100) SELECT i FROM n`;
  const tools = {
    database,
    clock: platform.now,
    indexNames: ['by_category'],
    explain: explainQueryPlan,
    limitMs: 20_000,
  };
  const rows = findDifferingRows(tools, query(sql), {}, plain, indexed, 2000);
  expect(rows.isComplete).toBe(false);
  expect(rows.baselineCount).toBeGreaterThan(200);
  expect(rows.baselineCount).toBeLessThan(300);
  expect(rows.setupCount).toBeGreaterThan(200);
  expect(rows.setupCount).toBeLessThan(300);
  expect(rows.onlyInBaseline).toHaveLength(20);
  expect(rows.onlyInBaseline.every(([i]) => Number(i) <= 500)).toBe(true);
  expect(rows.onlyInSetup).toHaveLength(20);
  expect(rows.onlyInSetup.every(([i]) => Number(i) > 2100)).toBe(true);
  const whole = findDifferingRows(tools, query(sql), {}, plain, indexed, 2100);
  expect(whole).toMatchObject({ isComplete: true, baselineCount: 500, setupCount: 500 });
});

test('agrees with a comparison by hand, for any two small answers', async () => {
  const database = (await loadTestDriver()).open();
  database.run('CREATE TABLE plain(a, b); CREATE TABLE indexed(a, b); CREATE TABLE products(x)');
  database.run('CREATE INDEX by_category ON products(x)');
  const has = "(SELECT count(*) FROM sqlite_schema WHERE name = 'by_category')";
  const sql = `SELECT a, b FROM plain WHERE ${has} = 0 UNION ALL SELECT a, b FROM indexed WHERE ${has} = 1`;
  const value = fc.constantFrom<SqlValue>(null, 1, 2, 'x', '1');
  const answer = fc.array(fc.tuple(value, value), { maxLength: 8 });
  fc.assert(
    fc.property(answer, answer, (one, other) => {
      database.run('DELETE FROM plain; DELETE FROM indexed');
      for (const row of one) database.all('INSERT INTO plain VALUES (?, ?)', row);
      for (const row of other) database.all('INSERT INTO indexed VALUES (?, ?)', row);
      const rows = differing(database, sql);
      const text = (each: SqlValue[][]) => each.map((row) => JSON.stringify(row)).sort();
      const without = (each: SqlValue[][], taken: SqlValue[][]) => {
        const left = text(each);
        for (const row of text(taken)) {
          const at = left.indexOf(row);
          if (at >= 0) left.splice(at, 1);
        }
        return left;
      };
      expect(text(rows.onlyInBaseline)).toEqual(without(one, other));
      expect(text(rows.onlyInSetup)).toEqual(without(other, one));
      expect(rows.baselineCount).toBe(rows.onlyInBaseline.length);
      expect(rows.setupCount).toBe(rows.onlyInSetup.length);
    }),
    { numRuns: 40 },
  );
});

test('of an answer that changes by itself both sides are shown', async () => {
  const rows = differing(await openShop(5), 'SELECT random() AS r, id FROM products');
  expect(rows).toMatchObject({ columns: ['r', 'id'], baselineCount: 5, setupCount: 5 });
  expect(rows.onlyInBaseline).toHaveLength(5);
  expect(rows.onlyInSetup).toHaveLength(5);
});

test('the values of the first run are bound', async () => {
  const sql = 'SELECT price, :category FROM products WHERE category = :category LIMIT 1';
  const { onlyInBaseline, onlyInSetup } = differing(await openShop(2400), sql);
  const [[price, category] = []] = onlyInBaseline;
  // The index has its rows by price: with it the least one comes first.
  expect(onlyInSetup).toEqual([[expect.any(Number), category]]);
  expect(Number(onlyInSetup[0]?.[0])).toBeLessThan(Number(price));
  expect(category).toEqual(expect.any(Number));
});

test('a write is undone after it was compared', async () => {
  const database = await openShop(240);
  const rows = differing(database, 'DELETE FROM products WHERE category < 2 RETURNING id');
  expect(rows).toMatchObject({ columns: ['id'], baselineCount: 0, setupCount: 0 });
  expect(database.all('SELECT count(*) FROM products')).toEqual([[240]]);
});

test('what cannot be run cannot be compared, in words', async () => {
  const database = await openShop(50);
  const sql = 'SELECT id FROM products INDEXED BY by_category WHERE category = 7';
  expect(() => differing(database, sql)).toThrow(/no such index|by_category/);
  expect(() => differing(database, 'SELECT 1; DELETE FROM products')).toThrow(
    'more than one statement',
  );
});
