import { describe, expect, it } from 'vitest';
import { contentHash } from '../../datagen/content-hash.ts';
import type { TechniqueId, WriteOperation } from '../../model/writes/technique.ts';
import { techniqueFacts } from '../../model/writes/technique-facts.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import type { WriteJob } from '../write-job.ts';
import { countingDatabase } from './counting-database.testing.ts';
import { exactContent } from './exact-content.testing.ts';
import { techniqueOf } from './list.ts';
import { cases, fill, jobOf, plainly, type TechniqueCase } from './technique-cases.testing.ts';

const driver = await loadTestDriver();
const operations: readonly WriteOperation[] = ['insert', 'update', 'delete'];

function openCase(each: TechniqueCase, operation: WriteOperation): Database {
  const database = driver.open();
  database.run(each.sql);
  if (operation !== 'insert') fill(database, each);
  return database;
}

function hashOf(database: Database): string {
  return contentHash(database, readSchema(database));
}

/** The indexes and triggers that are there, and whether SQLite finds the database sound. */
function shapeOf(database: Database): unknown {
  return [
    database.all('SELECT type, name, sql FROM sqlite_schema ORDER BY name'),
    database.all('PRAGMA integrity_check'),
    database.all('PRAGMA foreign_key_check'),
    database.all('SELECT name FROM temp.sqlite_schema WHERE sql NOT LIKE ?', ['%sqldyno_rows%']),
  ];
}

/** How often a technique executes statements for so many rows. */
function expectedStatements(id: TechniqueId, job: WriteJob): number {
  const rows = job.rows.length;
  const { isBatched } = techniqueOf(id).facts;
  if (isBatched) return Math.ceil(rows / job.batchSize);
  if (id === 'insert-then-index') return rows + job.indexes.length;
  if (/-(json|select|set|all)$/.test(id)) return 1;
  if (/-temp$/.test(id)) return rows + 3;
  if (/(update|delete)-unit-of-work$/.test(id)) return rows + 1;
  return rows;
}

/** Those that refuse, by case and operation; all others must not. */
const refusing: Record<string, string[]> = {
  'no key': ['insert-then-index', 'update-upsert'],
  'no key and no name for the rowid': ['insert-then-index', 'insert-returning', 'all of update'],
  blobs: ['insert-json', 'insert-then-index', 'update-json'],
  'blob key': ['insert-json', 'insert-then-index', 'update-json', 'delete-json'],
};
const withoutIndex = /generated|triggers|foreign|checks|exact|text key|excluded|json_each/;

function isRefusing(name: string, id: TechniqueId, operation: WriteOperation): boolean {
  if (id === 'delete-all') return true;
  if (id === 'insert-then-index' && withoutIndex.test(name)) return true;
  const known = refusing[name] ?? [];
  return known.includes(id) || (known.includes('all of update') && operation !== 'insert');
}

describe.each(operations)('techniques of %s', (operation) => {
  it.each(cases.map((each) => [each.name, each] as const))(
    'end with the same content: %s',
    (name, each) => {
      const reference = openCase(each, operation);
      const job = jobOf(reference, each, operation);
      const before = hashOf(reference);
      if (job.key || operation === 'insert') plainly(reference, each, job);
      const expected = hashOf(reference);
      const exact = exactContent(reference);
      const shape = shapeOf(reference);
      reference.close();
      if (job.key) expect(expected).not.toBe(before);

      const counted: string[] = [];
      for (const { id } of techniqueFacts.filter((facts) => facts.operation === operation)) {
        const technique = techniqueOf(id);
        const refusal = technique.refusal(job);
        expect([id, refusal !== null]).toEqual([id, isRefusing(name, id, operation)]);
        if (refusal !== null) continue;
        const database = countingDatabase(openCase(each, operation));
        const { isAutocommit } = technique.facts;
        if (!isAutocommit) database.run('BEGIN');
        technique.prepare?.(database, job);
        const start = database.executions();
        const statements = technique.write(database, job);
        expect([id, statements]).toEqual([id, database.executions() - start]);
        expect([id, statements]).toEqual([id, expectedStatements(id, job)]);
        expect([id, database.open()]).toEqual([id, 0]);
        expect([id, hashOf(database)]).toEqual([id, expected]);
        // One UPDATE computes: what is bound lost on its way that 3.0 was no integer.
        if (id !== 'update-set') expect([id, exactContent(database)]).toEqual([id, exact]);
        expect([id, shapeOf(database)]).toEqual([id, shape]);
        if (!isAutocommit) {
          database.run('ROLLBACK');
          expect([id, hashOf(database)]).toEqual([id, before]);
        }
        database.close();
        counted.push(id);
      }
      // Nothing to compare would be no comparison.
      if (job.key || operation === 'insert') expect(counted.length).toBeGreaterThan(5);
    },
  );

  it.each([1, 3, 1000])('end with the same content with %d rows a statement', (batchSize) => {
    for (const each of cases.slice(0, 3)) {
      const reference = openCase(each, operation);
      const job = jobOf(reference, each, operation, batchSize);
      plainly(reference, each, job);
      const expected = hashOf(reference);
      reference.close();
      for (const { id } of techniqueFacts.filter(
        (facts) => facts.operation === operation && facts.isBatched,
      )) {
        const database = countingDatabase(openCase(each, operation));
        const statements = techniqueOf(id).write(database, job);
        expect(statements).toBe(Math.ceil(job.rows.length / batchSize));
        expect(statements).toBe(database.executions());
        expect([id, hashOf(database)]).toEqual([id, expected]);
        database.close();
      }
    }
  });
});

describe('load, then index', () => {
  const indexed = cases.find(({ name }) => name === 'rowid alias with indexes');
  if (!indexed) throw new Error('There is no such case.');
  const fromRow = (from: number, to?: number) => ({
    ...indexed,
    rows: indexed.rows.slice(from, to),
  });
  const technique = techniqueOf('insert-then-index');

  it('drops the indexes of a table that has rows itself, of an empty one before', () => {
    const whole = openCase(indexed, 'update');
    const half = countingDatabase(openCase(fromRow(0, 10), 'update'));
    const job = jobOf(half, fromRow(10), 'insert');
    technique.prepare?.(half, job);
    expect(half.all("SELECT count(*) FROM sqlite_schema WHERE type = 'index'")).toEqual([[2]]);
    const start = half.executions();
    expect(technique.write(half, job)).toBe(13 + 2 * 2);
    expect(half.executions() - start).toBe(13 + 2 * 2);
    expect(shapeOf(half)).toEqual(shapeOf(whole));
    expect(hashOf(half)).toBe(hashOf(whole));
    half.close();
    whole.close();
    const empty = openCase(indexed, 'insert');
    const load = jobOf(empty, indexed, 'insert');
    technique.prepare?.(empty, load);
    expect(empty.all("SELECT count(*) FROM sqlite_schema WHERE type = 'index'")).toEqual([[0]]);
    expect(technique.write(empty, load)).toBe(indexed.rows.length + 2);
    empty.close();
  });
});

describe('DELETE without WHERE', () => {
  it('deletes all rows where all are to go, also without a key', () => {
    for (const each of cases) {
      const database = countingDatabase(openCase(each, 'delete'));
      const some = jobOf(database, each, 'delete');
      const table = some.table;
      const all = { ...some, rows: each.rows };
      const technique = techniqueOf('delete-all');
      expect(technique.refusal(some)).toContain(`Choose ${each.rows.length} rows.`);
      expect(technique.refusal(all)).toBeNull();
      const start = database.executions();
      expect(technique.write(database, all)).toBe(1);
      expect(database.executions() - start).toBe(1);
      const name = `"${table.name.replaceAll('"', '""')}"`;
      expect(database.all(`SELECT count(*) FROM ${name}`)).toEqual([[0]]);
      database.close();
    }
  });
});
