import { beforeAll, describe, expect, it } from 'vitest';
import { statementRefusal } from '../sql/statements/statement-refusal.ts';
import type { Driver } from './driver.ts';
import { runScript, type ScriptOptions } from './run-script.ts';
import { loadTestDriver } from './sqljs.testing.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

function run(script: string, options: Partial<ScriptOptions> = {}) {
  const database = driver.open();
  database.run('CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT NOT NULL)');
  try {
    return runScript(database, script, {
      clock: () => performance.now(),
      keep: 100,
      place: { source: 'query', name: 'q' },
      ...options,
    });
  } finally {
    database.close();
  }
}

describe('runScript', () => {
  it('keeps the outcome of every statement', () => {
    const script =
      "INSERT INTO t VALUES (1, 'x'), (2, ';');\n -- all\n SELECT * FROM t; ; SELECT 3";
    const { statements, error } = run(script);
    expect(error).toBeNull();
    expect(statements.map(({ sql, rowCount, changes }) => [sql, rowCount, changes])).toEqual([
      ["INSERT INTO t VALUES (1, 'x'), (2, ';');", 0, 2],
      ['-- all\n SELECT * FROM t;', 2, 0],
      ['; SELECT 3', 1, 0],
    ]);
    for (const { sql, offset } of statements) {
      expect(script.slice(offset, offset + sql.length)).toBe(sql);
    }
  });

  it('binds to each statement what it names', () => {
    const { statements } = run('SELECT :a, @b; SELECT :a; SELECT :none', {
      bindings: { ':a': 1, '@b': 'two', ':unused': 3 },
    });
    expect(statements.map(({ rows }) => rows)).toEqual([[[1, 'two']], [[1]], [[null]]]);
    expect(statements[0]?.bound).toEqual([
      { name: ':a', value: 1 },
      { name: '@b', value: 'two' },
    ]);
  });

  it('gives a statement that stands alone no place where SQLite knows none', () => {
    for (const sql of ['INSERT INTO t VALUES (2, NULL)', 'SELECT (1, 2)']) {
      const { error } = run(sql);
      expect(error?.place).toEqual({ source: 'query', name: 'q' });
    }
  });

  it('keeps what came before the statement that fails', () => {
    const { statements, error } = run(
      "INSERT INTO t VALUES (1, 'a'); INSERT INTO t VALUES (2, NULL)",
    );
    expect(statements).toHaveLength(1);
    expect(error).toMatchObject({ code: 'sql-failed', message: 't.b must not be NULL.' });
    expect(error?.place).toMatchObject({ source: 'query', name: 'q', offset: 31, length: 6 });
  });

  it('compiles a statement only when those before it have run', () => {
    const { error } = run(
      'CREATE TABLE u(x); INSERT INTO u VALUES (1); SELECT x FROM u; SELECT y FROM u',
    );
    expect(error).toMatchObject({ code: 'sql-invalid', place: { offset: 69, length: 1 } });
  });

  it('refuses before anything has run', () => {
    const script = 'DELETE FROM t; PRAGMA foreign_keys = OFF';
    const { statements, error } = run(script, { refuse: statementRefusal });
    expect(statements).toEqual([]);
    expect(error).toMatchObject({ code: 'statement-refused', place: { offset: 15, length: 25 } });
  });

  it('calls a failure of the schema script by its name', () => {
    expect(run('CREATE TABLE t(a)', { place: { source: 'schema' } }).error).toMatchObject({
      code: 'schema-invalid',
      place: { source: 'schema', offset: 13, length: 1 },
    });
  });
});

describe('the place of an error', () => {
  /** The failing script with [ ] around the place. */
  function marked(script: string): string {
    const place = run(script).error?.place;
    const start = place?.offset ?? -1;
    const end = start + (place?.length ?? 0);
    return `${script.slice(0, start)}[${script.slice(start, end)}]${script.slice(end)}`;
  }

  it.each([
    'SELECT 1; [SELEC] 2; SELEC 3',
    'SELECT 1, 2 FROM t WHERE a = 1 [FROM] t; SELECT 1',
    'SELECT (1, (2), 3) [)] + (4)',
    'SELECT a, [c] FROM t; SELECT c',
    'SELECT x.a AS nope, [x.nope] FROM t x',
    'SELECT "a", t.a AS z, [q.a] FROM t',
    "SELECT 'nosuch', nosuch.a FROM [nosuch]",
    'SELECT 1 FROM t, [main.nosuch]',
    'SELECT * FROM "t" WHERE [nofn](a) = nofn',
    'INSERT INTO t(a, [zz]) VALUES (1, 2)',
    'INSERT INTO [t] VALUES (1)',
    'CREATE TABLE u(a, b, [A])',
    'CREATE TABLE IF NOT EXISTS u(a); CREATE TABLE [u](b)',
    'CREATE INDEX k ON t([zip])',
    "SELECT 1; SELECT ['unclosed; SELECT 2]",
    'SELECT 1 + 2 [+]',
    "SELECT 'é😀', [é😀] FROM t",
    'SELECT [12abc]',
    'DROP INDEX [nope]',
    'SELECT 1;\n  -- a comment\n  [INSERT] INTO t VALUES (1, NULL)',
    'SELECT 1; /* x */ ; SELECT a FROM t GROUP BY [5]',
    'SELECT [a] FROM t x, t y',
  ])('%s', (expected) => {
    expect(marked(expected.replaceAll(/\[(.*?)\]/gs, '$1'))).toBe(expected);
  });

  it('survives any message of SQLite for any text', () => {
    for (const text of [
      '',
      ';',
      '(',
      'SELECT "" ""',
      'WITH',
      'x\u0000y',
      'PRAGMA a b',
      'CREATE TABLE',
    ]) {
      expect(() => run(text)).not.toThrow();
    }
  });
});
