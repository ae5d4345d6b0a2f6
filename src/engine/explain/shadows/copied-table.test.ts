import { describe, expect, it } from 'vitest';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { createCopiedTable, isTableCopy } from './copied-table.ts';

const driver = await loadTestDriver();

function openTables(): Database {
  const database = driver.open();
  database.run(`
    CREATE TABLE t(id INTEGER PRIMARY KEY, name VARCHAR(9), price DECIMAL(9, 2), note, data BLOB);
    CREATE TABLE u(id INT, rate DOUBLE, "a b" TEXT COLLATE NOCASE, flag ANY, "order" DATE);
    CREATE VIEW v AS SELECT t.id, max(rate) AS best, name || '!' AS loud FROM t JOIN u USING (id);
  `);
  return database;
}

const endless = 'WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c)';

const selects = [
  'SELECT * FROM t',
  'SELECT id, id, name AS "id", price AS [order], data FROM t',
  'SELECT * FROM t JOIN u ON t.id = u.id',
  'SELECT t.*, u.* FROM t, u LEFT JOIN v USING (id)',
  'SELECT * FROM v',
  "SELECT price * 2, price + 1 AS p, -id, id || '', count(*), CAST(name AS REAL) r FROM t",
  "SELECT CASE WHEN id THEN 1 ELSE 'x' END, coalesce(id, name), (SELECT rate FROM u) FROM t",
  'SELECT sum(price), total(t.id), min(name), max(rate), avg(u.id), group_concat(name) FROM t, u',
  'SELECT id FROM t UNION SELECT name FROM t ORDER BY 1 LIMIT 3',
  'SELECT note FROM t UNION ALL SELECT id FROM u EXCEPT SELECT 1',
  'SELECT "a b", flag, "order", rowid FROM u',
  "VALUES (1, 'a'), (2.5, NULL)",
  'SELECT 1 AS constructor, 2 AS "__proto__", 3 AS "quote""d", 4 AS "é"',
  'SELECT * FROM (SELECT name AS n, id + 1 FROM t) AS s JOIN (SELECT rate FROM u) LIMIT 1',
  'SELECT x.id, row_number() OVER (ORDER BY x.id) FROM t AS x',
  // What looks like the statement that is sought.
  "SELECT note || 'CREATE TABLE evil(a)' AS c, 'CREATE TABLE evil(b)' FROM t WHERE name = 'CREATE TABLE evil(c)'",
  "SELECT 'table', 'copy', 'copy', id, 'CREATE TABLE evil(a); DROP TABLE t' FROM t",
  'SELECT 1 AS a_column_with_a_long_name, 2 AS another_column_with_a_long_name',
];

const heads = ['CREATE TABLE copy AS', 'create table if not exists main."a copy" /* ( */ as'];

/** The whole schema, as SQLite has written it. */
function schemaOf(database: Database): unknown {
  return database.all('SELECT type, name, sql FROM sqlite_schema');
}

describe('createCopiedTable', () => {
  it.each(selects)('has the columns and types of SQLite: %s', (select) => {
    for (const head of heads) {
      const sql = `-- why\n${head} ${select};`;
      const [expected, seen] = [openTables(), openTables()];
      expected.run(sql);
      expect(isTableCopy(sql)).toBe(true);
      createCopiedTable(seen, sql);
      expect(schemaOf(seen)).toEqual(schemaOf(expected));
      expected.close();
      seen.close();
    }
  });

  it.each([
    `${endless} SELECT i, 'x' AS word FROM c`,
    `${endless} SELECT count(*) FROM c`,
    `${endless} SELECT a.i FROM c AS a, c AS b ORDER BY 1 LIMIT 5`,
    `SELECT 1 UNION SELECT * FROM (${endless} SELECT i FROM c)`,
    `${endless.replace('AS (', 'AS MATERIALIZED (')} SELECT i, (SELECT max(i) FROM c) FROM c`,
  ])('ends where the SELECT does not: %s', (select) => {
    const database = openTables();
    createCopiedTable(database, `CREATE TABLE copy AS ${select}`);
    expect(database.all('SELECT * FROM copy')).toEqual([]);
    expect(database.all('PRAGMA table_info(copy)').length).toBeGreaterThan(0);
    database.close();
  });

  it('does nothing where the table is there, and throws what SQLite throws', () => {
    const database = openTables();
    const before = schemaOf(database);
    createCopiedTable(database, "CREATE TABLE IF NOT EXISTS t AS SELECT 'CREATE TABLE evil(a)'");
    expect(schemaOf(database)).toEqual(before);
    const copy = (sql: string) => () => createCopiedTable(database, sql);
    expect(copy('CREATE TABLE t AS SELECT 1')).toThrow('already exists');
    expect(copy('CREATE TABLE x AS SELECT nope FROM t')).toThrow('no such column: nope');
    expect(copy('CREATE TABLE x AS SELECT 1 FROM')).toThrow('incomplete input');
    database.close();
  });
});

describe('isTableCopy', () => {
  it.each([
    ['CREATE TABLE x AS SELECT 1', true],
    [';;create table "as" as values (1)', true],
    ['CREATE TABLE "as"(a, b GENERATED ALWAYS AS (a))', false],
    ['CREATE VIEW x AS SELECT 1', false],
    ['CREATE VIRTUAL TABLE x USING fts4(a)', false],
    ['SELECT 1 AS x', false],
  ])('%s', (sql, expected) => {
    expect(isTableCopy(sql)).toBe(expected);
  });
});
