import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PlanRequest } from '../../model/plan/planning.ts';
import type { Query } from '../../model/playground.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { createPlanner, type Planner } from '../planner.ts';

const driver = await loadTestDriver();
let planner: Planner;
let asked: string[];

beforeEach(() => {
  planner = createPlanner(driver);
  asked = [];
  const { open } = driver;
  vi.spyOn(driver, 'open').mockImplementation((...given) => {
    const database = open(...given);
    const { all } = database;
    database.all = (sql, binding) => {
      if (sql.startsWith('EXPLAIN QUERY PLAN')) asked.push(sql);
      return all(sql, binding);
    };
    return database;
  });
});

afterEach(() => {
  planner.close();
  vi.restoreAllMocks();
});

const queries = ['SELECT a FROM t', 'SELECT b FROM t WHERE b LIKE :b', 'SELECT nope FROM t'].map(
  (sql, at): Query => ({
    id: `q${at}`,
    name: `query ${at}`,
    sql,
    weight: 1,
    parameters: [{ name: ':b', generator: { kind: 'constant', value: 1 } }],
  }),
);

/** Plans, and gives how many statements SQLite was asked about. */
function askedFor(part: Partial<PlanRequest>): number {
  asked = [];
  const setup = { id: 's', name: 's', indexes: [], hasStatistics: false };
  planner.plan({
    schemaSql: 'CREATE TABLE t(a, b)',
    indexes: [],
    queries,
    statistics: [],
    setups: [{ ...setup, cache: { kind: 'none' } }],
    seed: 1,
    draws: {},
    ...part,
  });
  return asked.length;
}

function edited(at: number, patch: Partial<Query>): Query[] {
  return queries.map((query, position) => (position === at ? { ...query, ...patch } : query));
}

it('plans anew only what was edited, in the shadow that it stands in', () => {
  expect(askedFor({})).toBe(3);
  expect(askedFor({})).toBe(0);
  expect(askedFor({ queries: edited(0, { sql: 'SELECT b FROM t' }) })).toBe(1);
  expect(askedFor({ schemaSql: 'CREATE TABLE t(a, b, c)' })).toBe(3);
});

it('plans anew for another value, also one that is written alike', () => {
  expect(askedFor({})).toBe(3);
  for (const value of [2, '1', 'null', null]) {
    const parameters = [{ name: ':b', generator: { kind: 'constant' as const, value } }];
    expect(askedFor({ queries: edited(1, { parameters }) }), String(value)).toBe(1);
  }
});

it('names a query as it is called now', () => {
  askedFor({});
  expect(askedFor({ queries: edited(2, { name: 'renamed' }) })).toBe(1);
});

it('goes on when more was asked than is remembered', () => {
  for (let at = 0; at < 600; at++) {
    expect(askedFor({ queries: edited(0, { sql: `SELECT ${at}` }).slice(0, 1) })).toBe(1);
  }
  expect(askedFor({ queries: edited(0, { sql: 'SELECT 599' }).slice(0, 1) })).toBe(0);
});
