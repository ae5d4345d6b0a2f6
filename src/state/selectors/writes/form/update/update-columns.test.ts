import { expect, test } from 'vitest';
import type { Index } from '../../../../../engine/model/playground.ts';
import { readSchema } from '../../../../../engine/schema/read-schema.ts';
import { loadTestDriver } from '../../../../../engine/sqlite/sqljs.testing.ts';
import { updateColumns } from './update-columns.ts';

const driver = await loadTestDriver();

/** The columns of table t, the one to take by itself first. */
function columnsOf(sql: string, indexes: Index[] = []) {
  const database = driver.open();
  try {
    database.run(sql);
    const schema = readSchema(database);
    const table = schema.tables.find(({ name }) => name === 't');
    if (!table) throw new Error('There is no table t.');
    return updateColumns(schema, table, indexes);
  } finally {
    database.close();
  }
}

const index = (columns: string, unique = ''): Index => ({
  name: 'i',
  sql: `CREATE ${unique} INDEX i ON t (${columns})`,
});

test('a number that an index holds comes first, the key never', () => {
  const sql =
    'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c REAL, d AS (b + 1), e TEXT)';
  const columns = columnsOf(sql, [index('e, c')]);
  expect(columns.map(({ name, expression }) => [name, expression])).toEqual([
    ['c', 'c + 1'],
    ['e', "e || '+'"],
    ['b', 'b + 1'],
    ['a', "a || '+'"],
  ]);
  expect(columns[0]?.indexes).toEqual(['i']);
});

test('what a change could break keeps its value, and is taken last', () => {
  const sql = `CREATE TABLE p (code INTEGER PRIMARY KEY);
    CREATE TABLE t (id INTEGER PRIMARY KEY, low INTEGER, high INTEGER, u INTEGER UNIQUE,
      p INTEGER REFERENCES p, s TEXT CHECK (s IN ('x', 'y')), d DATE, n INTEGER CHECK (n <= 9),
      "is on" BOOLEAN, k INTEGER, data BLOB, CHECK (low <= high));
    CREATE TABLE c (k INTEGER REFERENCES t (k));`;
  const columns = columnsOf(sql, [index('u')]);
  const expressions = Object.fromEntries(columns.map((each) => [each.name, each.expression]));
  expect(expressions).toEqual({
    n: 'n - 1',
    'is on': '1 - "is on"',
    u: 'u',
    low: 'low',
    high: 'high',
    p: 'p',
    s: 's',
    d: 'd',
    k: 'k',
    data: 'data',
  });
  expect(columns.slice(0, 2).every(({ isChange, note }) => isChange && note === null)).toBe(true);
  const notes = Object.fromEntries(columns.map((each) => [each.name, each.note]));
  expect(notes.u).toBe('u is UNIQUE: each row is written with the value that it has.');
  expect(notes.p).toMatch(/^p refers to p:/);
  expect(notes.k).toMatch(/^k is referred to by c:/);
  expect(notes.s).toMatch(/CHECK that allows only some/);
  expect(notes.data).toMatch(/has the type BLOB/);
});

test('an index that is UNIQUE counts as the constraint does', () => {
  const [column] = columnsOf('CREATE TABLE t (a INTEGER)', [index('a', 'UNIQUE')]);
  expect(column?.expression).toBe('a');
});

test('expressions of columns with CHECKs hold for rows that satisfy them', () => {
  const sql =
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a BETWEEN 1 AND 5), b REAL CHECK (b >= 0), c TEXT CHECK (c IN ('x', 'y')), d INTEGER CHECK (d IN (0, 1)))";
  const database = driver.open();
  try {
    database.run(sql);
    database.run(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) INSERT INTO t SELECT i, 1 + i % 5, i / 3.0, iif(i % 2, 'x', 'y'), i % 2 FROM n",
    );
    for (const { name, expression } of columnsOf(sql)) {
      database.run(`UPDATE t SET ${name} = ${expression}`);
    }
    expect(database.all('SELECT min(a), max(a), min(b) > 1, count(DISTINCT c) FROM t')).toEqual([
      [1, 5, 1, 2],
    ]);
  } finally {
    database.close();
  }
});
