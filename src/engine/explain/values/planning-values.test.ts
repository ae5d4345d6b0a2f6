import { expect, it } from 'vitest';
import { drawParameters } from '../../measure/draw-parameters.ts';
import type { PlanOutcome } from '../../model/plan/plan.ts';
import type { PlanRequest } from '../../model/plan/planning.ts';
import type { Query } from '../../model/playground.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { createPlanner } from '../planner.ts';

const driver = await loadTestDriver();

/** The plan in the one setup, which has an index on names that LIKE can use. */
function planned(query: Query, part: Partial<PlanRequest> = {}): PlanOutcome | undefined {
  const planner = createPlanner(driver);
  try {
    const setup = { id: 's', name: 's', indexes: ['n'], hasStatistics: false };
    const { cells } = planner.plan({
      schemaSql: 'CREATE TABLE products(id INTEGER PRIMARY KEY, name TEXT, price REAL)',
      indexes: [{ name: 'n', sql: 'CREATE INDEX n ON products(name COLLATE NOCASE)' }],
      setups: [{ ...setup, cache: { kind: 'none' } }],
      queries: [query],
      statistics: [],
      seed: 1,
      draws: {},
      ...part,
    });
    return cells[0]?.outcome;
  } finally {
    planner.close();
  }
}

const byPattern: Query = {
  id: 'constructor',
  name: 'q',
  sql: 'SELECT * FROM products WHERE name LIKE :name AND price > :price',
  parameters: [
    {
      name: ':name',
      generator: { kind: 'list', values: ['ab%', '%ab', 'c%', '%c', 'd%', '%d'] },
    },
    { name: ':price', generator: { kind: 'zipf', min: 3, max: 9, exponent: 1 } },
  ],
  weight: 1,
};

it('plans with the values that a run with the same seed binds first', () => {
  const database = driver.open();
  const badges = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
    const { sql, parameters } = byPattern;
    const [first] = drawParameters(database, sql, parameters, 3, String(seed));
    const badge = String(first?.[':name']).startsWith('%') ? 'scan' : 'search';
    expect(planned(byPattern, { seed }), `${seed}`).toMatchObject({
      plan: { badge },
      isProvisional: false,
    });
    return badge;
  });
  database.close();
  expect(new Set(badges).size).toBe(2);
});

it('plans with the values from the data where they are given, else provisionally', () => {
  const generator = { kind: 'query' as const, sql: 'SELECT name FROM products', exponent: 0 };
  const fromData = { ...byPattern, parameters: [{ name: ':name', generator }] };
  const one = { ...fromData, sql: 'SELECT * FROM products WHERE name LIKE :name' };
  expect(planned(one)).toMatchObject({
    plan: { badge: 'scan' },
    isProvisional: true,
    provisionalReason: 'values',
  });
  expect(planned(one, { draws: { [one.id]: { ':name': 'ab%' } } })).toMatchObject({
    plan: { badge: 'search' },
    isProvisional: false,
  });
});

it.each([
  ['SELECT * FROM products WHERE name = :name COLLATE NOCASE', false],
  ['SELECT * FROM products WHERE name = :name COLLATE NOCASE LIMIT 3', true],
  ["SELECT * FROM products WHERE name = :name AND 'a like b' <> 'x'", false],
])('waits for values from the data only where they can change the plan: %s', (sql, expected) => {
  const generator = { kind: 'query' as const, sql: 'SELECT name FROM products', exponent: 0 };
  const query = { ...byPattern, sql, parameters: [{ name: ':name', generator }] };
  expect(planned(query)).toMatchObject({ isProvisional: expected });
  const index = { name: 'n', sql: 'CREATE INDEX n ON products(price) WHERE price > 3' };
  expect(planned(query, { indexes: [index] })).toMatchObject({ isProvisional: true });
});

it.each([
  { kind: 'list' as const, values: [] },
  { kind: 'uniform' as const, min: 9, max: 3 },
  { kind: 'zipf' as const, min: 0, max: 9, exponent: 99 },
])('plans with NULL where a parameter can have no value: %j', (generator) => {
  const query = { ...byPattern, parameters: [{ name: ':name', generator }] };
  expect(planned(query)).toMatchObject({ plan: { badge: 'scan' }, isProvisional: false });
});

it('plans a parameter without a name with NULL', () => {
  const sql = 'SELECT * FROM products WHERE name LIKE ?';
  expect(planned({ ...byPattern, sql })).toMatchObject({ plan: { badge: 'scan' } });
});
