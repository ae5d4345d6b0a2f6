import { beforeAll, describe, expect, it } from 'vitest';
import type { Database, Driver } from './driver.ts';
import {
  type CallOutcome,
  executeStatement,
  type StatementHook,
  type StatementResult,
} from './hooks.ts';
import { loadTestDriver } from './sqljs.testing.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

/** A clock that goes on by one millisecond each time it is read. */
function tickingClock(): () => number {
  let now = 0;
  return () => now++;
}

function openNumbers(rows: number): Database {
  const database = driver.open();
  database.run(`CREATE TABLE n(i INTEGER PRIMARY KEY, s TEXT);
    WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${rows})
    INSERT INTO n SELECT i, 'row ' || i FROM c`);
  return database;
}

describe('executeStatement', () => {
  it('keeps the rows asked for, counts all, and binds', () => {
    const database = openNumbers(10);
    const options = { clock: tickingClock(), keep: 2 };
    const call = { sql: 'SELECT i, s FROM n WHERE i > :low ORDER BY i', binding: { ':low': 3 } };
    expect(executeStatement(database, call, options)).toMatchObject({
      columns: ['i', 's'],
      rows: [
        [4, 'row 4'],
        [5, 'row 5'],
      ],
      rowCount: 7,
      isTruncated: true,
      changes: 0,
    });
    database.close();
  });

  it('takes time around compiling, stepping and reading', () => {
    const database = openNumbers(5);
    const call = { sql: 'SELECT * FROM n', binding: [] };
    const { time } = executeStatement(database, call, { clock: tickingClock(), keep: 3 });
    // One tick for compiling; each row read takes one; stepping has the ticks between.
    expect(time).toEqual({ prepareMs: 1, fetchMs: 3, executeMs: 4 });
    database.close();
  });

  it('counts the changes of this statement only', () => {
    const database = openNumbers(5);
    const changes = (sql: string) =>
      executeStatement(database, { sql, binding: [] }, { clock: () => 0, keep: 9 }).changes;
    expect(changes("UPDATE n SET s = 'x' WHERE i < 4")).toBe(3);
    expect(changes('SELECT 1')).toBe(0);
    expect(changes('WITH a(i) AS (SELECT 1) DELETE FROM n WHERE i IN a RETURNING i')).toBe(1);
    expect(changes('CREATE INDEX k ON n(s)')).toBe(0);
    database.close();
  });

  it('tells hooks in order, and a hook may answer', () => {
    const database = openNumbers(3);
    const told: string[] = [];
    const answer: StatementResult = {
      columns: ['x'],
      rows: [[1]],
      rowCount: 1,
      isTruncated: false,
      changes: 0,
      time: { prepareMs: 0, executeMs: 0, fetchMs: 0 },
    };
    const named = (name: string, result: StatementResult | null = null): StatementHook => ({
      before(call) {
        told.push(`before ${name} ${call.sql}`);
        return result;
      },
      after(_call, outcome: CallOutcome) {
        const by = outcome.status === 'done' && outcome.answeredBy ? 'answered' : outcome.status;
        told.push(`after ${name} ${by}`);
      },
    });
    const run = (sql: string, hooks: StatementHook[]) =>
      executeStatement(database, { sql, binding: [] }, { hooks, clock: () => 0, keep: 9 });

    expect(run('SELECT 2', [named('log'), {}, named('inner')]).rows).toEqual([[2]]);
    expect(told.splice(0)).toEqual([
      'before log SELECT 2',
      'before inner SELECT 2',
      'after inner done',
      'after log done',
    ]);
    expect(run('SELECT 3', [named('log'), named('cache', answer), named('inner')])).toBe(answer);
    expect(told.splice(0)).toEqual([
      'before log SELECT 3',
      'before cache SELECT 3',
      'after log answered',
    ]);
    expect(() => run('SELECT missing', [named('log')])).toThrow('no such column: missing');
    expect(told).toEqual(['before log SELECT missing', 'after log failed']);
    database.close();
  });
});
