import { expect, it } from 'vitest';
import type { PlanRequest } from '../model/plan/planning.ts';
import type { Query, Setup } from '../model/playground.ts';
import { loadOfficialTestDriver } from '../sqlite/official.testing.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { createPlanner } from './planner.ts';

const driver = await loadTestDriver();
const products =
  'CREATE TABLE products(id INTEGER PRIMARY KEY, name TEXT, category TEXT, price REAL)';
const indexes = [{ name: 'idx_category', sql: 'CREATE INDEX idx_category ON products(category)' }];

function setupOf(id: string, names: string[], hasStatistics = false): Setup {
  return { id, name: id, indexes: names, hasStatistics, cache: { kind: 'none' } };
}

function queryOf(sql: string): Query {
  return { id: 'q', name: 'mine', sql, parameters: [], weight: 1 };
}

const request: Omit<PlanRequest, 'queries'> = {
  schemaSql: products,
  indexes,
  statistics: [],
  seed: 1,
  draws: {},
  setups: [setupOf('a', []), setupOf('b', ['idx_category'])],
};

function explain(sql: string, part: Partial<PlanRequest> = {}) {
  const planner = createPlanner(driver);
  try {
    const { setups } = planner.explain({ ...request, ...part, query: queryOf(sql) });
    return setups.map(({ outcome }) => outcome);
  } finally {
    planner.close();
  }
}

it('forgets what compiling a CREATE INDEX makes of the number of rows', () => {
  const statistics = [{ tbl: 'products', idx: null, stat: '300' }];
  const planner = createPlanner(driver);
  const sql = 'SELECT * FROM products';
  const index = 'CREATE INDEX i ON products(price)';
  const costs = [sql, index, sql, `EXPLAIN ${index}`, sql].map((text) => {
    const setups = [setupOf('s', [], true)];
    const queries = [queryOf(text)];
    const [cell] = planner.plan({ ...request, queries, setups, statistics }).cells;
    return cell?.outcome.status === 'planned' ? cell.outcome.plan.rows[0]?.cost : null;
  });
  planner.close();
  expect(costs).toEqual([98, undefined, 98, undefined, 98]);
});

it('gives rows, program and trees for each setup', () => {
  const [scan, search] = explain("SELECT name FROM products WHERE category = 'a'");
  expect(scan).toMatchObject({
    explanation: { rows: [{ detail: 'SCAN products' }] },
    isProvisional: false,
  });
  if (search?.status !== 'explained') throw new Error(JSON.stringify(search));
  const { rows, instructions, trees } = search.explanation;
  expect(rows.map(({ detail }) => detail)).toEqual([
    'SEARCH products USING INDEX idx_category (category=?)',
  ]);
  const opened = instructions
    .filter(({ opcode }) => opcode === 'OpenRead')
    .map(({ p2 }) => trees.find(({ rootPage }) => rootPage === p2)?.index);
  expect(opened).toEqual([null, 'idx_category']);
  expect(instructions.map(({ address }) => address)).toEqual(instructions.map((_, at) => at));
  expect(instructions[0]).toMatchObject({ opcode: 'Init', p4: null, p5: 0 });
});

it('tells of functions that do not exist, also in the build whose EXPLAIN takes them', async () => {
  const sql = " ;SELECT upper(name), nosuch('é', name) FROM products";
  const place = { source: 'query', name: 'mine', offset: sql.indexOf('nosuch'), length: 6 };
  const planner = createPlanner(await loadOfficialTestDriver());
  const own = { ...request, setups: request.setups.slice(0, 1) };
  const [planned] = planner.plan({ ...own, queries: [queryOf(sql)] }).cells;
  const [explained] = planner.explain({ ...own, query: queryOf(sql) }).setups;
  planner.close();
  for (const outcome of [planned?.outcome, explained?.outcome, explain(sql)[0]]) {
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining('no function "nosuch"'), place },
    });
  }
});

it.each([
  'EXPLAIN SELECT * FROM products',
  'EXPLAIN QUERY PLAN DELETE FROM products',
  'PRAGMA table_info(products)',
  'CREATE TABLE more(x)',
  'CREATE TABLE more AS SELECT * FROM products',
  'DROP TABLE products',
  "INSERT INTO products VALUES (1, 'a', 'b', 2)",
  'ALTER TABLE products ADD COLUMN more',
  'REINDEX',
  ' ; -- nothing before\n ;SELECT 1;',
])('has an explanation, if without lines, of %s', (sql) => {
  expect(explain(sql).map(({ status }) => status)).toEqual(['explained', 'explained']);
});

it.each([
  ['', 'has no SQL yet'],
  ['-- only words', 'has no SQL yet'],
  ['SELECT 1; SELECT 2', 'more than one statement'],
  ['SELECT nope FROM products', 'no column'],
  ['EXPLAIN SELECT nope FROM products', 'no column'],
  ['EXPLAIN EXPLAIN SELECT 1', 'Syntax error'],
  ['COMMIT', 'COMMIT'],
  ["ATTACH 'x' AS y", 'ATTACH'],
  [`SELECT ${'NOT '.repeat(2000)}1`, 'too large'],
  [`SELECT * FROM ${Array.from({ length: 65 }, (_, at) => `products p${at}`)}`, 'At most 64'],
])('says why there is none of %.40s', (sql, message) => {
  for (const outcome of explain(sql)) {
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining(message), place: { source: 'query' } },
    });
  }
});

it('explains what is large', () => {
  const terms = Array.from({ length: 500 }, (_, at) => `category = 'c${at}'`);
  const joins = Array.from({ length: 60 }, (_, at) => `products p${at}`);
  const on = joins.map((_, at) => `p${at}.id = p${Math.max(0, at - 1)}.id`);
  for (const sql of [
    `SELECT * FROM products WHERE ${terms.join(' OR ')}`,
    `SELECT count(*) FROM ${joins} WHERE ${on.join(' AND ')}`,
  ]) {
    const [outcome] = explain(sql, { setups: [setupOf('b', ['idx_category'])] });
    if (outcome?.status !== 'explained') throw new Error(JSON.stringify(outcome));
    expect(outcome.explanation.instructions.length).toBeGreaterThan(100);
  }
});
