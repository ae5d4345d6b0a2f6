import { expect, test } from 'vitest';
import type { SqlValue } from '../../model/values.ts';
import { statementRefusal } from '../../sql/statements/statement-refusal.ts';
import type { Database, Driver } from '../../sqlite/driver.ts';
import { runScript } from '../../sqlite/run-script.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { type SwitchedSetup, withSetup } from './setup-switch.ts';

const indexes = {
  by_category: 'CREATE INDEX by_category ON products(category, price)',
  Cheap: 'CREATE INDEX Cheap ON products(price) WHERE price < 200',
  by_lower: 'CREATE INDEX by_lower ON products(lower(name))',
  by_product: 'CREATE INDEX by_product ON orders(product_id, quantity)',
  open_orders: "CREATE INDEX open_orders ON orders(ordered) WHERE status = 'open'",
};
type IndexName = keyof typeof indexes;
const names = Object.keys(indexes) as IndexName[];

const schema = `
  CREATE TABLE products(id INTEGER PRIMARY KEY, name TEXT UNIQUE, category INTEGER, price REAL);
  CREATE TABLE orders(id INTEGER PRIMARY KEY, product_id INTEGER REFERENCES products(id),
    quantity INTEGER, status TEXT, ordered TEXT);
  CREATE TABLE tags(word TEXT PRIMARY KEY, product_id INTEGER) WITHOUT ROWID;
  CREATE TABLE notes(body TEXT);
  CREATE INDEX kept ON notes(body);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
    INSERT INTO products SELECT i, 'Product ' || i, i * 7 % 24, i * 37 % 1000 FROM n;
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
    INSERT INTO orders SELECT i, 1 + i * 11 % 400, i % 9, iif(i % 20 = 0, 'open', 'done'),
      date('2024-01-01', '+' || (i % 365) || ' days') FROM n;
  INSERT INTO tags SELECT 'tag' || id, id FROM products;
`;

const queries = [
  'SELECT * FROM products WHERE category = 3 ORDER BY price, id',
  'SELECT category, count(*), max(price) FROM products GROUP BY category',
  'SELECT sum(price) FROM products WHERE category = 5',
  'SELECT id FROM products WHERE price < 50 OR category = 7 ORDER BY id',
  'SELECT id FROM products WHERE price < 100 ORDER BY id',
  "SELECT id, name FROM products WHERE lower(name) = 'product 77'",
  `SELECT p.category, sum(o.quantity) FROM orders o JOIN products p ON p.id = o.product_id
   WHERE o.status = 'open' GROUP BY p.category`,
  `SELECT p.name, o.quantity FROM products p JOIN orders o ON o.product_id = p.id
   WHERE p.category = 2 AND o.quantity > 3 ORDER BY o.id`,
  "SELECT id FROM orders WHERE status = 'open' AND ordered > '2024-06-01' ORDER BY ordered, id",
  'SELECT name FROM products WHERE id NOT IN (SELECT product_id FROM orders) ORDER BY name',
  'SELECT count(*) FROM orders',
  'SELECT word FROM tags WHERE product_id = 9',
  'UPDATE products SET price = price + 1 WHERE category = 4 RETURNING id, price',
  'DELETE FROM orders WHERE product_id = 12 RETURNING id',
  "INSERT INTO products VALUES (9999, 'New', 3, 5.5) RETURNING *",
];

function build(driver: Driver, on: readonly IndexName[], isAnalysed: boolean): Database {
  const database = driver.open();
  database.run(schema);
  for (const name of on) database.run(indexes[name]);
  if (isAnalysed) database.run('ANALYZE');
  return database;
}

function subsets(): IndexName[][] {
  return Array.from({ length: 2 ** names.length }, (_, pattern) =>
    names.filter((_name, bit) => pattern & (1 << bit)),
  );
}

/** What can be seen of a database: plans with costs, answers, statistics, indexes of a write. */
function sight(database: Database): unknown {
  return {
    statistics: sortedRows(
      database.all("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").length
        ? database.all('SELECT tbl, idx, stat FROM sqlite_stat1')
        : [],
    ),
    plans: queries.map((sql) => database.all(`EXPLAIN QUERY PLAN ${sql}`)),
    answers: queries.map((sql) => database.all(sql)),
    maintained: database
      .all("EXPLAIN INSERT INTO products VALUES (10000, 'Newer', 3, 5.5)")
      .filter((row) => row[1] === 'IdxInsert').length,
  };
}

function sortedRows(rows: SqlValue[][]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

test('a setup equals a database built with just its indexes and statistics', async () => {
  const driver = await loadTestDriver();
  const database = build(driver, names, true);
  for (const on of subsets()) {
    for (const hasStatistics of [false, true]) {
      const reference = build(driver, on, hasStatistics);
      reference.run('BEGIN');
      const expected = sight(reference);
      reference.close();
      const seen = withSetup(database, { indexes: on, hasStatistics }, names, () =>
        sight(database),
      );
      expect(seen, `${on.join(' + ')} ${hasStatistics}`).toEqual(expected);
    }
  }
  expect(database.all('PRAGMA integrity_check')).toEqual([['ok']]);
});

test('afterwards everything is as before, for EXPLAIN as the very next statement too', async () => {
  const driver = await loadTestDriver();
  const database = build(driver, names, true);
  const plans = () => queries.map((sql) => database.all(`EXPLAIN QUERY PLAN ${sql}`));
  const before = plans();
  const setups: SwitchedSetup[] = [
    { indexes: [], hasStatistics: false },
    { indexes: [], hasStatistics: true },
    { indexes: names, hasStatistics: false },
    { indexes: names, hasStatistics: true },
  ];
  for (const setup of setups) {
    withSetup(database, setup, names, () => {
      for (const sql of queries) database.all(sql);
      database.run('CREATE TABLE extra(x); DROP TABLE notes;');
    });
    expect(plans()).toEqual(before);
  }
  expect(database.all('SELECT count(*) FROM products')).toEqual([[400]]);
  expect(database.all('PRAGMA integrity_check')).toEqual([['ok']]);
});

/** Every kind of statement that a run may hold, and some that it may not. */
const works = [
  'CREATE TABLE extra(x PRIMARY KEY); INSERT INTO extra VALUES (1)',
  'CREATE TABLE copied AS SELECT * FROM products',
  'CREATE VIEW cheap AS SELECT * FROM products WHERE price < 9; SELECT * FROM cheap',
  'CREATE TRIGGER t AFTER DELETE ON orders BEGIN DELETE FROM tags; END; DELETE FROM orders',
  'CREATE TEMP TABLE products(id, category); SELECT * FROM products',
  'CREATE TEMP VIEW orders AS SELECT 1; SELECT * FROM orders',
  'CREATE TEMP TRIGGER t BEFORE INSERT ON tags BEGIN DELETE FROM notes; END',
  'CREATE VIRTUAL TABLE words USING fts4(body)',
  'CREATE INDEX by_price ON products(price, category, name)',
  'CREATE UNIQUE INDEX by_id ON orders(quantity, id)',
  'DROP INDEX by_category',
  'DROP INDEX kept; DROP TABLE notes',
  'DROP TABLE orders',
  'ALTER TABLE products RENAME COLUMN category TO kind',
  'ALTER TABLE orders ADD COLUMN note TEXT; ALTER TABLE tags RENAME TO labels',
  'ALTER TABLE orders DROP COLUMN quantity',
  'REINDEX',
  'REINDEX by_category',
  'INSERT INTO notes VALUES (1); REPLACE INTO tags VALUES (1, 1)',
  'UPDATE products SET category = 1; DELETE FROM tags',
  "INSERT OR ROLLBACK INTO products VALUES (1, 'Again', 1, 1)",
  'DELETE FROM sqlite_stat1; ALTER TABLE tags RENAME TO labels; SELECT * FROM labels',
  'CREATE TABLE other(x); INSERT OR ROLLBACK INTO products(id) VALUES (1)',
  'EXPLAIN ANALYZE',
  'ANALYZE',
  "UPDATE sqlite_stat1 SET stat = '1 1 1'; ANALYZE sqlite_schema",
  'DELETE FROM products WHERE id % 3; DELETE FROM sqlite_stat1; ANALYZE products',
];

test.each([true, false])('whatever runs inside leaves no trace (statistics %s)', async (isOn) => {
  const database = build(await loadTestDriver(), names, true);
  const pragmas = database.all('PRAGMA pragma_list').flat().map(String);
  // Lists of what is compiled in grow when a table-valued PRAGMA is used for the first time.
  const readable = pragmas.filter(
    (name) => statementRefusal(`PRAGMA ${name}`) === null && !name.endsWith('_list'),
  );
  const state = () => ({
    // First, as the connection remembers it: nothing has looked at the file yet.
    plans: queries.map((sql) => database.all(`EXPLAIN QUERY PLAN ${sql}`)),
    schema: database.all('SELECT type, name, rootpage, sql FROM sqlite_schema'),
    temporary: database.all('SELECT * FROM temp.sqlite_schema'),
    statistics: sortedRows(database.all('SELECT * FROM sqlite_stat1')),
    pragmas: readable.map((name) => [name, database.all(`PRAGMA ${name}`)]),
    counts: ['products', 'orders', 'tags', 'notes'].map((table) =>
      database.all(`SELECT count(*) FROM ${table}`),
    ),
  });
  expect(readable).toEqual(expect.arrayContaining(['foreign_keys', 'cache_size', 'temp_store']));
  const before = state();
  const run = (script: string) =>
    runScript(database, script, { clock: () => 0, keep: 9, place: { source: 'query' } });
  for (const script of works) {
    for (const indexes of [names, names.filter((name) => name !== 'Cheap'), []]) {
      const { error, statements } = withSetup(
        database,
        { indexes, hasStatistics: isOn },
        names,
        () => run(script),
      );
      expect(statements.length > 0 || error?.code, script).toBeTruthy();
      expect(state(), `${script} in ${indexes.join(' + ')}`).toEqual(before);
    }
  }
  expect(database.all('PRAGMA integrity_check')).toEqual([['ok']]);
});

test('only the given indexes are hidden, whatever the case of their letters', async () => {
  const database = build(await loadTestDriver(), names, true);
  const visible = withSetup(database, { indexes: ['CHEAP'], hasStatistics: true }, names, () =>
    database.all("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY 1").flat(),
  );
  expect(visible).toEqual(['Cheap', 'kept', 'sqlite_autoindex_products_1']);
});

test('as for SQLite, only ASCII letters have no case', async () => {
  const database = (await loadTestDriver()).open();
  database.run('CREATE TABLE t(x); CREATE INDEX "É" ON t(x); CREATE INDEX "é" ON t(x)');
  const visible = withSetup(database, { indexes: ['é'], hasStatistics: false }, ['É', 'é'], () =>
    database.all("SELECT name FROM sqlite_schema WHERE type = 'index'").flat(),
  );
  expect(visible).toEqual(['é']);
});

test('an exception inside, or a statement that ends the transaction, changes nothing', async () => {
  const database = build(await loadTestDriver(), names, true);
  const before = database.all('EXPLAIN QUERY PLAN SELECT * FROM products WHERE category = 3');
  const bare: SwitchedSetup = { indexes: [], hasStatistics: false };
  expect(() =>
    withSetup(database, bare, names, () => {
      database.run('DELETE FROM orders');
      throw new Error('on purpose');
    }),
  ).toThrow('on purpose');
  expect(() =>
    withSetup(database, bare, names, () =>
      database.run("INSERT OR ROLLBACK INTO products VALUES (1, 'Again', 1, 1)"),
    ),
  ).toThrow('UNIQUE');
  const statement = withSetup(database, bare, names, () => {
    const open = database.prepare('SELECT * FROM orders');
    open.step();
    return open;
  });
  statement.free();
  expect(database.all('EXPLAIN QUERY PLAN SELECT * FROM products WHERE category = 3')).toEqual(
    before,
  );
  expect(database.all('SELECT count(*) FROM orders')).toEqual([[1200]]);
  // Schema writing is off again.
  expect(() => database.run('DELETE FROM sqlite_schema')).toThrow('may not be modified');
  expect(database.all('PRAGMA integrity_check')).toEqual([['ok']]);
});

test('an open transaction of the caller is refused and kept', async () => {
  const database = build(await loadTestDriver(), names, false);
  database.run("BEGIN; INSERT INTO notes VALUES ('kept')");
  expect(() =>
    withSetup(database, { indexes: [], hasStatistics: true }, names, () => null),
  ).toThrow('within a transaction');
  database.run('COMMIT');
  expect(database.all('SELECT * FROM notes')).toEqual([['kept']]);
});

test('a UNIQUE index that is off lets duplicates in, and they are gone afterwards', async () => {
  const database = (await loadTestDriver()).open();
  database.run('CREATE TABLE t(x); CREATE UNIQUE INDEX once ON t(x); INSERT INTO t VALUES (1)');
  const rows = withSetup(database, { indexes: [], hasStatistics: false }, ['once'], () => {
    database.run('INSERT INTO t VALUES (1)');
    return database.all('SELECT count(*) FROM t')[0]?.[0];
  });
  expect(rows).toBe(2);
  expect(() => database.run('INSERT INTO t VALUES (1)')).toThrow('UNIQUE');
});
