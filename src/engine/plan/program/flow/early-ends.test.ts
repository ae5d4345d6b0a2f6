import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InstrumentedDatabase } from '../../../sqlite/instruments.ts';
import { loadOfficialTestDriver } from '../../../sqlite/official.testing.ts';
import { explained } from '../program.testing.ts';

const schema = `
CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT, c TEXT);
CREATE TABLE u (id INTEGER PRIMARY KEY, v INT);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
  INSERT INTO t SELECT i, i % 10, i % 7, 'x' || i FROM n;
INSERT INTO u SELECT id, id % 50 FROM t WHERE id <= 100;
CREATE INDEX ta ON t (a);
CREATE INDEX uv ON u (v);
`;

let database: InstrumentedDatabase;
beforeAll(async () => {
  database = (await loadOfficialTestDriver()).open();
  database.run(schema);
});

/** Rows that loops without constraint went on to (SQLITE_STMTSTATUS_FULLSCAN_STEP). */
function steps(sql: string): number {
  const statement = database.prepare(sql);
  while (statement.step());
  const { fullScanSteps } = statement.takeCounters();
  statement.free();
  return fullScanSteps;
}

function stopping(sql: string): string[] {
  return explained(database, sql)
    .facts.reads.filter(({ mayStopEarly }) => mayStopEarly)
    .map(({ table, index }) => index ?? table);
}

describe('mayStopEarly', () => {
  it.each([
    ['SELECT * FROM t', ['t']],
    ['SELECT a, count(*) FROM t GROUP BY a', ['ta']],
    ['SELECT a, max(b) FROM t GROUP BY a', ['ta']],
    ['SELECT * FROM (SELECT DISTINCT a FROM t)', ['ta']],
    ['SELECT DISTINCT b FROM t', ['t']],
    ['SELECT row_number() OVER (ORDER BY a) FROM t', ['ta']],
    ['SELECT sum(b) OVER (PARTITION BY a) FROM t', ['ta']],
    ['SELECT a FROM t UNION SELECT v FROM u', ['ta', 'uv']],
    ['SELECT a FROM t UNION ALL SELECT v FROM u', ['ta', 'u']],
    ['SELECT a FROM t UNION ALL SELECT v FROM u ORDER BY 1', ['ta', 'uv']],
    ['SELECT * FROM (SELECT v, count(*) FROM u GROUP BY v)', ['uv']],
    ['SELECT * FROM u LEFT JOIN t ON t.c = u.id + 1', ['u']],
    ['SELECT a FROM (SELECT a, row_number() OVER (PARTITION BY a ORDER BY b) r FROM t)', ['ta']],
    ['SELECT t.a, count(*) FROM t, u WHERE u.id = t.b GROUP BY t.a', ['ta']],
  ])('is true where LIMIT ends it, and only there: %s', (sql, limited) => {
    expect(steps(`${sql} LIMIT 2`)).toBeLessThan(steps(sql));
    expect(stopping(`${sql} LIMIT 2`)).toEqual(limited);
    expect(stopping(sql)).toEqual([]);
  });

  it.each([
    'SELECT b, count(*) FROM t GROUP BY b',
    'SELECT * FROM t ORDER BY c',
    'SELECT a, b FROM t ORDER BY a, b',
    'SELECT row_number() OVER (ORDER BY b) FROM t',
    'SELECT sum(a) OVER () FROM t',
    'SELECT a FROM t GROUP BY a ORDER BY count(*)',
    'SELECT max(b) FROM t',
    'SELECT count(*) FROM (SELECT v, count(*) FROM u GROUP BY v)',
    'SELECT sum(v) FROM (SELECT v FROM u UNION SELECT a FROM t)',
    'SELECT v FROM u FULL JOIN t ON t.id = u.v + 1 ORDER BY v + 1',
    'WITH RECURSIVE r(i) AS (SELECT id FROM u UNION ALL SELECT i + 1 FROM r WHERE i < 20) SELECT * FROM r ORDER BY -i',
  ])('is false where all is read first: %s', (sql) => {
    expect(stopping(`${sql} LIMIT 2`)).toEqual([]);
    expect(stopping(sql)).toEqual([]);
  });

  it.each([
    ['SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id + 1 = t.b)', ['u']],
    ['SELECT (SELECT v FROM u WHERE u.id + 1 = t.b) FROM t', ['u']],
    ['SELECT max(a) FROM t WHERE b = 3', ['ta']],
    ['SELECT a FROM (SELECT a FROM t LIMIT 5)', ['ta']],
    // One side that has ended ends the other.
    ['SELECT a FROM t INTERSECT SELECT v FROM u', ['ta', 'uv']],
    ['SELECT a FROM t EXCEPT SELECT v FROM u', ['uv']],
  ])('is true where something else ends it: %s', (sql, expected) => {
    expect(stopping(sql)).toEqual(expected);
  });

  it('is told of some scan whenever LIMIT spares rows', () => {
    const column = fc.constantFrom('a', 'b', 'c', 'id');
    const select = fc
      .record({
        column,
        order: fc.option(column, { nil: null }),
        shape: fc.constantFrom('plain', 'distinct', 'group', 'window', 'inner', 'max'),
      })
      .map(({ column: one, order, shape }) => {
        const sorted = order === null ? '' : ` ORDER BY ${order === 'c' ? 1 : '2'}`;
        const over = `row_number() OVER (ORDER BY ${order ?? one})`;
        if (shape === 'distinct') return `SELECT DISTINCT ${one}, 1 FROM t${sorted}`;
        if (shape === 'group') return `SELECT ${one}, count(*) FROM t GROUP BY ${one}${sorted}`;
        if (shape === 'window') return `SELECT ${one}, ${over} FROM t${sorted}`;
        if (shape === 'max') return `SELECT max(${one}), 2 FROM t${sorted}`;
        const inner = `SELECT ${one}, ${order ?? 'b'} FROM t${sorted}`;
        return shape === 'inner' ? `SELECT * FROM (${inner})` : inner;
      });
    fc.assert(
      fc.property(select, fc.integer({ min: 1, max: 9 }), (sql, limit) => {
        const limited = `${sql} LIMIT ${limit}`;
        if (stopping(limited).length === 0) expect(steps(limited), limited).toBe(steps(sql));
      }),
      { numRuns: 40 },
    );
  });
});
