import { describe, expect, it } from 'vitest';
import { contentHash } from '../../datagen/content-hash.ts';
import { techniqueFacts } from '../../model/writes/technique-facts.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import type { WriteJob } from '../write-job.ts';
import { type CountingDatabase, countingDatabase } from './counting-database.testing.ts';
import { techniqueOf } from './list.ts';
import { fill, jobOf, rowsOf, type TechniqueCase } from './technique-cases.testing.ts';

const driver = await loadTestDriver();
const all = techniqueFacts.map((facts) => [facts.id, facts] as const);
const inOneTransaction = all.filter(([, { isAutocommit }]) => !isAutocommit);
const perRow = all.filter(([, { isAutocommit }]) => isAutocommit);

const plain: TechniqueCase = {
  name: 'products',
  sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, n INTEGER);
    CREATE INDEX by_n ON t (n);`,
  table: 't',
  rows: rowsOf(30, (at) => [at + 1, `name ${at}`, at]),
  update: { column: 'n', expression: 'n + 100' },
};

/** What makes the twentieth row fail, and what SQLite says. */
const obstacles = [
  {
    name: 'a trigger',
    sql: `CREATE TRIGGER i BEFORE INSERT ON t WHEN new.id = 20 BEGIN SELECT raise(ABORT, 'not this one'); END;
      CREATE TRIGGER u BEFORE UPDATE ON t WHEN old.id = 20 BEGIN SELECT raise(ABORT, 'not this one'); END;
      CREATE TRIGGER d BEFORE DELETE ON t WHEN old.id = 20 BEGIN SELECT raise(ABORT, 'not this one'); END;`,
    message: /not this one/,
  },
  {
    name: 'constraints',
    sql: `DROP TABLE t; CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, n INTEGER CHECK (n <> 119));
      CREATE INDEX by_n ON t (n);
      CREATE TABLE child (t INTEGER REFERENCES t);
      CREATE TRIGGER parents AFTER INSERT ON t WHEN new.id = 20 BEGIN INSERT INTO child VALUES (-1); END;`,
    message: /CHECK constraint failed|FOREIGN KEY constraint failed/,
  },
];

function openFailing(sql: string, facts: { operation: string }): CountingDatabase {
  const database = driver.open();
  database.run(plain.sql);
  database.run(sql);
  if (facts.operation !== 'insert') {
    database.run('PRAGMA foreign_keys = OFF');
    const triggers = database.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    for (const [name] of triggers) database.run(`DROP TRIGGER ${name}`);
    fill(database, plain);
    if (triggers.length === 1) database.run('INSERT INTO child VALUES (20)');
    for (const [, text] of triggers) database.run(String(text));
    database.run('PRAGMA foreign_keys = ON');
  }
  return countingDatabase(database);
}

const hashOf = (database: Database) => contentHash(database, readSchema(database));

describe.each(obstacles)('a row that fails by $name', ({ sql, message }) => {
  it.each(inOneTransaction)('leaves the table as it was after ROLLBACK: %s', (id, facts) => {
    const database = openFailing(sql, facts);
    const before = hashOf(database);
    const job: WriteJob = jobOf(database, plain, facts.operation, 7);
    const whole = id === 'delete-all' ? { ...job, rows: plain.rows } : job;
    const technique = techniqueOf(id);
    expect(technique.refusal(whole)).toBeNull();
    database.run('BEGIN');
    technique.prepare?.(database, whole);
    const open = database.open();
    expect(() => technique.write(database, whole)).toThrow(message);
    expect(database.open()).toBe(open);
    database.run('ROLLBACK');
    expect(hashOf(database)).toBe(before);
    // Indexes that were dropped are there again; no temporary table stays.
    expect(database.all('SELECT name FROM temp.sqlite_schema')).toEqual([]);
    expect(database.all("SELECT name FROM sqlite_schema WHERE name = 'by_n'")).toHaveLength(1);
    expect(database.all('PRAGMA integrity_check')).toEqual([['ok']]);
    database.close();
  });

  it.each(perRow)('ends at that row: %s', (id, facts) => {
    const database = openFailing(sql, facts);
    const job = jobOf(database, plain, facts.operation);
    expect(() => techniqueOf(id).write(database, job)).toThrow(message);
    expect(database.open()).toBe(0);
    const written = {
      insert: 'SELECT count(*) FROM t',
      update: 'SELECT count(*) FROM t WHERE n >= 100',
      delete: 'SELECT 30 - count(*) FROM t',
    }[facts.operation];
    expect(database.all(written)).toEqual([[19]]);
    database.close();
  });
});

describe('the limit', () => {
  const many: TechniqueCase = {
    ...plain,
    rows: rowsOf(3000, (at) => [at + 1, 'x', at]),
  };
  const rowByRow = all.filter(([id]) =>
    /literal|prepared|returning|unit|temp|values|list/.test(id),
  );

  it.each(rowByRow)('is looked at about every 1,000 rows, and ends the work: %s', (id, facts) => {
    const database = countingDatabase(driver.open());
    database.run(plain.sql);
    if (facts.operation !== 'insert') {
      const { table, columns } = jobOf(database, many, 'insert');
      const cells = columns.map((_, at) => (row: number) => many.rows[row]?.[at] ?? null);
      const bulk = database.bulkInsert({ table: table.name, columns, cells, hasKeyIndex: false });
      bulk.insert(0, many.rows.length);
      bulk.free();
    }
    const job = jobOf(database, many, facts.operation, 100);
    let looks = 0;
    const counted = { ...job, checkLimit: () => void looks++ };
    database.run('BEGIN');
    techniqueOf(id).write(database, counted);
    database.run('ROLLBACK');
    const thousands = job.rows.length / 1000;
    expect(looks).toBeGreaterThanOrEqual(Math.floor(thousands));
    expect(looks).toBeLessThanOrEqual(2 * Math.ceil(thousands) + 1);
    const ending = {
      ...job,
      checkLimit: () => {
        if (--looks === 0) throw new Error('too long');
      },
    };
    database.run('BEGIN');
    expect(() => techniqueOf(id).write(database, ending)).toThrow('too long');
    expect(database.open()).toBe(0);
    database.run('ROLLBACK');
    database.close();
  });
});
