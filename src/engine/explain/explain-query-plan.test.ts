import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Binding, Database } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { explainQueryPlan } from './explain-query-plan.ts';

let database: Database;
beforeAll(async () => {
  database = (await loadTestDriver()).open();
  database.run(`
    CREATE TABLE t1(a, b, c, d TEXT COLLATE NOCASE);
    CREATE INDEX t1ab ON t1(a, b);
    CREATE INDEX t1d ON t1(d);
    CREATE TABLE t2(x INTEGER PRIMARY KEY, y, z);
    CREATE TABLE t5(p, q);
    CREATE TABLE w(k PRIMARY KEY, v) WITHOUT ROWID;
    CREATE TABLE o(s TEXT, n);
    CREATE INDEX open ON o(n) WHERE s = 'open';
    CREATE VIEW vw AS SELECT a, count(*) AS n FROM t1 GROUP BY a;
    CREATE VIRTUAL TABLE ft USING fts4(body);
    CREATE TABLE "my tbl (x)"("a b");
    CREATE INDEX "i x (a=?)" ON "my tbl (x)"("a b");`);
});
afterAll(() => database.close());

function explain(sql: string, binding: Binding = []) {
  return explainQueryPlan(database, sql, binding);
}

describe('explainQueryPlan', () => {
  it('gives the rows as SQLite does', () => {
    const plan = explain('SELECT * FROM (SELECT a, count(*) FROM t1 GROUP BY a)');
    expect(plan.rows.map((row) => row.detail)).toEqual([
      'CO-ROUTINE (subquery-1)',
      'SCAN t1 USING COVERING INDEX t1ab',
      'SCAN (subquery-1)',
    ]);
    expect(plan.rows.map((row) => row.parent)).toEqual([0, plan.rows[0]?.id, 0]);
    expect(plan.rows[1]?.cost).toBeGreaterThan(0);
  });

  it.each([
    ['SELECT * FROM t1', 'scan'],
    ['SELECT * FROM t1 ORDER BY a, b LIMIT 5', 'scan'],
    ['SELECT count(*) FROM t1', 'scan'],
    ['SELECT * FROM t1 WHERE a = 1 AND b > 2', 'search'],
    ['SELECT b FROM t1 WHERE a = 1', 'covering'],
    ['SELECT * FROM t2 WHERE x BETWEEN 1 AND 5', 'search'],
    ['SELECT * FROM w WHERE k = 1', 'search'],
    ['SELECT max(x) FROM t2', 'search'],
    ['SELECT max(y) FROM t2 WHERE z = 1', 'scan'],
    ['SELECT min(a) FROM t1', 'covering'],
    ['SELECT * FROM t1, t5 WHERE t1.c = t5.p', 'automatic'],
    ['SELECT * FROM t1 WHERE a = 5 OR rowid = 4', 'search'],
    ['SELECT 1', 'none'],
    ['VALUES (1), (2)', 'none'],
    [
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n AS m WHERE i < 9) SELECT * FROM n AS k',
      'none',
    ],
    ['SELECT * FROM vw AS v WHERE n > 1', 'scan'],
    ['WITH q AS MATERIALIZED (SELECT a, b FROM t1 WHERE a = 1) SELECT * FROM q AS one', 'covering'],
    ["SELECT * FROM ft WHERE body MATCH 'x'", 'search'],
    ['SELECT * FROM "my tbl (x)" AS "al USING INDEX z" WHERE "a b" = 3', 'covering'],
    ['INSERT INTO t2 VALUES (1, 2, 3)', 'none'],
    ['DELETE FROM t1', 'none'],
    ['UPDATE t1 SET c = 1 WHERE c = 3', 'scan'],
    [' ;; -- first\nSELECT * FROM t2 WHERE x = 1;', 'search'],
    ['EXPLAIN QUERY PLAN SELECT * FROM t1', 'none'],
  ] as const)('%s: %s', (sql, badge) => {
    expect(explain(sql).badge).toBe(badge);
  });

  it('binds the values, because they change the plan', () => {
    const like = 'SELECT c FROM t1 WHERE d LIKE :d';
    expect(explain(like, { ':d': 'ab%' }).badge).toBe('search');
    expect(explain(like, { ':d': '%ab' }).badge).toBe('scan');
    const partial = 'SELECT * FROM o WHERE s = :s AND n = 1';
    expect(explain(partial, { ':s': 'open' }).badge).toBe('covering');
    expect(explain(partial, { ':s': 'done' }).badge).toBe('scan');
  });

  it('throws what SQLite says of a statement that does not compile', () => {
    expect(() => explain('SELECT nope FROM t1')).toThrow('no such column: nope');
  });
});
