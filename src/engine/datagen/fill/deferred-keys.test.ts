import { describe, expect, it } from 'vitest';
import type { Schema, Table } from '../../model/database/schema.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { canDeferKeys, withoutKeyIndexes } from './deferred-keys.ts';

const driver = await loadTestDriver();

interface Opened {
  db: Database;
  schema: Schema;
  table: Table;
}

function open(sql: string): Opened {
  const db = driver.open();
  db.run(sql);
  const schema = readSchema(db);
  const table = schema.tables.find(({ name }) => name === 't');
  if (!table) throw new Error('no table t');
  return { db, schema, table };
}

const unique = `CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);
  CREATE TABLE t (id INTEGER PRIMARY KEY, "a b" TEXT NOT NULL UNIQUE, c INTEGER CHECK (c > 0 -- more
  ), d VARCHAR(20), p_id INTEGER REFERENCES p, UNIQUE (c, d)); INSERT INTO t VALUES (1, 'one', 1, 'x', 1)`;

describe('withoutKeyIndexes', () => {
  it('leaves the table as it was defined, with all its indexes complete', () => {
    const { db, schema, table } = open(unique);
    db.run('BEGIN');
    withoutKeyIndexes(db, table, () => {
      expect(db.all('PRAGMA index_list(t)')).toEqual([]);
      db.run("INSERT INTO t VALUES (7, 'seven', 7, 'y', 1), (5, 'five', 7, 'x', NULL)");
    });
    db.run('COMMIT');
    expect(readSchema(db)).toEqual(schema);
    expect(db.all('PRAGMA integrity_check')).toEqual([['ok']]);
    expect(db.all('SELECT id FROM t WHERE "a b" = \'five\'')).toEqual([[5]]);
    expect(() => db.run("INSERT INTO t VALUES (9, 'seven', 9, 'z', 1)")).toThrow('UNIQUE');
    const copy = driver.open(db.export());
    expect(copy.all('PRAGMA integrity_check')).toEqual([['ok']]);
    copy.close();
    db.close();
  });

  it('keeps CHECKs, NOT NULL and foreign keys meanwhile', () => {
    const { db, table } = open(unique);
    db.run('BEGIN');
    withoutKeyIndexes(db, table, () => {
      expect(() => db.run("INSERT INTO t VALUES (7, 'seven', 0, 'y', 1)")).toThrow('CHECK');
      expect(() => db.run("INSERT INTO t VALUES (7, NULL, 1, 'y', 1)")).toThrow('NOT NULL');
      expect(() => db.run("INSERT INTO t VALUES (7, 'x', 1, 'y', 2)")).toThrow('FOREIGN KEY');
    });
    db.run('COMMIT');
    expect(db.all('SELECT count(*) FROM t')).toEqual([[1]]);
    db.close();
  });

  it('finds rows that are not unique, and a rollback brings everything back', () => {
    const { db, schema, table } = open(unique);
    db.run('BEGIN');
    const fill = () => db.run("INSERT INTO t VALUES (7, 'one', 7, 'y', 1)");
    expect(() => withoutKeyIndexes(db, table, fill)).toThrow('UNIQUE constraint failed: t.a b');
    db.run('ROLLBACK');
    expect(readSchema(db)).toEqual(schema);
    expect(db.all('SELECT count(*) FROM t')).toEqual([[1]]);
    expect(db.all('PRAGMA integrity_check')).toEqual([['ok']]);
    db.close();
  });

  it('brings everything back when filling fails half-way', () => {
    const { db, schema, table } = open(unique);
    db.run('BEGIN');
    expect(() =>
      withoutKeyIndexes(db, table, () => {
        db.run("INSERT INTO t VALUES (7, 'seven', 7, 'y', 1)");
        throw new Error('stop');
      }),
    ).toThrow('stop');
    db.run('ROLLBACK');
    expect(readSchema(db)).toEqual(schema);
    expect(() => db.run("INSERT INTO t VALUES (9, 'one', 9, 'z', 1)")).toThrow('UNIQUE');
    db.close();
  });
});

describe('canDeferKeys', () => {
  const many = 1_000_000;

  it('is for large loads of tables with an index of their own', () => {
    const { db, schema, table } = open(unique);
    expect(canDeferKeys(table, schema, many)).toBe(true);
    expect(canDeferKeys(table, schema, 1000)).toBe(false);
    db.close();
  });

  it.each([
    'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)',
    'CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT UNIQUE)',
    'CREATE TABLE t (a TEXT PRIMARY KEY) WITHOUT ROWID',
    'CREATE TABLE t (a TEXT UNIQUE COLLATE NOCASE)',
    'CREATE TABLE t (a TEXT UNIQUE ON CONFLICT REPLACE)',
    'CREATE TABLE t (a TEXT UNIQUE, b AS (a))',
    'CREATE TABLE t (a TEXT UNIQUE, b TEXT REFERENCES t (a))',
    'CREATE TABLE t (a TEXT UNIQUE); CREATE TABLE c (b REFERENCES t (a))',
    'CREATE TABLE t (a TEXT UNIQUE); CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END',
  ])('is not for %s', (sql) => {
    const { db, schema, table } = open(sql);
    expect(canDeferKeys(table, schema, many)).toBe(false);
    db.close();
  });
});
