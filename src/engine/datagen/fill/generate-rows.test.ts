import { describe, expect, it } from 'vitest';
import { type EngineError, EngineFailure } from '../../model/errors.ts';
import type { Recipe } from '../../model/playground.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { contentHash } from '../content-hash.ts';
import { describeRecipe } from '../describe/describe-recipe.ts';
import { realisticSchemas } from '../schemas.testing.ts';
import { generateRows, type RowsProgress } from './generate-rows.ts';

const driver = await loadTestDriver();
const now = () => performance.now();

interface Built {
  db: Database;
  progress: RowsProgress[];
}

function recipeOf(rows: Recipe['rows'], seed = 42): Recipe {
  return { seed, generatorsVersion: 1, rows };
}

function build(
  sql: string,
  rows: Recipe['rows'],
  seed = 42,
  more: Partial<Recipe> = {},
  now?: () => number,
): Built {
  const db = driver.open();
  db.run(sql);
  const progress: RowsProgress[] = [];
  const recipe = { ...recipeOf(rows, seed), ...more };
  generateRows(db, readSchema(db), recipe, (each) => progress.push(each), now);
  return { db, progress };
}

function failure(sql: string, rows: Recipe['rows']): { error: EngineError; db: Database } {
  const db = driver.open();
  db.run(sql);
  try {
    generateRows(db, readSchema(db), recipeOf(rows), () => {});
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return { error: thrown.error, db };
    throw thrown;
  }
  throw new Error('nothing failed');
}

function one(db: Database, sql: string): unknown {
  return db.all(sql)[0]?.[0];
}

function violations(db: Database): unknown[] {
  const integrity = db.all('PRAGMA integrity_check').filter(([line]) => line !== 'ok');
  return [...integrity, ...db.all('PRAGMA foreign_key_check')];
}

const shop = `
  CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, price REAL NOT NULL CHECK (price >= 0));
  CREATE TABLE orders (id INTEGER PRIMARY KEY, product_id INTEGER NOT NULL REFERENCES products (id), customer_email TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0), status TEXT NOT NULL CHECK (status IN ('open', 'paid', 'shipped', 'returned')), ordered_at TEXT NOT NULL);`;

describe('generateRows', () => {
  it('makes products that look real', () => {
    const { db } = build(shop, { products: 3000 });
    expect(one(db, 'SELECT count(*) FROM products')).toBe(3000);
    const names = db.all('SELECT name FROM products LIMIT 20').map(([name]) => String(name));
    expect(names.every((name) => /^[A-Z][\w-]+ [A-Z]\w+ [A-Z][\w ]+$/.test(name))).toBe(true);
    const counts = db.all('SELECT count(*) FROM products GROUP BY category ORDER BY 1 DESC');
    expect(counts).toHaveLength(24);
    expect(Number(counts[0]?.[0]) / Number(counts[23]?.[0])).toBeGreaterThan(3);
    expect(one(db, 'SELECT min(price) >= 1 AND max(price) <= 1000 FROM products')).toBe(1);
    expect(
      one(db, 'SELECT count(*) FROM products WHERE abs(price * 100 - round(price * 100)) > 1e-6'),
    ).toBe(0);
    expect(Number(one(db, 'SELECT avg(price < 250) FROM products'))).toBeGreaterThan(0.4);
    // A name fits its category: the same noun never stands in two.
    const nouns = db.all(
      "SELECT count(DISTINCT category) FROM products WHERE name LIKE '%Desk Lamp%'",
    );
    expect(nouns).toEqual([[1]]);
    db.close();
  });

  it('makes orders of existing products, some of them much more often, in the order of time', () => {
    const { db } = build(shop, { products: 500, orders: 5000 });
    expect(violations(db)).toEqual([]);
    const favourite = Number(
      one(db, 'SELECT count(*) FROM orders GROUP BY product_id ORDER BY 1 DESC'),
    );
    expect(favourite).toBeGreaterThan(200);
    expect(Number(one(db, 'SELECT count(DISTINCT product_id) FROM orders'))).toBeGreaterThan(400);
    expect(
      one(
        db,
        'SELECT count(*) FROM orders a JOIN orders b ON b.id = a.id + 1 WHERE a.ordered_at > b.ordered_at',
      ),
    ).toBe(0);
    expect(
      one(
        db,
        "SELECT count(*) FROM orders WHERE datetime(ordered_at) IS NOT ordered_at OR customer_email NOT LIKE '%_._%@example.___'",
      ),
    ).toBe(0);
    expect(db.all('SELECT DISTINCT status FROM orders ORDER BY 1').flat()).toEqual([
      'open',
      'paid',
      'returned',
      'shipped',
    ]);
    expect(one(db, 'SELECT min(quantity) = 1 AND max(quantity) = 10 FROM orders')).toBe(1);
    db.close();
  });

  it('keeps the rows of a name and its e-mail together', () => {
    const { db } = build(
      'CREATE TABLE customers (id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT UNIQUE)',
      { customers: 300 },
    );
    expect(
      one(
        db,
        "SELECT count(*) FROM customers WHERE email NOT LIKE lower(first_name || '.' || last_name) || '%@%'",
      ),
    ).toBe(0);
    db.close();
  });

  it('makes 100,000 distinct product names', () => {
    const { db, progress } = build(
      'CREATE TABLE Product (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category TEXT NOT NULL, price REAL NOT NULL)',
      { product: 100_000 },
    );
    expect(one(db, 'SELECT count(DISTINCT name) FROM Product')).toBe(100_000);
    expect(violations(db)).toEqual([]);
    // The second half of the work is building the index of the names.
    expect(progress.slice(-2).map(({ fraction }) => fraction)).toEqual([0.5, 1]);
    db.close();
  });

  it('obeys CHECKs between columns', () => {
    const { db } = build(
      `CREATE TABLE Student (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER CHECK (age BETWEEN 16 AND 99));
       CREATE TABLE Course (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (length(code) <= 12), capacity INTEGER NOT NULL CHECK (capacity > 0),
         enrolled INTEGER NOT NULL DEFAULT 0, starts_on TEXT, ends_on TEXT, low REAL, high REAL, CHECK (enrolled <= capacity), CHECK (ends_on > starts_on AND high > low));`,
      { Student: 500, Course: 500 },
    );
    expect(one(db, 'SELECT count(DISTINCT enrolled) > 50 FROM Course')).toBe(1);
    expect(one(db, 'SELECT count(DISTINCT ends_on) > 50 FROM Course')).toBe(1);
    expect(one(db, 'SELECT count(*) FROM Student')).toBe(500);
    db.close();
  });

  it('goes on after literal rows: keys, UNIQUE values, references', () => {
    const { db } = build(
      `CREATE TABLE categories (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
       CREATE TABLE items (id INTEGER PRIMARY KEY, kind TEXT UNIQUE CHECK (kind IN ('a', 'b', 'c', 'd')), category_id INTEGER NOT NULL REFERENCES categories);
       INSERT INTO categories VALUES (7, 'Electronics'), (3, 'Books');
       INSERT INTO items VALUES (100, 'b', 7), (50, 'd', 3);`,
      { items: 2, categories: 20 },
    );
    expect(
      db.all('SELECT id, kind FROM items WHERE id > 100 ORDER BY 1').map(([id]) => id),
    ).toEqual([101, 102]);
    expect(db.all('SELECT DISTINCT kind FROM items ORDER BY 1').flat()).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(one(db, 'SELECT min(id) FROM categories WHERE id > 7')).toBe(8);
    expect(one(db, "SELECT count(*) FROM categories WHERE name = 'Electronics'")).toBe(1);
    expect(violations(db)).toEqual([]);
    db.close();
  });

  it('begins at 1 after negative keys, and where a CHECK says', () => {
    const { db } = build(
      `CREATE TABLE a (id INTEGER PRIMARY KEY, x); INSERT INTO a VALUES (-5, 1);
       CREATE TABLE b (id INTEGER PRIMARY KEY CHECK (id >= 1000), x);
       CREATE TABLE c (id INTEGER PRIMARY KEY AUTOINCREMENT, x);`,
      { a: 3, b: 2, c: 2 },
    );
    expect(db.all('SELECT id FROM a ORDER BY 1').flat()).toEqual([-5, 1, 2, 3]);
    expect(db.all('SELECT id FROM b').flat()).toEqual([1000, 1001]);
    expect(db.all('SELECT id, (SELECT seq FROM sqlite_sequence) FROM c')).toEqual([
      [1, 2],
      [2, 2],
    ]);
    db.close();
  });

  it('refers to literal rows of a table that gets no others', () => {
    const { db } = build(
      `CREATE TABLE countries (code TEXT PRIMARY KEY); INSERT INTO countries VALUES ('DE'), ('FR');
       CREATE TABLE people (id INTEGER PRIMARY KEY, country TEXT NOT NULL REFERENCES countries (code));`,
      { people: 50 },
    );
    expect(db.all('SELECT DISTINCT country FROM people ORDER BY 1').flat()).toEqual(['DE', 'FR']);
    db.close();
  });

  it('reports progress of all tables up to the end', () => {
    const { progress, db } = build(shop, { products: 15_000, orders: 25_000 });
    const fractions = progress.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(progress.map(({ table, rowsDone }) => `${table} ${rowsDone}`)).toEqual([
      'products 10000',
      'products 15000',
      'orders 10000',
      'orders 20000',
      'orders 25000',
    ]);
    db.close();
  });

  it('tells the rate since the first row, where there is a clock', () => {
    let time = 5000;
    const clock = () => {
      time += 500;
      return time;
    };
    const { progress, db } = build(shop, { products: 15_000, orders: 5_000 }, 42, {}, clock);
    expect(progress.map(({ rowsPerSecond }) => rowsPerSecond)).toEqual([20_000, 15_000, 13_333]);
    db.close();
    const silent = build(shop, { products: 5 });
    expect(silent.progress.map(({ rowsPerSecond }) => rowsPerSecond)).toEqual([undefined]);
    silent.db.close();
  });

  it('gives the same content for the same recipe, and other content for another seed', () => {
    const hashes = [42, 42, 43].map((seed) => {
      const { db } = build(shop, { products: 200, orders: 400 }, seed);
      const hash = contentHash(db, readSchema(db));
      db.close();
      return hash;
    });
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  it('makes the rows that describeRecipe shows', () => {
    const { db } = build(shop, { products: 200, orders: 400 });
    const report = describeRecipe(
      readSchema(db),
      recipeOf({ products: 200, orders: 400 }),
      null,
      now,
    );
    for (const { table, columns } of report.tables) {
      for (const { column, samples } of columns) {
        const rows = db.all(`SELECT "${column}" FROM "${table}" ORDER BY id LIMIT 5`);
        expect(rows.map(([value]) => String(value))).toEqual(samples);
      }
    }
    db.close();
  });
});

describe('realistic schemas', () => {
  for (const { name, sql, rows, hash, ...settings } of realisticSchemas) {
    it(`${name}: no violation, the same bytes as ever`, () => {
      for (const [seed, count] of [
        [1, () => 0],
        [2, () => 1],
        [3, (full: number) => full],
        [4, (full: number) => Math.ceil(full / 2)],
      ] as const) {
        const scaled = Object.entries(rows).map(([table, full]) => [table, count(full)]);
        const { db } = build(sql, Object.fromEntries(scaled), seed, settings);
        expect(violations(db)).toEqual([]);
        db.close();
      }
      const { db } = build(sql, rows, 42, settings);
      expect(violations(db)).toEqual([]);
      for (const [table, count] of Object.entries(rows)) {
        expect(Number(one(db, `SELECT count(*) FROM "${table}"`))).toBeGreaterThanOrEqual(count);
      }
      expect(contentHash(db, readSchema(db))).toBe(hash);
      db.close();
    });
  }
});

describe('what cannot be met', () => {
  it.each([
    [
      'UNIQUE with 3 values',
      "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT UNIQUE CHECK (x IN ('a', 'b', 'c')))",
      { t: 100 },
      /^t\.x must be unique \(UNIQUE\), but only 3 different values are possible .* and 100 rows/,
      /rows of t to 3 or fewer/,
    ],
    [
      'UNIQUE boolean',
      'CREATE TABLE t (id INTEGER PRIMARY KEY, is_open BOOLEAN NOT NULL UNIQUE)',
      { t: 3 },
      /t\.is_open must be unique .* only 2 different values/,
      /rows of t to 2/,
    ],
    [
      'UNIQUE with a taken value',
      'CREATE TABLE t (x INTEGER UNIQUE CHECK (x BETWEEN 1 AND 5)); INSERT INTO t VALUES (2)',
      { t: 5 },
      /t\.x must be unique/,
      /rows of t to 4/,
    ],
    [
      'composite UNIQUE',
      'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (p_id INTEGER NOT NULL REFERENCES p, is_on BOOLEAN NOT NULL, PRIMARY KEY (p_id, is_on))',
      { p: 10, t: 21 },
      /t\.p_id, t\.is_on must be unique \(PRIMARY KEY\), but only 20 different values/,
      /rows of t to 20/,
    ],
    [
      'one-to-one with too few parents',
      'CREATE TABLE u (id INTEGER PRIMARY KEY); CREATE TABLE t (user_id INTEGER NOT NULL UNIQUE REFERENCES u)',
      { u: 10, t: 11 },
      /t\.user_id must be unique \(UNIQUE\), but only 10/,
      /rows of t to 10/,
    ],
    [
      'no parent row',
      'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (p_id INTEGER NOT NULL REFERENCES p)',
      { t: 5 },
      /^t\.p_id is NOT NULL and must refer to a row of p \(FOREIGN KEY\), but p has no rows/,
      /Give p at least 1 row/,
    ],
    [
      'CHECKs against each other',
      'CREATE TABLE t (x INTEGER CHECK (x > 5), CHECK (x < 3))',
      { t: 5 },
      /^No value of t\.x satisfies all its CHECK constraints: x > 5 and x < 3/,
      /Change the CHECK/,
    ],
    [
      'a circle of NOT NULL keys',
      'CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER NOT NULL REFERENCES b); CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a)',
      { a: 5, b: 5 },
      /^a \(b_id\) must refer to b, and b needs rows of a first/,
      /Allow NULL in a\.b_id/,
    ],
    [
      'a CHECK that is not understood',
      'CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER NOT NULL, CONSTRAINT even CHECK (x * x < 0))',
      { t: 5 },
      /^Row 1 generated for t \(x = \d+\) was refused: it does not satisfy CHECK \(x \* x < 0\)\. None of 501 values tried for t\.x fits: \d+, /,
      /Choose a generator for t\.x that makes values which fit, write the CHECK of t/,
    ],
    [
      'a trigger that refuses',
      "CREATE TABLE t (x INTEGER); CREATE TRIGGER no BEFORE INSERT ON t BEGIN SELECT raise(ABORT, 'never'); END",
      { t: 5 },
      /^Row 1 generated for t .* was refused: the trigger no says: never/,
      /remove the trigger no/,
    ],
  ])('%s: says table, column, constraint and what to change', (_, sql, rows, message, hint) => {
    const { error, db } = failure(sql, rows as Recipe['rows']);
    expect(error.code).toBe('data-unsatisfiable');
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
    db.close();
  });

  it('leaves nothing of a failed load, and the literal rows as they were', () => {
    const { db } = failure(
      `CREATE TABLE p (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO p VALUES (1, 'kept');
       CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER NOT NULL CHECK (x * id <> 7));
       CREATE TRIGGER late AFTER INSERT ON t WHEN new.id = 19999 BEGIN SELECT raise(ABORT, 'late'); END;`,
      { p: 20_000, t: 20_000 },
    );
    expect(db.all('SELECT id, name FROM p')).toEqual([[1, 'kept']]);
    expect(one(db, 'SELECT count(*) FROM t')).toBe(0);
    expect(violations(db)).toEqual([]);
    db.run('BEGIN; INSERT INTO p (name) VALUES (1); COMMIT');
    db.close();
  });

  it('finds foreign keys to nowhere, and tells describeRecipe as well', () => {
    const sql = 'CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER REFERENCES nowhere (id))';
    const { error, db } = failure(sql, { t: 1 });
    expect(error.code).toBe('foreign-key-invalid');
    expect(error.message).toContain('nowhere');
    expect(describeRecipe(readSchema(db), recipeOf({ t: 1 }), null, now).problems).toEqual([error]);
    db.close();
  });
});
