import { expect, test } from 'vitest';
import { EngineFailure } from '../../../model/errors.ts';
import { readSchema } from '../../../schema/read-schema.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { unchangedRowsNote } from './changed-rows.ts';
import { existingRowsJob } from './prepare-job.ts';
import { createReadRows } from './read-rows.ts';

const driver = await loadTestDriver();

function withTable<Result>(script: string, work: (database: Database) => Result): Result {
  const database = driver.open();
  try {
    database.run(script);
    return work(database);
  } finally {
    database.close();
  }
}

function jobOf(database: Database, operation: 'update' | 'delete', setting?: [string, string]) {
  const [table] = readSchema(database).tables;
  if (!table) throw new Error('no table');
  const update = setting ? { column: setting[0], expression: setting[1] } : null;
  return existingRowsJob(database, table, operation, 3, update);
}

const script = `
  CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b, c REAL, d INTEGER, value VARCHAR(9));
  INSERT INTO t SELECT column1, 'a', column1, column1 / 4.0, column1, column1 FROM (VALUES (1), (2), (4));`;

test.each([
  ['a', 'id / 2.0'],
  ['a', '-0.0'],
  ['a', 'id * 1e20'],
  ['a', "x'00ff'"],
  ['a', '9223372036854775807 - id'],
  ['b', 'id / 8.0'],
  ['b', "id || ''"],
  ['c', 'id'],
  ['c', '4294967296 * id'],
  ['d', 'id / 2.0'],
  ['d', "'12'"],
  ['d', '9007199254740993 + id'],
  ['value', 'c'],
  ['d', '(SELECT max(d) FROM t)'],
])('%s = %s: binding the new value stores what the expression stores', (column, expression) => {
  withTable(script, (database) => {
    const values = jobOf(database, 'update', [column, expression]).update?.values;
    const stored = () => database.all(`SELECT typeof(${column}), quote(${column}) FROM t`);
    database.run(`BEGIN; UPDATE t SET ${column} = (${expression})`);
    const expected = stored();
    database.run('ROLLBACK');
    for (const [at, id] of [1, 2, 4].entries()) {
      database.all(`UPDATE t SET ${column} = ? WHERE id = ?`, [values?.[at] ?? null, id]);
    }
    expect(stored()).toEqual(expected);
  });
});

test.each([
  ['d', 'random()', 'other values each time'],
  ['d', 'changes()', 'other values each time'],
  ['d', '(SELECT random())', 'other values each time'],
  ['a', "datetime('now', 'subsec')", 'other values each time'],
  ['a', 'CURRENT_TIMESTAMP', 'other values each time'],
  ['b', 'id * 1.0', 'the real 1.0, which JavaScript cannot bind'],
  ['b', '9007199254740993 + id', 'the integer 9007199254740994, which'],
  ['b', '4294967296 * id', 'the integer 4294967296, which'],
  ['d', 'CASE WHEN id = 2 THEN abs(-9223372036854775808) END', 'fails for a row: integer overflow'],
])('%s = %s is refused', (column, expression, message) => {
  withTable(script, (database) => {
    const job = () => jobOf(database, 'update', [column, expression]);
    expect(job).toThrow(message);
    expect(job).toThrow(EngineFailure);
    expect(database.all('SELECT name FROM sqlite_temp_schema')).toEqual([]);
  });
});

test.each([
  ['an integer beyond 2^53 without type', "VALUES ('a', 1), (9007199254740993, 2)"],
  ['text that is no UTF-8', "VALUES (CAST(x'ff' AS TEXT), 1)"],
])('a key that does not find its row is refused: %s', (_, values) => {
  const script = `CREATE TABLE t (k PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO t ${values}`;
  withTable(script, (database) => {
    expect(() => jobOf(database, 'delete')).toThrow('is not found by this key');
  });
});

test('keys of all other kinds are found', () => {
  const script = `CREATE TABLE t (k PRIMARY KEY, i INTEGER) WITHOUT ROWID;
    INSERT INTO t VALUES (1, 1), ('1', 2), (x'31', 3)`;
  expect(withTable(script, (database) => jobOf(database, 'delete').keys)).toHaveLength(3);
  const big = `CREATE TABLE t (k INT NOT NULL PRIMARY KEY); INSERT INTO t VALUES (9007199254740993)`;
  expect(withTable(big, (database) => jobOf(database, 'delete').keys)).toEqual([
    [9007199254740993n],
  ]);
});

test('an update that changes some rows only is noted', () => {
  const noteOf = (expression: string) =>
    withTable(script, (database) =>
      unchangedRowsNote(jobOf(database, 'update', ['d', expression])),
    );
  expect(noteOf('max(d, 2)')).toContain('1 of 3 rows get another value than they have');
  expect(noteOf('d + 1')).toBeNull();
});

test('rows are read as long as they are few enough and come fast enough', () => {
  withTable(script, (database) => {
    let now = 0;
    const clock = () => (now += 9000);
    const read = (readRows = createReadRows()) => [...readRows(database, 'SELECT id, a FROM t')];
    expect(read()).toHaveLength(3);
    expect(() => read(createReadRows(() => 0, 60))).toThrow('to be kept in memory');
    expect(() => read(createReadRows(clock))).toThrow('took longer than 20 s');
    // Its statement is freed.
    database.run('DROP TABLE t');
  });
});
