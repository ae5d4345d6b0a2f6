import { expect, test } from 'vitest';
import { readSchema } from '../../../schema/read-schema.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { recipe } from '../write-bench.testing.ts';
import { makeRows } from './make-rows.ts';
import { writtenColumns } from './prepare-job.ts';

async function made(script: string, count = 40) {
  const database = (await loadTestDriver()).open();
  database.run(script);
  const schema = readSchema(database);
  const table = schema.tables.find(({ name }) => name === 't');
  if (!table) throw new Error('no table t');
  const columns = writtenColumns(table);
  const before = database.all('SELECT count(*) FROM t')[0]?.[0];
  try {
    const { rows } = makeRows(
      database,
      schema,
      { table, columns, count, recipe, seed: 5 },
      () => {},
    );
    return {
      rows,
      columns,
      before,
      stored: database.all(`SELECT ${columns.join()} FROM t NOT INDEXED`),
    };
  } finally {
    database.close();
  }
}

test.each([
  'CREATE TABLE t (name TEXT, price REAL)',
  "CREATE TABLE t (name TEXT, price REAL); INSERT INTO t VALUES ('old', 1), ('older', 2)",
  'CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE)',
  'CREATE TABLE t (name TEXT, twice TEXT AS (name || name)); CREATE INDEX t_name ON t (name)',
])('%s: all new rows, in the order of the rowid', async (script) => {
  const { rows, stored, before } = await made(script);
  expect(rows).toHaveLength(40);
  expect(stored.slice(Number(before))).toEqual(rows);
});

test('rows of a table without rowid come in the order in which they were made', async () => {
  const { rows, stored } = await made(
    'CREATE TABLE t (uuid TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID',
  );
  const sorted = rows.toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));
  expect(stored).toEqual(sorted);
  expect(rows).not.toEqual(sorted);
});

test('rows refer only to rows before them and to those of other tables', async () => {
  const { rows } = await made(
    `CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (7), (8);
     CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INTEGER NOT NULL REFERENCES p (id), boss INTEGER REFERENCES t (id));`,
  );
  expect(new Set(rows.map((row) => row[1]))).toEqual(new Set([7, 8]));
  expect(rows.every((row) => row[2] === null || Number(row[2]) <= Number(row[0]))).toBe(true);
});

test('a rule that leaves out every row is told', async () => {
  const script =
    'CREATE TABLE t (a); CREATE TRIGGER none BEFORE INSERT ON t BEGIN SELECT RAISE(IGNORE); END';
  await expect(made(script)).rejects.toThrow('No rows could be made for t');
});
