import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SqlValue } from '../model/values.ts';
import { type BulkRows, type Database, RowRejected } from './driver.ts';
import { loadTestDriver } from './sqljs.testing.ts';

const driver = await loadTestDriver();

function open(sql: string): Database {
  const db = driver.open();
  db.run(sql);
  return db;
}

function insertAll(db: Database, rows: SqlValue[][], options: Partial<BulkRows> = {}): void {
  const columns = options.columns ?? ['a', 'b', 'c'];
  const insert = db.bulkInsert({
    table: 't',
    columns,
    cells: columns.map((_, column) => (row) => rows[row]?.[column] ?? null),
    hasKeyIndex: false,
    ...options,
  });
  try {
    insert.insert(0, rows.length);
  } finally {
    insert.free();
  }
}

const value = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.uint8Array({ maxLength: 40 }),
);

describe('bulkInsert', () => {
  it('uses the raw functions of the pinned sql.js', () => {
    const db = open('CREATE TABLE t (a)');
    const insert = db.bulkInsert({
      table: 't',
      columns: ['a'],
      cells: [() => 1],
      hasKeyIndex: false,
    });
    expect(insert.isFast).toBe(true);
    insert.free();
    db.close();
  });

  it('stores what the public binding functions store', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { maxLength: 35 }), (rows) => {
        const table = 'CREATE TABLE t (a, b INTEGER, c TEXT)';
        const read =
          'SELECT typeof(a), quote(a), typeof(b), quote(b), typeof(c), quote(c) FROM t ORDER BY rowid';
        const db = open(table);
        insertAll(db, rows);
        const one = db.prepare('DELETE FROM t');
        const bulk = db.all(read);
        one.step();
        one.free();
        const insert = db.prepare('INSERT INTO t VALUES (?, ?, ?)');
        for (const row of rows) {
          insert.bind(row);
          insert.step();
        }
        insert.free();
        const single = db.all(read);
        db.close();
        expect(bulk).toEqual(single);
      }),
      { numRuns: 60 },
    );
  });

  it('inserts batches larger than its buffers, and ranges that do not begin at 0', () => {
    const db = open('CREATE TABLE t (a, b, c)');
    const text = (row: number) => 'ü'.repeat(row % 3000);
    const insert = db.bulkInsert({
      table: 't',
      columns: ['a', 'b', 'c'],
      cells: [(row) => row, text, (row) => (row % 7 === 0 ? null : row / 8)],
      hasKeyIndex: false,
    });
    insert.insert(5, 1234);
    insert.insert(1239, 3);
    insert.insert(0, 0);
    insert.free();
    expect(db.all('SELECT count(*), min(a), max(a), sum(length(b)), count(c) FROM t')).toEqual([
      [
        1237,
        5,
        1241,
        Array.from({ length: 1237 }, (_, at) => (at + 5) % 3000).reduce((sum, each) => sum + each),
        Array.from({ length: 1237 }, (_, at) => at + 5).filter((row) => row % 7 !== 0).length,
      ],
    ]);
    db.close();
  });

  it('says which row was refused, and why, and keeps the rows before it', () => {
    for (const hasKeyIndex of [false, true]) {
      const db = open('CREATE TABLE t (a CHECK (a <> 1237), b, c)');
      db.run('BEGIN');
      const rows = Array.from({ length: 2000 }, (_, row) => [row, `text ${row}`, null]);
      let rejected: unknown;
      try {
        insertAll(db, rows, { hasKeyIndex });
      } catch (thrown) {
        rejected = thrown;
      }
      expect(rejected).toBeInstanceOf(RowRejected);
      expect(rejected).toMatchObject({
        row: 1237,
        values: [1237, 'text 1237', null],
        message: 'CHECK constraint failed: a <> 1237',
      });
      expect(db.all('SELECT count(*), max(a) FROM t')).toEqual([[1237, 1236]]);
      db.run('ROLLBACK');
      db.close();
    }
  });

  it('fills a table by its defaults when no column is given', () => {
    const db = open('CREATE TABLE t (a DEFAULT 1)');
    insertAll(db, [[], [], []], { columns: [] });
    expect(db.all('SELECT count(*) FROM t')).toEqual([[3]]);
    db.close();
  });
});

describe('a database opened with room', () => {
  it('is an ordinary empty database, and exports without the room', () => {
    const db = driver.open(undefined, { reserveBytes: 8_000_000 });
    db.run('CREATE TABLE t (a, b, c)');
    insertAll(
      db,
      Array.from({ length: 5000 }, (_, row) => [row, `text ${row}`, null]),
    );
    expect(db.all('PRAGMA integrity_check')).toEqual([['ok']]);
    const pages = Number(db.all('PRAGMA page_count')[0]?.[0]);
    const image = db.export();
    expect(image.length).toBe(pages * 4096);
    db.close();
    const copy = driver.open(image);
    expect(copy.all('SELECT count(*), sum(a) FROM t')).toEqual([[5000, 12497500]]);
    expect(copy.all('PRAGMA user_version')).toEqual([[0]]);
    copy.close();
  });

  it('grows beyond its room', () => {
    const db = driver.open(undefined, { reserveBytes: 1_100_000 });
    db.run('CREATE TABLE t (a, b, c)');
    insertAll(
      db,
      Array.from({ length: 30_000 }, (_, row) => [row, 'x'.repeat(100), null]),
    );
    expect(db.all('PRAGMA integrity_check')).toEqual([['ok']]);
    expect(db.all('SELECT count(*) FROM t')).toEqual([[30_000]]);
    db.close();
  });

  it('asks for other values for as long as a row is refused, and goes on', () => {
    const db = open('CREATE TABLE t (a TEXT, b INTEGER CHECK (b % 4 = 0), c)');
    const asked: string[] = [];
    insertAll(
      db,
      Array.from({ length: 1234 }, (_, row) => [`text ${row}`, row, null]),
      {
        retry(row, attempt, message) {
          asked.push(`${row}.${attempt} ${message}`);
          return [`text ${row}, other`.repeat(attempt), row + attempt, 'drawn'];
        },
      },
    );
    expect(asked.length).toBe(1851);
    expect(asked.slice(0, 4)).toEqual([
      '1.1 CHECK constraint failed: b % 4 = 0',
      '1.2 CHECK constraint failed: b % 4 = 0',
      '1.3 CHECK constraint failed: b % 4 = 0',
      '2.1 CHECK constraint failed: b % 4 = 0',
    ]);
    expect(db.all('SELECT count(*), sum(c IS NULL), max(length(a)) FROM t')).toEqual([
      [1234, 309, 'text 1000, other'.length * 3],
    ]);
    expect(db.all('SELECT * FROM t WHERE rowid IN (5, 6, 1234)')).toEqual([
      ['text 4', 4, null],
      ['text 5, other'.repeat(3), 8, 'drawn'],
      ['text 1233, other'.repeat(3), 1236, 'drawn'],
    ]);
    db.close();
  });

  it('tells the row with its last values when there are no others', () => {
    const db = open('CREATE TABLE t (a, b, c CHECK (c < 100))');
    const rows = Array.from({ length: 50 }, (_, row) => [row, 'x', row === 17 ? 200 : 1]);
    let rejected: unknown;
    try {
      insertAll(db, rows, {
        retry: (row, attempt) => (attempt < 3 ? [row, 'y', 200 + attempt] : null),
      });
    } catch (thrown) {
      rejected = thrown;
    }
    expect(rejected).toBeInstanceOf(RowRejected);
    expect(rejected).toMatchObject({ row: 17, values: [17, 'y', 202] });
    expect(db.all('SELECT count(*) FROM t')).toEqual([[17]]);
    db.close();
  });

  it('carries out another statement than INSERT ... VALUES', () => {
    const db = open('CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER)');
    insertAll(
      db,
      Array.from({ length: 33 }, (_, row) => [row, 2 * row, null]),
      {
        sql: (values) =>
          `INSERT INTO t SELECT column1, column2, column1 + column2 FROM (VALUES ${values})`,
      },
    );
    expect(db.all('SELECT count(*), sum(c = 3 * a) FROM t')).toEqual([[33, 33]]);
    db.close();
  });
});
