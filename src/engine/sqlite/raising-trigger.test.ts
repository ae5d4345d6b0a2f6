import { afterAll, describe, expect, it } from 'vitest';
import type { Database } from './driver.ts';
import { toSqlError } from './sql-error.ts';
import { loadTestDriver } from './sqljs.testing.ts';

const driver = await loadTestDriver();
const open: Database[] = [];
afterAll(() => {
  for (const database of open) database.close();
});

/** What is told of a statement that fails. */
function toldOf(script: string, sql: string): string {
  const database = driver.open();
  open.push(database);
  database.run(script);
  try {
    database.run(sql);
  } catch (thrown) {
    const failed = { sql, offset: 0, place: { source: 'query' }, code: 'sql-failed' } as const;
    return toSqlError(database, thrown, failed).message;
  }
  throw new Error('it did not fail');
}

const table = 'CREATE TABLE t (a INTEGER PRIMARY KEY);';

describe('the words of a trigger', () => {
  it.each(['ABORT', 'FAIL', 'rollback'])('are told as its own: %s', (action) => {
    const trigger = `CREATE TRIGGER "no twos" BEFORE INSERT ON t WHEN new.a = 2
      BEGIN SELECT RAISE ( ${action} , 'no, it''s 2' ); END;`;
    expect(toldOf(table + trigger, 'INSERT INTO t VALUES (1), (2)')).toBe(
      `The trigger no twos of t refuses it and says "no, it's 2".`,
    );
  });

  it('are not confused with what SQLite says', () => {
    const trigger = `CREATE TRIGGER q BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'other'); END;
      CREATE TRIGGER r BEFORE UPDATE ON t BEGIN SELECT RAISE(IGNORE); END;`;
    expect(toldOf(table + trigger, "INSERT INTO t VALUES ('text')")).toBe('Datatype mismatch.');
  });

  it('may be of a temporary trigger', () => {
    const trigger = `CREATE TEMP TRIGGER q BEFORE INSERT ON t BEGIN SELECT RAISE(ABORT, 'no'); END;`;
    expect(toldOf(table + trigger, 'INSERT INTO t VALUES (1)')).toBe(
      'The trigger q of t refuses it and says "no".',
    );
  });
});
