import { expect, it } from 'vitest';
import { maxVariables } from '../../sql/variable-limit.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import type { WriteJob } from '../write-job.ts';
import { techniqueOf } from './list.ts';
import { jobOf, rowsOf, type TechniqueCase } from './technique-cases.testing.ts';

const driver = await loadTestDriver();

function wide(columns: number, rows: number): TechniqueCase {
  const names = Array.from({ length: columns }, (_, at) => `c${at}`);
  return {
    name: 'wide',
    sql: `CREATE TABLE t (${names.join()}, PRIMARY KEY (c0)) WITHOUT ROWID`,
    table: 't',
    rows: rowsOf(rows, (at) => names.map((_, column) => at * columns + column)),
    update: { column: 'c1', expression: 'c1 + 1' },
  };
}

function insertOf(columns: number, rows: number, batchSize: number) {
  const database = driver.open();
  const each = wide(columns, rows);
  database.run(each.sql);
  return { database, job: jobOf(database, each, 'insert', batchSize) };
}

it('counts the variables of a statement and says how many rows go into one', () => {
  const { database, job } = insertOf(40, 1000, 1000);
  expect(techniqueOf('insert-values').refusal(job)).toBe(
    '1,000 rows of 40 columns need 40,000 variables; SQLite takes 32,766. Choose 819 rows or fewer a statement.',
  );
  expect(techniqueOf('insert-values').refusal({ ...job, batchSize: 819 })).toBeNull();
  expect(techniqueOf('insert-values').refusal({ ...job, batchSize: 820 })).not.toBeNull();
  database.close();
});

it('takes a batch that is larger than the rows for what is sent of it', () => {
  const { database, job } = insertOf(40, 819, 1_000_000);
  const technique = techniqueOf('insert-values');
  expect(technique.refusal(job)).toBeNull();
  expect(technique.write(database, job)).toBe(1);
  expect(database.all('SELECT count(*), max(c39) FROM t')).toEqual([[819, 819 * 40 - 1]]);
  database.close();
});

it('knows the limit exactly: SQLite takes that many variables and not one more', () => {
  const { database, job } = insertOf(2, maxVariables / 2 + 1, maxVariables / 2);
  expect(techniqueOf('insert-values').refusal(job)).toBeNull();
  expect(techniqueOf('insert-values').write(database, job)).toBe(2);
  const keys: WriteJob = {
    ...jobOf(database, wide(2, maxVariables), 'delete'),
    batchSize: maxVariables,
  };
  expect(techniqueOf('delete-list').refusal(keys)).toBeNull();
  const marks = (count: number) => Array(count).fill('?').join();
  expect(() => database.prepare(`SELECT 1 IN (${marks(maxVariables + 1)})`)).toThrow(/variables/);
  expect(() => database.prepare(`SELECT 1 IN (${marks(maxVariables)})`).free()).not.toThrow();
  database.close();
});

it('names what is missing: a key, an index, a form for blobs', () => {
  const database = driver.open();
  database.run('CREATE TABLE t (rowid, oid, _rowid_); CREATE TABLE b (id INTEGER PRIMARY KEY, b)');
  const keyless = {
    sql: '',
    name: '',
    table: 't',
    rows: [[1, 2, 3]],
    update: { column: 'oid', expression: '1' },
  };
  const update = jobOf(database, keyless, 'insert');
  for (const id of ['update-prepared', 'delete-list', 'insert-returning'] as const) {
    expect(techniqueOf(id).refusal(update)).toContain('no key to address the rows of t by');
  }
  expect(techniqueOf('insert-then-index').refusal(update)).toContain('Switch an index on.');
  const blobs = jobOf(
    database,
    {
      ...keyless,
      table: 'b',
      rows: [
        [1, 'x'],
        [2, Uint8Array.of(1)],
      ],
    },
    'insert',
  );
  expect(techniqueOf('insert-json').refusal(blobs)).toBe(
    'b holds blobs (row 2 is the first), for which JSON has no form. Choose a technique that binds values.',
  );
  database.close();
});

it('refuses an upsert that could not meet its row', () => {
  const database = driver.open();
  database.run('CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)');
  const each = {
    sql: '',
    name: '',
    table: 't',
    rows: [[1, 2]],
    update: { column: 'b', expression: 'b' },
  };
  const job = jobOf(database, each, 'update');
  expect(techniqueOf('update-upsert').refusal(job)).toContain('needs a declared key');
  const keyed = { ...job, key: { columns: ['B'], isRowid: false } };
  expect(techniqueOf('update-upsert').refusal(keyed)).toContain('b is part of the key');
  database.close();
});
