import { expect, test } from 'vitest';
import type { Database } from '../sqlite/driver.ts';
import { executeStatement } from '../sqlite/hooks.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { isCacheable } from './is-cacheable.ts';
import { cacheHook, createResultCache } from './result-cache.ts';

async function openShop(): Promise<Database> {
  const database = (await loadTestDriver()).open();
  database.run(`
    CREATE TABLE orders(id INTEGER PRIMARY KEY, placed TEXT, amount REAL);
    INSERT INTO orders VALUES (1, '2024-01-05', 10), (2, '2024-02-07', 20);
    CREATE VIEW recent AS SELECT * FROM orders WHERE placed > date('now', '-1 day');
    CREATE VIEW today AS SELECT date() AS day;
    CREATE VIEW shown AS SELECT orders.*, today.day FROM orders, today;
    CREATE VIEW lucky AS SELECT *, random() AS r FROM orders;
  `);
  return database;
}

test('reads that only the data decides are cacheable', async () => {
  const database = await openShop();
  const stable = [
    'SELECT * FROM orders WHERE amount > :least',
    'WITH big AS (SELECT * FROM orders) SELECT count(*) FROM big',
    'VALUES (1), (2)',
    "SELECT strftime('%Y-%m', placed), sum(amount) FROM orders GROUP BY 1",
    "SELECT date(placed, '+1 day') FROM orders",
    "SELECT 'know', upper(placed), round(amount) FROM orders",
    "SELECT 'now' AS word FROM orders",
  ];
  for (const sql of stable) expect(isCacheable(database, sql), sql).toBe(true);
});

test('writes, chance, the clock and the connection are not', async () => {
  const database = await openShop();
  const unstable = [
    'INSERT INTO orders VALUES (3, NULL, 1)',
    'UPDATE orders SET amount = 1 RETURNING *',
    'WITH x AS (SELECT 1) DELETE FROM orders',
    'PRAGMA table_info(orders)',
    'EXPLAIN SELECT 1',
    'SELECT * FROM orders ORDER BY random()',
    'SELECT hex(randomblob(4))',
    'SELECT CURRENT_TIMESTAMP',
    "SELECT date('now')",
    "SELECT DateTime( ' NOW ' )",
    'SELECT date()',
    'SELECT julianday ( /* the present */ )',
    "SELECT strftime('%s')",
    'SELECT * FROM recent',
    'SELECT day FROM shown',
    'SELECT id FROM lucky WHERE r > 0',
    'SELECT changes()',
    'SELECT last_insert_rowid()',
  ];
  for (const sql of unstable) expect(isCacheable(database, sql), sql).toBe(false);
});

test('a parameter may ask for the present', async () => {
  const database = await openShop();
  const sql = 'SELECT * FROM orders WHERE placed < date(:day)';
  expect(isCacheable(database, sql, { ':day': '2024-01-31' })).toBe(true);
  expect(isCacheable(database, sql, { ':day': 'Now' })).toBe(false);
});

test('the hook answers repeated calls, until a write is committed', async () => {
  const database = await openShop();
  const cache = createResultCache(10);
  let now = 0;
  const clock = () => now++;
  const options = { hooks: [cacheHook(database, cache, clock)], clock, keep: 100 };
  const call = {
    sql: 'SELECT sum(amount) FROM orders WHERE id >= :from',
    binding: { ':from': 1 },
  };
  expect(executeStatement(database, call, options).rows).toEqual([[30]]);
  const first = executeStatement(database, call, options);
  expect(first.rows).toBe(executeStatement(database, call, options).rows);
  const other = { ...call, binding: { ':from': 2 } };
  expect(executeStatement(database, other, options).rows).toEqual([[20]]);
  expect([cache.hits, cache.misses, cache.size]).toEqual([2, 2, 2]);

  database.run('UPDATE orders SET amount = 100 WHERE id = 2');
  cache.writeCommitted();
  expect(executeStatement(database, call, options).rows).toEqual([[110]]);

  const chance = { sql: 'SELECT random()', binding: [] };
  const drawn = [1, 2, 3].map(() => executeStatement(database, chance, options).rows[0]?.[0]);
  expect(new Set(drawn).size).toBe(3);
  const write = { sql: 'DELETE FROM orders WHERE id = 99 RETURNING *', binding: [] };
  executeStatement(database, write, options);
  expect(cache.size).toBe(1);
});

test('a truncated result is not kept', async () => {
  const database = await openShop();
  const cache = createResultCache(10);
  const options = { hooks: [cacheHook(database, cache, () => 0)], clock: () => 0, keep: 1 };
  const call = { sql: 'SELECT * FROM orders', binding: [] };
  expect(executeStatement(database, call, options).isTruncated).toBe(true);
  expect(cache.size).toBe(0);
});
