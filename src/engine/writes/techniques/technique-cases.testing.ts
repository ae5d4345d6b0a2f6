// Tables of many kinds with rows to write, and jobs on them, for the tests of techniques.
import type { SqlValue } from '../../model/values.ts';
import type { WriteOperation } from '../../model/writes/technique.ts';
import { readSchema } from '../../schema/read-schema.ts';
import { quoteName } from '../../sql/quote-name.ts';
import type { Database } from '../../sqlite/driver.ts';
import { existingRowsJob, insertJob, writtenColumns } from '../bench/jobs/prepare-job.ts';
import type { WriteJob } from '../write-job.ts';

export interface TechniqueCase {
  name: string;
  sql: string;
  table: string;
  /** Value of a column that is written, by row. */
  rows: SqlValue[][];
  update: { column: string; expression: string };
}

/** So many rows. */
export function rowsOf(count: number, row: (at: number) => SqlValue[]): SqlValue[][] {
  return Array.from({ length: count }, (_, at) => row(at));
}

const texts = ['plain', "it's", '', 'a\0b', 'línea\n"two" 😀', '\\u0041', '; DROP TABLE t --'];

export const cases: readonly TechniqueCase[] = [
  {
    name: 'rowid alias with indexes',
    sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, price REAL);
      CREATE INDEX by_name ON t (name); CREATE INDEX by_price ON t (price, name) WHERE price > 3;`,
    table: 't',
    rows: rowsOf(23, (at) => [at * 3 + 1, `name ${at % 5}`, (at + 1) / 7]),
    update: { column: 'price', expression: 'price * 1.1' },
  },
  {
    name: 'text key',
    sql: 'CREATE TABLE t (code TEXT NOT NULL PRIMARY KEY COLLATE NOCASE, n INTEGER UNIQUE);',
    table: 't',
    rows: rowsOf(17, (at) => [`${'aBcD'[at % 4]}${at}'"`, at]),
    update: { column: 'n', expression: 'n + 1000 -- not at the end' },
  },
  {
    name: 'key of two columns, without rowid',
    sql: `CREATE TABLE t (area TEXT, number INTEGER, note, PRIMARY KEY (area, number)) WITHOUT ROWID;
      CREATE INDEX by_note ON t (note);`,
    table: 't',
    rows: rowsOf(21, (at) => [`area ${at % 3}`, Math.floor(at / 3), at % 2 ? `n${at}` : null]),
    update: { column: 'note', expression: "area || ':' || number" },
  },
  {
    name: 'a table called excluded',
    sql: 'CREATE TABLE excluded (id INTEGER PRIMARY KEY, n INTEGER);',
    table: 'excluded',
    rows: rowsOf(11, (at) => [at + 1, at]),
    update: { column: 'n', expression: 'n + 1' },
  },
  {
    name: 'a table called json_each, without an index',
    sql: 'CREATE TABLE json_each (id INTEGER PRIMARY KEY, value INTEGER, "key" TEXT);',
    table: 'json_each',
    rows: rowsOf(11, (at) => [at + 1, at, `k${at}`]),
    update: { column: 'value', expression: 'value + 1' },
  },
  {
    name: 'no key',
    sql: 'CREATE TABLE t (a, b TEXT);',
    table: 't',
    rows: rowsOf(12, (at) => [at % 3, texts[at % texts.length] ?? null]),
    update: { column: 'b', expression: "b || '!'" },
  },
  {
    name: 'no key and no name for the rowid',
    sql: 'CREATE TABLE t (rowid TEXT, oid, _rowid_ INTEGER);',
    table: 't',
    rows: rowsOf(9, (at) => [`r${at % 2}`, at, null]),
    update: { column: 'oid', expression: 'oid + 1' },
  },
  {
    name: 'generated columns',
    sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, twice INTEGER AS (n * 2) STORED, s TEXT,
      upper TEXT AS (upper(s)) VIRTUAL UNIQUE);`,
    table: 't',
    rows: rowsOf(15, (at) => [at, at * at, `s${at}`]),
    update: { column: 's', expression: "'new ' || upper" },
  },
  {
    name: 'triggers that write elsewhere',
    sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
      CREATE TABLE log (what TEXT, id INTEGER, n INTEGER);
      CREATE TRIGGER inserted AFTER INSERT ON t BEGIN INSERT INTO log VALUES ('i', new.id, new.n); END;
      CREATE TRIGGER updated AFTER UPDATE ON t BEGIN INSERT INTO log VALUES ('u', old.n, new.n); END;
      CREATE TRIGGER deleted BEFORE DELETE ON t BEGIN INSERT INTO log VALUES ('d', old.id, old.n); END;`,
    table: 't',
    rows: rowsOf(14, (at) => [at + 5, at]),
    update: { column: 'n', expression: 'n * 10 + 1' },
  },
  {
    name: 'foreign keys with actions',
    sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, boss INTEGER REFERENCES t ON DELETE SET NULL);
      CREATE TABLE child (t INTEGER REFERENCES t ON DELETE CASCADE, code TEXT REFERENCES t (code) ON UPDATE CASCADE ON DELETE SET DEFAULT);
      CREATE TRIGGER children AFTER INSERT ON t BEGIN INSERT INTO child VALUES (new.id, new.code); END;`,
    table: 't',
    rows: rowsOf(16, (at) => [at + 1, `c${at}`, at > 2 ? at - 2 : null]),
    update: { column: 'code', expression: "'x' || code" },
  },
  {
    name: 'checks in a STRICT table',
    sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL CHECK (n >= 0), r REAL CHECK (r < 9),
      s TEXT CHECK (length(s) > 1), any ANY) STRICT;`,
    table: 't',
    rows: rowsOf(13, (at) => [at, at, (at + 1) / 2, `s${at}`, [null, 'x', 2.5, 7][at % 4] ?? null]),
    update: { column: 'r', expression: 'r / 3' },
  },
  {
    name: 'exact values',
    sql: 'CREATE TABLE t (i INTEGER NOT NULL, r REAL, s TEXT, n NUMERIC, x, PRIMARY KEY (i));',
    table: 't',
    rows: [
      [-9223372036854775808n, 0.1, 'a\0b', 1e300, -0],
      [9223372036854775807n, -0, "'", 9007199254740993n, 3e9],
      [9007199254740992n, Number.POSITIVE_INFINITY, '\0', Number.NEGATIVE_INFINITY, 2 ** 60],
      [-3000000000, 5e-324, '😀"\\', 2 ** 31, 1.5],
      [4294967296, 1.7976931348623157e308, '', null, null],
      [7, 2 ** 60, '{"a":[1]}', -1.25, 'text'],
    ],
    update: { column: 'r', expression: 'r / 2' },
  },
  {
    name: 'blobs',
    sql: 'CREATE TABLE t (id INTEGER PRIMARY KEY, b BLOB, n INTEGER);',
    table: 't',
    rows: rowsOf(8, (at) => [at, at % 3 ? Uint8Array.of(0, at, 255) : null, at]),
    update: { column: 'b', expression: "CAST(coalesce(b, '') || 'x' AS BLOB)" },
  },
  {
    name: 'blob key',
    sql: 'CREATE TABLE t (k BLOB NOT NULL PRIMARY KEY, n INTEGER);',
    table: 't',
    rows: rowsOf(8, (at) => [Uint8Array.of(at, 39, 0), at]),
    update: { column: 'n', expression: 'n - 1' },
  },
  {
    name: 'names that need quotes',
    sql: `CREATE TABLE "my ""table""; --" ("order" INTEGER NOT NULL, "a b" TEXT, "c""d" REAL, value, source, target,
      PRIMARY KEY ("order", "a b")) WITHOUT ROWID; CREATE INDEX "in ""dex" ON "my ""table""; --" ("c""d");`,
    table: 'my "table"; --',
    rows: rowsOf(11, (at) => [at, `k${at}`, at / 3, at + 1, `s${at}`, null]),
    update: { column: 'c"d', expression: '"c""d" + value' },
  },
];

/** The job on a database at its start; batches of so many rows. */
export function jobOf(
  database: Database,
  { table, rows, update }: TechniqueCase,
  operation: WriteOperation,
  batchSize = 4,
): WriteJob {
  const schema = readSchema(database);
  const found = schema.tables.find(({ name }) => name === table);
  if (!found) throw new Error(`no table ${table}`);
  const indexes = database
    .all(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?",
      [table],
    )
    .map(([name, sql]) => ({ name: String(name), sql: String(sql) }));
  const job =
    operation === 'insert'
      ? insertJob(database, found, rows)
      : existingRowsJob(database, found, operation, Math.ceil((rows.length * 2) / 3), update);
  return { ...job, indexes, batchSize, checkLimit: () => {} };
}

/** Inserts the rows of a case in the plainest way there is. */
export function fill(database: Database, { table, rows }: TechniqueCase): void {
  const found = readSchema(database).tables.find(({ name }) => name === table);
  if (!found) throw new Error(`no table ${table}`);
  const names = writtenColumns(found).map(quoteName);
  const marks = names.map(() => '?').join();
  for (const row of rows) {
    database.all(`INSERT INTO ${quoteName(table)} (${names.join()}) VALUES (${marks})`, row);
  }
}

/** Does the job in the plainest way there is: the reference of all techniques. */
export function plainly(database: Database, each: TechniqueCase, job: WriteJob): void {
  if (job.operation === 'insert') {
    fill(database, each);
    return;
  }
  // A table without key: its rows are told apart by their place, as SQLite walks them.
  if (!job.key) throw new Error('no key');
  const where = job.key.columns.map((name) => `${quoteName(name)} = ?`).join(' AND ');
  const table = quoteName(each.table);
  for (const [at, key] of job.keys.entries()) {
    if (job.update) {
      const { column, values } = job.update;
      const set = `UPDATE ${table} SET ${quoteName(column)} = ? WHERE ${where}`;
      database.all(set, [values[at] ?? null, ...key]);
    } else {
      database.all(`DELETE FROM ${table} WHERE ${where}`, [...key]);
    }
  }
}
