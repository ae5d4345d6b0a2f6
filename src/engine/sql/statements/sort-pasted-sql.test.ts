import { describe, expect, it } from 'vitest';
import { sortPastedSql } from './sort-pasted-sql.ts';
import { suggestQueryName } from './suggest-query-name.ts';

describe('sortPastedSql', () => {
  it('puts every statement in its place, comments with it', () => {
    const pasted = sortPastedSql(`
      BEGIN;
      -- Our products
      CREATE TABLE products(id INTEGER PRIMARY KEY, category TEXT);
      CREATE INDEX idx_category ON products(category);
      INSERT INTO products VALUES (1, 'a;b');
      CREATE TRIGGER tr AFTER INSERT ON products BEGIN DELETE FROM products WHERE id < 0; END;
      CREATE VIEW v AS SELECT 1;
      COMMIT;
      SELECT * FROM products WHERE category = :category;
      UPDATE products SET category = 'x' WHERE id = 1;
      INSERT INTO products VALUES (:id, :category);
      ANALYZE;
      DROP TABLE IF EXISTS old;
    `);
    expect(pasted.schemaStatements).toEqual([
      '-- Our products\n      CREATE TABLE products(id INTEGER PRIMARY KEY, category TEXT);',
      "INSERT INTO products VALUES (1, 'a;b');",
      'CREATE TRIGGER tr AFTER INSERT ON products BEGIN DELETE FROM products WHERE id < 0; END;',
      'CREATE VIEW v AS SELECT 1;',
    ]);
    expect(pasted.indexes).toEqual([
      { name: 'idx_category', sql: 'CREATE INDEX idx_category ON products(category)' },
    ]);
    expect(pasted.queries).toEqual([
      {
        sql: 'SELECT * FROM products WHERE category = :category',
        suggestedName: 'products by category',
      },
      {
        sql: "UPDATE products SET category = 'x' WHERE id = 1",
        suggestedName: 'update products by id',
      },
      { sql: 'INSERT INTO products VALUES (:id, :category)', suggestedName: 'insert products' },
    ]);
    expect(pasted.refused.map(({ sql }) => sql)).toEqual([
      'BEGIN;',
      'COMMIT;',
      'ANALYZE;',
      'DROP TABLE IF EXISTS old;',
    ]);
    for (const { reason } of pasted.refused) expect(reason).toMatch(/\.$/);
  });

  it('takes IF NOT EXISTS out of an index: the bench creates it where it is on', () => {
    const { indexes } = sortPastedSql('CREATE INDEX IF NOT EXISTS i ON t(a); SELECT 1');
    expect(indexes).toEqual([{ name: 'i', sql: 'CREATE INDEX i ON t(a)' }]);
  });

  it('gives unnamed and repeated indexes names of their own', () => {
    const { indexes } = sortPastedSql(
      'CREATE INDEX ON t(a, b); CREATE INDEX i ON t(a); CREATE INDEX I ON t(b); CREATE INDEX old ON t(c)',
      { indexes: ['old'], queries: [] },
    );
    expect(indexes).toEqual([
      { name: 'idx_t_a_b', sql: 'CREATE INDEX idx_t_a_b ON t(a, b)' },
      { name: 'i', sql: 'CREATE INDEX i ON t(a)' },
      { name: 'I_2', sql: 'CREATE INDEX I_2 ON t(b)' },
      { name: 'old_2', sql: 'CREATE INDEX old_2 ON t(c)' },
    ]);
  });

  it('refuses what the engine lacks and keeps what it has', () => {
    const pasted = sortPastedSql(`
      CREATE VIRTUAL TABLE a USING fts4(x);
      CREATE VIRTUAL TABLE b USING fts5(x);
      CREATE TEMP TABLE c(x);
      ATTACH 'd' AS e;
      SHOW TABLES;
      EXPLAIN SELECT 1;
    `);
    expect(pasted.schemaStatements).toEqual(['CREATE VIRTUAL TABLE a USING fts4(x);']);
    expect(pasted.queries).toEqual([]);
    expect(pasted.refused.map(({ reason }) => reason)).toEqual([
      'This build of SQLite has no module fts5 for virtual tables. FTS4 is there.',
      expect.stringContaining('leave out TEMP'),
      expect.stringContaining('ATTACH'),
      expect.stringContaining('SHOW'),
      expect.stringContaining('without EXPLAIN'),
    ]);
  });

  it('drops the commands of the sqlite3 shell and nothing behind them', () => {
    const pasted = sortPastedSql('.headers on\n.mode box\nSELECT 1;\nSELECT 2');
    expect(pasted.refused.map(({ sql }) => sql)).toEqual(['.headers on', '.mode box']);
    expect(pasted.queries.map(({ sql }) => sql)).toEqual(['SELECT 1', 'SELECT 2']);
  });

  it('gives queries distinct names', () => {
    const names = (script: string, queries: string[] = []) =>
      sortPastedSql(script, { indexes: [], queries }).queries.map((query) => query.suggestedName);
    expect(names('SELECT 1; SELECT 2; SELECT 3')).toEqual(['query 1', 'query 2', 'query 3']);
    expect(names('SELECT * FROM t; SELECT * FROM t', ['all t'])).toEqual(['all t 2', 'all t 3']);
  });
});

describe('suggestQueryName', () => {
  it.each([
    ['SELECT * FROM products', 'all products'],
    [
      'SELECT * FROM main.products p WHERE p.category = ? AND price > 3',
      'products by category and price',
    ],
    ['SELECT count(*) FROM orders', 'count of orders'],
    ['SELECT customer_id, count(*) FROM orders GROUP BY customer_id', 'orders per customer'],
    ['SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id', 'orders with customers'],
    ['SELECT * FROM products ORDER BY price DESC LIMIT 5', 'products sorted by price'],
    ['WITH x AS (SELECT 1) SELECT * FROM x WHERE lower(name) = :n', 'x by name'],
    ["SELECT * FROM t WHERE name LIKE 'a%'", 't by name'],
    ['DELETE FROM orders WHERE id IN (1, 2)', 'delete orders by id'],
    ['-- Expensive products:\nSELECT * FROM products', 'Expensive products'],
    ['SELECT 1', 'fallback'],
    [`SELECT * FROM ${'long_'.repeat(20)}`, 'fallback'],
  ])('%s', (sql, name) => {
    expect(suggestQueryName(sql, 'fallback')).toBe(name);
  });
});
