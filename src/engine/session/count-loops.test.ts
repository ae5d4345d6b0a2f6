import { beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../examples/list.ts';
import { notInTextReason, wholePagesReason } from '../explain/loops/reasons.ts';
import type { LoopCountOutcome } from '../model/plan/loop-counts.ts';
import type { Platform } from '../model/platform.ts';
import type { Parameter, Playground, Query, Setup } from '../model/playground.ts';
import type { Driver } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { explainReason, noLoopsReason, noPlanReason } from './count-loops.ts';
import { createEngineSession, type EngineSession } from './engine-session.ts';

const platform: Platform = {
  now: () => performance.now(),
  isIsolated: false,
  userAgent: 'test',
  cores: 2,
};

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

/** The playground with at most so many rows a table. */
function openSession({ schemaSql, recipe, indexes }: Playground, mostRows: number): EngineSession {
  const rows = Object.fromEntries(
    Object.entries(recipe.rows).map(([table, count]) => [table, Math.min(count, mostRows)]),
  );
  const session = createEngineSession(driver, platform);
  const request = { schemaSql, recipe: { ...recipe, rows }, indexes, needsStatistics: true };
  session.ensureDatabase(request, () => {});
  return session;
}

/** For each query of the examples and each of its setups: a question with as many rows as each loop. */
const visitedRows: Record<string, (string | { reason: string })[][]> = {
  'Products and orders: expensive in a category': [
    ['SELECT 1 FROM products'],
    ['SELECT 1 FROM products WHERE category = :category'],
    ['SELECT 1 FROM products WHERE category = :category AND price > 900'],
  ],
  // The order of the loops is turned round in the last setup.
  'Products and orders: top categories': [
    ['SELECT 1 FROM orders', 'SELECT 1 FROM orders JOIN products p ON p.id = product_id'],
    ['SELECT 1 FROM orders', 'SELECT 1 FROM orders JOIN products p ON p.id = product_id'],
    ['SELECT 1 FROM products', 'SELECT 1 FROM orders JOIN products p ON p.id = product_id'],
  ],
  'Products and orders: change a price': Array(3).fill(['SELECT 1 FROM products WHERE id = :id']),
  'Practice exercise: price over 500': [
    ['SELECT 1 FROM Product'],
    ['SELECT 1 FROM Product'],
    ['SELECT 1 FROM Product WHERE price > 500'],
    ['SELECT 1 FROM Product'],
  ],
  'Practice exercise: the dearest thousandth': [
    ['SELECT 1 FROM Product'],
    ['SELECT 1 FROM Product'],
    ['SELECT 1 FROM Product WHERE price >= :price'],
    ['SELECT 1 FROM Product'],
  ],
  'Join without index: all customers with totals': Array(3).fill([
    'SELECT 1 FROM customers',
    'SELECT 1 FROM orders JOIN customers c ON c.id = customer_id',
  ]),
  'Join without index: one customer (asked once per row in N+1 code)': [
    ['SELECT 1 FROM orders'],
    ['SELECT 1 FROM orders WHERE customer_id = :customer'],
    ['SELECT 1 FROM orders WHERE customer_id = :customer'],
  ],
  'Join without index: delete a customer': Array(3).fill([
    'SELECT 1 FROM customers WHERE id = :customer',
    { reason: notInTextReason },
  ]),
  'Covering index: the dearer half': [
    ['SELECT 1 FROM items'],
    ['SELECT 1 FROM items WHERE price >= :price'],
    ['SELECT 1 FROM items WHERE price >= :price'],
  ],
  'Covering index: the dearest thousandth': [
    ['SELECT 1 FROM items'],
    ['SELECT 1 FROM items WHERE price >= :price'],
    ['SELECT 1 FROM items WHERE price >= :price'],
  ],
};

/** Queries without loops: nothing is counted of them. */
const withoutLoops = ['Covering index: insert one'];

describe('countLoops on the examples', () => {
  it('knows of every query what it must count', () => {
    const all = examples.flatMap(({ playground: { title, queries } }) =>
      queries.map(({ name }) => `${title}: ${name}`),
    );
    expect([...Object.keys(visitedRows), ...withoutLoops].sort()).toEqual(all.sort());
  });

  it.each(examples.map((example) => [example.id, example.playground] as const))(
    '%s: counts the loops of the plan that a run has',
    (_, playground) => {
      const session = openSession(playground, 2000);
      const { seed } = playground.recipe;
      for (const query of playground.queries) {
        const { sql, parameters } = query;
        const name = `${playground.title}: ${query.name}`;
        for (const [position, setup] of playground.setups.entries()) {
          const rowsOf = (question: string) =>
            session.runQuery({ sql: question, parameters, setup, seed }).statements[0]?.rowCount;
          const outcome = session.countLoops({ query, setup, seed, limitMs: 10_000 });
          if (withoutLoops.includes(name)) {
            expect([name, outcome]).toEqual([
              name,
              { status: 'unavailable', reason: noLoopsReason },
            ]);
            continue;
          }
          if (outcome.status !== 'counted') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
          expect(outcome.resultRows).toBe(rowsOf(sql));
          const expected = visitedRows[name]?.[position]?.map((each) =>
            typeof each === 'string' ? rowsOf(each) : each.reason,
          );
          const found = outcome.loops.map((loop) =>
            loop.status === 'counted' ? loop.visited : loop.reason,
          );
          expect([name, setup.name, found]).toEqual([name, setup.name, expected]);
        }
      }
    },
  );
});

const playground: Playground = {
  title: '',
  notes: '',
  schemaSql: `CREATE TABLE t (id INTEGER PRIMARY KEY, grp INTEGER, word TEXT UNIQUE);
    INSERT INTO t SELECT value, value % 10, 'w' || value FROM json_each('[${Array.from({ length: 200 }, (_, index) => index + 1)}]');`,
  recipe: { seed: 7, generatorsVersion: 2, rows: {} },
  indexes: [{ name: 'by_grp', sql: 'CREATE INDEX by_grp ON t (grp)' }],
  queries: [],
  setups: [],
};
const withIndex: Setup = {
  id: 'b',
  name: 'b',
  indexes: ['by_grp'],
  hasStatistics: false,
  cache: { kind: 'none' },
};
const withoutIndex: Setup = { ...withIndex, id: 'a', indexes: [] };

function queryOf(sql: string, parameters: Parameter[] = []): Query {
  return { id: 'q', name: 'q', sql, parameters, weight: 1 };
}

describe('countLoops', () => {
  let session: EngineSession;
  beforeAll(() => {
    session = openSession(playground, 0);
  });
  const count = (sql: string, setup = withIndex, parameters: Parameter[] = []) =>
    session.countLoops({ query: queryOf(sql, parameters), setup, seed: 7, limitMs: 5000 });
  const visited = (outcome: LoopCountOutcome) =>
    outcome.status === 'counted'
      ? outcome.loops.map((loop) => (loop.status === 'counted' ? loop.visited : loop.reason))
      : outcome;

  it('counts in the setup that is asked for', () => {
    const sql = 'SELECT word FROM t WHERE grp = 3';
    expect(visited(count(sql, withoutIndex))).toEqual([200]);
    expect(visited(count(sql, withIndex))).toEqual([20]);
  });

  it('binds what a run binds', () => {
    const parameters: Parameter[] = [
      {
        name: ':most',
        generator: { kind: 'query', sql: 'SELECT id FROM t WHERE id > 20', exponent: 0 },
      },
    ];
    const sql = 'SELECT id FROM t WHERE id <= :most';
    const draws = session.firstDraws([queryOf(sql, parameters)], 7);
    expect(visited(count(sql, withIndex, parameters))).toEqual([draws.q?.[':most']]);
  });

  it('rolls back what a statement writes', () => {
    expect(visited(count('DELETE FROM t WHERE grp = 3'))).toEqual([20]);
    expect(visited(count('SELECT * FROM t'))).toEqual([200]);
  });

  it('leaves no function behind', () => {
    const run = () =>
      session.runQuery({
        sql: 'SELECT dyno_tap_0(1)',
        parameters: [],
        setup: withIndex,
        seed: 7,
      });
    const before = run();
    expect(before.error).toMatchObject({
      message: 'This build of SQLite has no function "dyno_tap_0".',
    });
    expect(visited(count('SELECT * FROM t'))).toEqual([200]);
    expect(run().error).toEqual(before.error);
    expect(count('SELECT dyno_tap_0(id) FROM t')).toMatchObject({
      status: 'failed',
      error: { message: before.error?.message },
    });
  });

  it.each([
    ['EXPLAIN SELECT * FROM t', explainReason],
    ['EXPLAIN QUERY PLAN SELECT * FROM t', explainReason],
    ['PRAGMA table_info(t)', noPlanReason],
    ['CREATE TABLE u (a)', noPlanReason],
    ['SELECT 1', noLoopsReason],
    ['INSERT INTO t VALUES (1000, 1, 1)', noLoopsReason],
    ['DELETE FROM t', noLoopsReason],
    ['SELECT count(*) FROM t', wholePagesReason],
  ])('says why there is nothing to count: %s', (sql, reason) => {
    expect(count(sql)).toEqual({ status: 'unavailable', reason });
  });

  it.each([
    ['SELECT nope FROM t', 'sql-failed', { offset: 7, length: 4 }],
    ['SELECT * FROM t WHERE', 'sql-failed', {}],
    ['SELECT 1; SELECT 2', 'sql-invalid', {}],
    ['', 'sql-invalid', {}],
    ['PRAGMA journal_mode = WAL', 'statement-refused', {}],
    ['SELECT * FROM t WHERE id = ?', 'parameter-invalid', {}],
    ['SELECT abs(-9223372036854775807 - id) FROM t', 'sql-failed', {}],
  ])('fails as a run does: %s', (sql, code, place) => {
    expect(count(sql)).toMatchObject({ status: 'failed', error: { code, place } });
  });

  it('ends an execution that takes too long, and counts again afterwards', () => {
    const query = queryOf(
      'SELECT count(*) FROM t a, t b, t c, t d WHERE a.grp + b.grp + c.grp > d.id',
    );
    expect(session.countLoops({ query, setup: withIndex, seed: 7, limitMs: 40 })).toMatchObject({
      status: 'failed',
      error: { code: 'time-limit', place: { name: 'q' } },
    });
    expect(visited(count('SELECT * FROM t'))).toEqual([200]);
  });
});
