import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { StatisticsRow } from '../model/database/database.ts';
import type { PlanRequest } from '../model/plan/planning.ts';
import type { Index, Query, Setup } from '../model/playground.ts';
import { planKey } from '../plan/plan-key.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { explainQueryPlan } from './explain-query-plan.ts';
import { createPlanner, type DescribeRecipe, type Planner } from './planner.ts';

const schemaSql = `
  CREATE TABLE customers(id INTEGER PRIMARY KEY, email TEXT UNIQUE, city TEXT);
  CREATE TABLE products(id INTEGER PRIMARY KEY, name TEXT, category TEXT, price REAL);
  CREATE TABLE orders(id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers(id),
    product_id INTEGER REFERENCES products(id), quantity INTEGER, day TEXT);
  CREATE TABLE tags(product_id INTEGER, tag TEXT, PRIMARY KEY (tag, product_id)) WITHOUT ROWID;
  CREATE VIEW sales AS SELECT p.category, sum(o.quantity * p.price) AS total
    FROM orders o JOIN products p ON p.id = o.product_id GROUP BY p.category;
  INSERT INTO customers VALUES (1, 'a@example.org', 'Basel');`;

const indexes: Index[] = [
  { name: 'idx_category', sql: 'CREATE INDEX idx_category ON products(category)' },
  { name: 'idx_category_2', sql: 'CREATE INDEX idx_category_2 ON products(category);' },
  { name: 'idx_cat_price', sql: 'CREATE INDEX idx_cat_price ON products(category, price DESC)' },
  { name: 'idx_customer', sql: 'CREATE INDEX idx_customer ON orders(customer_id, day)' },
  { name: 'idx_many', sql: 'CREATE INDEX idx_many ON orders(product_id) WHERE quantity > 5' },
];

const queries = [
  'SELECT * FROM products WHERE category = :category',
  'SELECT name FROM products WHERE category = :category ORDER BY price DESC LIMIT 10',
  'SELECT category, count(*), max(price) FROM products GROUP BY category',
  "SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.email = 'user1@x'",
  'SELECT * FROM orders o JOIN products p ON p.id = o.product_id WHERE p.category = :category',
  'SELECT * FROM orders WHERE product_id = 7 AND quantity > 5',
  'SELECT p.name FROM tags t JOIN products p ON p.id = t.product_id WHERE t.tag = :category',
  'SELECT * FROM sales WHERE total > 10',
  'SELECT * FROM products WHERE id IN (SELECT product_id FROM orders WHERE customer_id = 5)',
  'UPDATE products SET price = price + 1 WHERE category = :category',
].map(
  (sql, number): Query => ({
    id: `q${number}`,
    name: `query ${number}`,
    sql,
    parameters: [
      { name: ':category', generator: { kind: 'list', values: ['category 3', 'category 4'] } },
    ],
    weight: 1,
  }),
);

function setupOf(id: string, names: string[], hasStatistics = false): Setup {
  return { id, name: id, indexes: names, hasStatistics, cache: { kind: 'none' } };
}

function requestOf(part: Partial<PlanRequest>): PlanRequest {
  return {
    schemaSql,
    indexes,
    queries,
    setups: [setupOf('s', [])],
    statistics: [],
    seed: 1,
    draws: {},
    ...part,
  };
}

function statisticsOf(database: Database): StatisticsRow[] {
  return database.all('SELECT tbl, idx, stat FROM sqlite_stat1').map(([tbl, idx, stat]) => ({
    tbl: String(tbl),
    idx: idx === null || idx === undefined ? null : String(idx),
    stat: String(stat),
  }));
}

let driver: Driver;
let image: Uint8Array;
/** What ANALYZE writes when every index is there. */
let statistics: StatisticsRow[];

beforeAll(async () => {
  driver = await loadTestDriver();
  const database = driver.open();
  database.run(schemaSql);
  const numbers = (rows: number) =>
    `WITH RECURSIVE c(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM c WHERE i < ${rows})`;
  database.run(`
    ${numbers(300)} INSERT INTO customers SELECT i, 'user' || i || '@x', 'city ' || i % 9 FROM c;
    ${numbers(2000)} INSERT INTO products SELECT i, 'p' || i, 'category ' || i % 24, i * 7 % 501 FROM c;
    ${numbers(4000)} INSERT INTO orders SELECT i, i % 299 + 2, i * 13 % 1999 + 2, i % 8, i % 365 FROM c;
    ${numbers(500)} INSERT INTO tags SELECT i, 'tag ' || i % 12 FROM c;`);
  image = database.export();
  for (const { sql } of indexes) database.run(sql);
  database.run('ANALYZE');
  statistics = statisticsOf(database);
  database.close();
});

/** A loaded database that really has just these indexes. */
function loadedWith(names: readonly string[], hasStatistics: boolean): Database {
  const database = driver.open(image);
  for (const { name, sql } of indexes) if (names.includes(name)) database.run(sql);
  if (hasStatistics) database.run('ANALYZE');
  return database;
}

function withPlanner<Result>(use: (planner: Planner) => Result): Result {
  const planner = createPlanner(driver);
  try {
    return use(planner);
  } finally {
    planner.close();
  }
}

describe('plan', () => {
  it('plans as the loaded database does, for every set of indexes, with and without ANALYZE', () => {
    let compared = 0;
    const keys = new Set<string>();
    withPlanner((planner) => {
      for (let set = 0; set < 2 ** indexes.length; set++) {
        const names = indexes.map(({ name }) => name).filter((_, bit) => set & (1 << bit));
        for (const hasStatistics of [false, true]) {
          const setups = [setupOf('s', names, hasStatistics)];
          const { cells } = planner.plan(requestOf({ setups, statistics }));
          const loaded = loadedWith(names, hasStatistics);
          for (const [position, query] of queries.entries()) {
            const outcome = cells[position]?.outcome;
            if (outcome?.status !== 'planned') throw new Error(JSON.stringify(outcome));
            const real = explainQueryPlan(loaded, query.sql, { ':category': 'category 3' });
            expect(outcome.plan, `${names} ${query.sql}`).toEqual(real);
            expect(outcome.isProvisional).toBe(false);
            keys.add(planKey(real.rows));
            compared++;
          }
          loaded.close();
        }
      }
    });
    expect(compared).toBe(640);
    // The subsets must matter, or the comparison would say nothing.
    expect(keys.size).toBeGreaterThan(20);
  });

  it('is provisional while a visible index has no statistics', () => {
    withPlanner((planner) => {
      const setups = [
        setupOf('off', ['idx_category']),
        setupOf('known', ['idx_category'], true),
        setupOf('new', ['idx_category', 'idx_customer'], true),
      ];
      const isProvisional = (rows: StatisticsRow[]) =>
        planner
          .plan(requestOf({ setups, queries: queries.slice(0, 1), statistics: rows }))
          .cells.map(({ outcome }) => outcome.status === 'planned' && outcome.isProvisional);
      const without = statistics.filter((row) => row.idx !== 'idx_customer');
      expect(isProvisional(without)).toEqual([false, false, true]);
      expect(isProvisional([])).toEqual([false, true, true]);
    });
  });

  it('opens one shadow for a switch of six setups, and none for an edit of a query', () => {
    const open = vi.spyOn(driver, 'open');
    withPlanner((planner) => {
      const names = indexes.map(({ name }) => name);
      const setups = names.map((name, at) => setupOf(`${at}`, [name], at % 2 === 0));
      setups.push(setupOf('all', names, true));
      const opened = (part: Partial<PlanRequest>) => {
        open.mockClear();
        planner.plan(requestOf({ setups, statistics, ...part }));
        return open.mock.calls.length;
      };
      expect(opened({})).toBe(6);
      const flipped = setups.map((setup) =>
        setup.id === 'all' ? { ...setup, indexes: names.slice(1) } : setup,
      );
      expect(opened({ setups: flipped })).toBe(1);
      expect(opened({ queries: queries.map((query) => ({ ...query, sql: 'SELECT 1' })) })).toBe(0);
    });
    open.mockRestore();
  });

  it('keeps answering when more shadows were asked for than are kept', () => {
    withPlanner((planner) => {
      for (let number = 0; number < 60; number++) {
        const request = requestOf({ schemaSql: `${schemaSql} CREATE TABLE x${number}(a);` });
        expect(planner.plan(request).cells[0]?.outcome.status).toBe('planned');
      }
    });
  });

  it('says why a query has no plan, and plans the others', () => {
    const query = (sql: string): Query => ({
      id: sql,
      name: 'mine',
      sql,
      parameters: [],
      weight: 1,
    });
    const request = requestOf({
      queries: [
        query(''),
        query('SELECT id,\n nme FROM products'),
        query('COMMIT'),
        query('SELECT 1; SELECT 2'),
        query('SELECT 1'),
      ],
    });
    const outcomes = withPlanner((planner) => planner.plan(request)).cells.map(
      ({ outcome }) => outcome,
    );
    expect(outcomes[0]).toMatchObject({
      status: 'failed',
      error: { code: 'sql-invalid', message: 'The query "mine" has no SQL yet.' },
    });
    expect(outcomes[1]).toMatchObject({
      status: 'failed',
      error: {
        code: 'sql-invalid',
        message: 'There is no column "nme".',
        place: { source: 'query', name: 'mine', offset: 12, length: 3 },
      },
    });
    expect(outcomes[2]).toMatchObject({ error: { code: 'statement-refused' } });
    expect(outcomes[3]).toMatchObject({ error: { code: 'sql-invalid', place: { offset: 10 } } });
    expect(outcomes[4]).toMatchObject({ status: 'planned', plan: { badge: 'none' } });
  });

  it('points to the schema when a query fails behind its error', () => {
    const request = requestOf({
      schemaSql: 'CREATE TABLE a(x); CREATE TABLE products(id,); CREATE TABLE b(x)',
      queries: queries.slice(0, 1),
    });
    const [cell] = withPlanner((planner) => planner.plan(request)).cells;
    expect(cell?.outcome).toMatchObject({
      status: 'failed',
      error: {
        message: 'There is no table or view "products".',
        hint: expect.stringContaining('The schema has an error'),
      },
    });
  });
});

describe('inspect', () => {
  const recipe = { seed: 1, generatorsVersion: 1 as const, rows: {} };
  const describeNothing = () => ({ tables: [], problems: [] });
  function inspect(schema: string, more: Index[] = []) {
    return withPlanner((planner) =>
      planner.inspect({ schemaSql: schema, indexes: more, recipe }, describeNothing),
    );
  }

  it('reads the schema and runs nothing but CREATE', () => {
    const report = inspect(schemaSql, indexes);
    expect(report.error).toBeNull();
    expect(report.indexErrors).toEqual({});
    expect(report.schema.tables.map(({ name }) => name)).toEqual([
      'customers',
      'products',
      'orders',
      'tags',
    ]);
    // This INSERT would fail if it ran.
    expect(inspect('CREATE TABLE t(a CHECK (a > 1)); INSERT INTO t VALUES (0);').error).toBeNull();
    expect(
      inspect('CREATE TABLE t(a); CREATE TABLE u AS SELECT a FROM t').schema.tables,
    ).toHaveLength(2);
  });

  it('plans with a table that is made from an endless SELECT', () => {
    const { schema, error } = inspect(
      `CREATE TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c)
         SELECT i, 'x' AS word FROM c;
       CREATE TABLE u AS SELECT nope FROM n;`,
    );
    expect(schema.tables[0]?.columns.map(({ name }) => name)).toEqual(['i', 'word']);
    expect(error).toMatchObject({
      message: 'There is no column "nope".',
      place: { source: 'schema', offset: 153, length: 4 },
    });
  });

  it('keeps the tables before the statement that fails', () => {
    const script = 'CREATE TABLE a(x);\nCREATE TABLE b(x,, y);\nCREATE TABLE c(x);';
    const report = inspect(script);
    expect(report.schema.tables.map(({ name }) => name)).toEqual(['a']);
    expect(report.error).toMatchObject({
      code: 'schema-invalid',
      place: { source: 'schema', offset: 36, length: 1 },
    });
    expect(inspect('CREATE TABLE a(x); INSERT INTO a(y) VALUES (1)').error?.message).toBe(
      'Table a has no column named y.',
    );
  });

  it('refuses what has no place in a schema before SQLite sees it', () => {
    const report = inspect('CREATE TABLE a(x); PRAGMA writable_schema = ON; CREATE TABLE b(x)');
    expect(report.error).toMatchObject({ code: 'statement-refused', place: { offset: 19 } });
  });

  it('says which index cannot be created and creates the others', () => {
    const { indexErrors } = inspect(schemaSql, [
      { name: 'bad', sql: 'CREATE INDEX bad ON products(nope)' },
      { name: 'good', sql: 'CREATE INDEX good ON products(price)' },
      { name: 'other', sql: 'DROP TABLE products' },
      { name: 'good', sql: 'CREATE INDEX good ON products(name)' },
    ]);
    expect(Object.keys(indexErrors)).toEqual(['bad', 'other', 'good']);
    expect(indexErrors.bad).toMatchObject({
      code: 'index-invalid',
      message: 'There is no column "nope".',
      place: { source: 'index', name: 'bad', offset: 29, length: 4 },
    });
  });

  it('runs no index statement that does more than create its index', () => {
    const { indexErrors } = inspect(schemaSql, [
      { name: 'a', sql: 'CREATE INDEX b ON products(name)' },
      { name: 'c', sql: 'CREATE INDEX c ON products(name); DROP TABLE orders' },
      { name: 'd', sql: 'CREATE INDEX IF NOT EXISTS d ON products(name)' },
      { name: 'E', sql: 'CREATE INDEX E ON products(name)' },
      { name: 'e', sql: 'CREATE INDEX e ON products(price)' },
    ]);
    expect(Object.keys(indexErrors)).toEqual(['a', 'c', 'd', 'e']);
    expect(indexErrors.e?.message).toBe('There is an index e already: choose another name.');
  });

  it('takes names that plain objects know', () => {
    const names = ['constructor', '__proto__', 'toString'];
    const script = names.map((name) => `CREATE TABLE ${name}(a);`).join('');
    const { indexErrors, schema } = inspect(script, [
      ...names.map((name) => ({ name, sql: `CREATE INDEX ${name} ON nowhere(a)` })),
      { name: 'valueOf', sql: 'CREATE INDEX valueOf ON constructor(a)' },
    ]);
    expect(schema.tables.map(({ name }) => name)).toEqual(names);
    expect(Object.keys(indexErrors)).toEqual(names);
    for (const name of names) {
      expect(Object.entries(indexErrors).find(([key]) => key === name)?.[1].code).toBe(
        'index-invalid',
      );
    }
    expect(Object.getPrototypeOf(indexErrors)).toBe(Object.prototype);
  });

  it('tells what catches the eye in schema and indexes, once the schema is whole', () => {
    const kindsOf = (script: string) =>
      withPlanner((planner) =>
        planner.inspect({ schemaSql: script, indexes, recipe }, describeNothing),
      ).findings.map(({ kind, index }) => [kind, index?.name]);
    expect(kindsOf(schemaSql)).toEqual([
      ['foreign-key-without-index', 'idx_orders_product_id'],
      ['redundant-index', undefined],
      ['duplicate-index', undefined],
    ]);
    expect(kindsOf(`${schemaSql} CREATE TABEL more (id);`)).toEqual([]);
  });

  it.each([true, false])('hands on a database for first rows only if asked: %s', (needsPreview) => {
    const describing = vi.fn<DescribeRecipe>(describeNothing);
    withPlanner((planner) =>
      planner.inspect({ schemaSql, indexes, recipe, needsPreview }, describing),
    );
    expect(describing.mock.calls).toMatchObject([[{}, {}, needsPreview ? {} : null]]);
  });

  it('adds unsound foreign keys to the problems of the recipe, each once', () => {
    const script = 'CREATE TABLE c(a INT REFERENCES nowhere(id))';
    const { recipe: report } = withPlanner((planner) =>
      planner.inspect({ schemaSql: script, indexes: [], recipe }, (schema) => ({
        tables: schema.tables.map(({ name }) => ({
          table: name,
          columns: [],
          preview: { status: 'made', columns: [], rows: [] },
        })),
        problems: [
          {
            code: 'foreign-key-invalid',
            message: 'The foreign key of c (a) refers to the table nowhere, which does not exist.',
          },
        ],
      })),
    );
    expect(report.tables).toMatchObject([{ table: 'c', columns: [] }]);
    expect(report.problems).toHaveLength(1);
    expect(inspect(script).recipe.problems[0]?.code).toBe('foreign-key-invalid');
  });
});
