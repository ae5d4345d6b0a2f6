import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './driver.ts';
import { type ErrorSpan, locateError } from './locate-error.ts';
import { loadOfficialTestDriver } from './official.testing.ts';
import { placeIn } from './placed-error.ts';
import { loadTestDriver } from './sqljs.testing.ts';

const schema = `
  CREATE TABLE products(id INTEGER PRIMARY KEY, name TEXT, category TEXT, price REAL);
  CREATE TABLE orders(id INTEGER PRIMARY KEY, product_id INTEGER REFERENCES products(id),
    quantity INTEGER, day TEXT);
  CREATE VIEW sales AS SELECT p.category, sum(o.quantity) AS total
    FROM orders o JOIN products p ON p.id = o.product_id GROUP BY 1;
  CREATE INDEX by_price ON products(price);
  CREATE TABLE "my tbl"("a b");`;

/** Faulty statements of every kind: what people mistype, and what only SQLite can place. */
const faulty = [
  'SELECT nme FROM products',
  'SELECT id, name, nme, price FROM products WHERE nme = 3',
  'SELECT p.nme FROM products p',
  'SELECT x.name FROM products p',
  'SELECT * FROM prodcts',
  'SELECT * FROM products JOIN ordrs ON 1',
  'SELECT name FROM products, orders WHERE id = 3',
  'SELECT * FORM products',
  'SELECT * FROM products WHER id = 3',
  'SELECT * FROM products WHERE',
  'SELECT * FROM products WHERE id = (SELECT 1',
  'SELECT (1',
  'SELECT * FROM products ORDER BY',
  'SELECT * FROM products GROUP BY category HAVING',
  "SELECT 'abc FROM products",
  'SELECT "abc FROM products',
  'SELECT # FROM products',
  'SELECT @ FROM products',
  'SELECT 1.2.3',
  'SELECT 12abc',
  "SELECT x'zz'",
  'SELECT foo(id) FROM products',
  'SELECT lower(id, 2) FROM products',
  'SELECT lower() FROM products',
  'SELECT count(id, 2) FROM products',
  'SELECT sum(count(*)) FROM products',
  'SELECT name FROM products WHERE sum(price) > 3',
  'SELECT sum(price) s FROM products WHERE s > 3',
  'SELECT lower(name) OVER () FROM products',
  'SELECT row_number() FROM products',
  'SELECT name FROM products ORDER BY 9',
  'SELECT name FROM products GROUP BY 9',
  'SELECT name FROM products ORDER BY nope',
  'SELECT 1 UNION SELECT 1, 2',
  'SELECT name FROM products UNION SELECT id FROM orders ORDER BY nope',
  'SELECT * FROM products WHERE id IN (SELECT id, name FROM products)',
  'SELECT (SELECT id, name FROM products)',
  'SELECT (1,2) = (1,2,3)',
  'SELECT (1,2)',
  'INSERT INTO products VALUES (1)',
  'INSERT INTO products(id, nme) VALUES (1, 2)',
  'INSERT INTO prodcts VALUES (1)',
  'INSERT INTO products(id, name) VALUES (1, 2, 3)',
  'INSERT INTO sales VALUES (1, 2)',
  'UPDATE products SET nme = 3',
  'UPDATE prodcts SET name = 3',
  'UPDATE products SET name = nme',
  'UPDATE products SET name = 3 WHERE nme = 1',
  'DELETE FROM prodcts',
  'DELETE FROM products WHERE nme = 1',
  'DELETE FROM sales',
  'CREATE TABLE products(a)',
  'CREATE TABLE t(a,, b)',
  'CREATE TABLE t(a, a)',
  'CREATE TABLE t(a PRIMARY KEY, b PRIMARY KEY)',
  'CREATE TABLE t(a INT, PRIMARY KEY(b))',
  'CREATE TABLE t(a INT, FOREIGN KEY(b) REFERENCES products(id))',
  'CREATE TABLE t(a FOO) STRICT',
  'CREATE TABLE t(a) STRICT',
  'CREATE TABLE t(a) WITHOUT ROWID',
  'CREATE TABLE t(a CHECK (b > 1))',
  'CREATE TABLE t(a DEFAULT (b))',
  'CREATE TABLE t(a INT AUTOINCREMENT)',
  'CREATE TABLE t(a TEXT PRIMARY KEY AUTOINCREMENT)',
  'CREATE TABLE t(a AS (b))',
  'CREATE TABLE t',
  'CREATE TABEL t(a)',
  'CREATE TABLE t(a INTEGER NOT NUL)',
  'CREATE TABLE t(a) WITHOUT ROWD',
  'CREATE TABLE t(a) STRCT',
  'CREATE TABLE t(a COLLATE foo); ',
  'CREATE INDEX i ON prodcts(id)',
  'CREATE INDEX i ON products(nme)',
  'CREATE INDEX i ON products(name, nme)',
  'CREATE INDEX by_price ON products(name)',
  'CREATE INDEX i ON products(name) WHERE nme > 1',
  'CREATE INDEX i ON products(random())',
  'CREATE INDEX i ON products((SELECT 1))',
  'CREATE INDEX i ON sales(total)',
  'CREATE UNIQE INDEX i ON products(id)',
  'CREATE INDEX i products(id)',
  'CREATE INDEX i ON products(name COLLATE foo)',
  'CREATE INDEX i ON products(lower(nme))',
  'CREATE VIEW v AS SELECT',
  'CREATE TRIGGER tr AFTER INSERT ON prodcts BEGIN SELECT 1; END',
  'CREATE TRIGGER tr AFTER INSERT ON products BEGIN SELECT 1 END',
  'CREATE TRIGGER tr AFTER INSRT ON products BEGIN SELECT 1; END',
  'SELECT * FROM products INDEXED BY nope',
  'SELECT * FROM products NATURAL JOIN orders ON 1',
  'SELECT * FROM products JOIN orders USING (nope)',
  'SELECT * FROM products p JOIN orders USING (name)',
  'SELECT * FROM products p, orders o WHERE id = 1',
  'WITH a AS (SELECT 1), a AS (SELECT 2) SELECT * FROM a',
  'WITH a(x,y) AS (SELECT 1) SELECT * FROM a',
  'WITH a AS (SELECT * FROM b) SELECT * FROM a',
  'WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x FROM a, a) SELECT * FROM a',
  'SELECT count(DISTINCT id, name) FROM products',
  'SELECT name, max(price) FILTER (WHERE 1) OVER (PARTITION BY nme) FROM products',
  'SELECT max(price) OVER w FROM products',
  'SELECT group_concat(name ORDER BY nope) FROM products',
  'SELECT name FROM products LIMIT nme',
  'SELECT name FROM products LIMIT 1 OFFSET',
  'SELECT DISTINCT FROM products',
  'SELECT , name FROM products',
  'SELECT name, FROM products',
  'SELECT name price total FROM products',
  'SELECT CASE WHEN 1 THEN 2 FROM products',
  'SELECT name FROM products WHERE name LIKE',
  'SELECT name FROM products WHERE name BETWEEN 1',
  'SELECT name FROM products WHERE id = = 3',
  'SELECT name FROM products WHERE (id = 3',
  'SELECT name FROM products WHERE id = 3)',
  'SELECT é, nme FROM products',
  "SELECT 'ééé😀', nme FROM products",
  '/* é😀 */ SELECT name, nme FROM products',
  '-- nme\nSELECT nme FROM products',
  'SELECT [a c] FROM "my tbl"',
  'SELECT `a c` FROM "my tbl"',
  'SELECT "my tbl"."a c" FROM "my tbl"',
  'SELECT main.products.nme FROM products',
  'SELECT other.products.name FROM products',
  'SELECT * FROM other.products',
  'SELECT * FROM main.nope',
  'SELECT prodcts.* FROM products',
  'SELECT name nme FROM products WHERE nmx = 1',
  'SELECT nme AS name FROM products WHERE name = 1',
  'SELECT id FROM products WHERE EXISTS (SELECT 1 FROM orders WHERE prod = products.id)',
  'SELECT p.id FROM products p JOIN orders o ON o.prod = p.id WHERE o.prod > 3',
  'SELECT price FROM orders JOIN (SELECT id FROM products) USING (id)',
  'SELECT id FROM products UNION SELECT nme FROM products',
  'SELECT id FROM products WHERE price > (SELECT avg(prce) FROM products)',
  'INSERT INTO products(id) SELECT nme FROM orders',
  'INSERT INTO products(id) VALUES (nme)',
  'INSERT INTO products VALUES (1,2,3,4) ON CONFLICT(nme) DO NOTHING',
  'INSERT INTO products VALUES (1,2,3,4) RETURNING nme',
  'UPDATE products SET name = 1, name2 = 2 WHERE id = 1',
  'UPDATE products SET (name, nme) = (1, 2)',
  'REPLACE INTO products(ids) VALUES (1)',
  'SELEC 1',
  'SELECTT 1 FROM products',
  'FROM products SELECT *',
  'SELECT * products',
  'SELECT * FROM products LEFT JION orders',
  'SELECT * FROM products INNER orders',
  'SELECT * FROM products JOIN orders ON orders.product_id = products.ID2',
  'SELECT name FROM products WHERE category = "x" AND category2 = 3 AND name.x = 3',
  'SELECT name.x FROM products',
  'SELECT substr(name) FROM products',
  'SELECT max() FROM products',
  'SELECT abs(1,2)',
  'SELECT strftim(1)',
  'SELECT id FROM products HAVING nme > 1',
  "SELECT raise(abort, 'x')",
  'SELECT ?1 FROM nope',
  'SELECT :a, nme FROM products',
  'SELECT $1, nme FROM products',
  'SELECT ?99999 FROM products',
  'SELECT * FROM json_eac(1)',
  'SELECT * FROM json_each(nme)',
  'SELECT * FROM generate_series(1,2)',
  'SELECT * FROM products ORDER BY name COLLATE nope',
  'PRAGMA nope(',
  'VALUES (1), (1,2)',
  'VALUES',
  'SELECT 1 FROM',
  'SELECT 1 +',
  'SELECT NOT',
  'SELECT 1 AS',
  'SELECT name AS FROM products',
  'ALTER TABLE products ADD',
  'ALTER TABLE nope ADD x',
  'ALTER TABLE products DROP COLUMN nope',
  'ALTER TABLE products RENAME COLUMN nope TO b',
  'DROP TABLE nope',
  'DROP INDEX nope',
  'DROP VIEW nope',
  'DROP TRIGGER nope',
  'DROP TABLE sales',
  'DROP VIEW products',
  'ANALYZE nope',
  'REINDEX nope',
];

let official: Database;
let sqljs: Database;
beforeAll(async () => {
  official = (await loadOfficialTestDriver()).open();
  sqljs = (await loadTestDriver()).open();
  official.run(schema);
  sqljs.run(schema);
});
afterAll(() => {
  official.close();
  sqljs.close();
});

function errorOf(database: Database, sql: string): Error | null {
  try {
    database.prepare(sql).free();
    return null;
  } catch (thrown) {
    return thrown as Error;
  }
}

function spanText(sql: string, span: ErrorSpan | null): string | null {
  return span && sql.slice(span.offset, span.offset + span.length);
}

describe('locateError', () => {
  it('finds the place that SQLite knows, or says that it guesses', () => {
    const seen = { known: 0, same: 0, guessed: 0 };
    for (const sql of faulty) {
      const own = errorOf(sqljs, sql);
      const exact = errorOf(official, sql);
      if (!own || !exact) throw new Error(`It compiles: ${sql}`);
      expect(exact.message).toBe(own.message);
      const place = placeIn(sql, exact);
      const span = locateError(sqljs, sql, own.message);
      if (place === null) continue;
      const right = locateError(official, sql, own.message, place);
      expect(right?.isEstimated).toBe(false);
      seen.known++;
      if (span?.isEstimated) seen.guessed++;
      else expect(span, sql).toEqual(right);
      if (span?.offset === right?.offset && span?.length === right?.length) seen.same++;
    }
    // The guesses are few: each makes the page load SQLite's official build.
    expect(seen).toEqual({ known: 91, same: 88, guessed: 4 });
  });

  it.each([
    ['SELECT nme AS a, nme FROM products', 7, 'nme'],
    ['SELECT p.id FROM products p JOIN orders o ON o.prod = p.id WHERE o.prod > 3', 65, 'o.prod'],
    ["SELECT 'é😀', \n  sum(count(*)) FROM products", 21, 'count'],
    ['/* é😀 */ SELECT name, "products" . "nme" FROM products', 23, '"products" . "nme"'],
    ['CREATE INDEX i ON products(random())', 27, 'random'],
  ])('takes the word of the build that knows: %s', (sql, offset, text) => {
    const error = errorOf(official, sql);
    const place = error && placeIn(sql, error);
    expect(place).toBe(offset);
    const span = locateError(official, sql, error?.message ?? '', place);
    expect(spanText(sql, span)).toBe(text);
  });

  it.each([
    ['CREATE TABLE t(a) STRCT', 'STRCT'],
    ['SELECT * FROM products JOIN orders USING (nope)', 'nope'],
    ['DELETE FROM sales', 'sales'],
    ['DROP TABLE sales', 'sales'],
    ['CREATE TABLE t(a TEXT PRIMARY KEY, b PRIMARY KEY)', 't'],
    ['ALTER TABLE products DROP COLUMN nope', 'nope'],
    ['SELECT max(price) OVER w FROM products', 'w'],
    ['SELECT 1 +', '+'],
  ])('points to what the message names: %s', (sql, text) => {
    const span = locateError(sqljs, sql, errorOf(sqljs, sql)?.message ?? '');
    expect(spanText(sql, span)).toBe(text);
    expect(span?.isEstimated).toBe(false);
  });

  it.each([
    ['SELECT id, 3 FROM products, (SELECT 7) GROUP BY [9], 8', '9'],
    ['SELECT id, name FROM products ORDER BY 1, abs(9), [3] LIMIT 9', '3'],
    ['SELECT id FROM products GROUP BY (SELECT 1 FROM orders ORDER BY 1), 1, [0]', '0'],
    ['SELECT 1 UNION [SELECT] 1, 2', 'SELECT'],
    ['SELECT 1 UNION ALL SELECT 2 UNION ALL [SELECT] 1, 2 UNION ALL SELECT 3', 'SELECT'],
    ['SELECT 1 EXCEPT SELECT 1, 2 UNION [SELECT] 1', 'SELECT'],
  ])('finds what SQLite only counts: %s', (marked, text) => {
    const sql = marked.replaceAll(/[[\]]/g, '');
    const span = locateError(sqljs, sql, errorOf(sqljs, sql)?.message ?? '');
    expect(spanText(sql, span)).toBe(text);
    expect(span?.offset).toBe(marked.indexOf('['));
  });

  it.each([
    'SELECT (1, 2) = (1, 2, 3)',
    'SELECT (SELECT id, name FROM products)',
    'VALUES (1), (1, 2)',
  ])('gives no place where there is none: %s', (sql) => {
    expect(locateError(sqljs, sql, errorOf(sqljs, sql)?.message ?? '')).toBeNull();
  });
});
