import { describe, expect, it } from 'vitest';
import { queryProblem } from './query-problem.ts';
import { schemaStatementRefusal, statementRefusal } from './statement-refusal.ts';

describe('statementRefusal', () => {
  it.each([
    'BEGIN IMMEDIATE',
    'COMMIT',
    'END',
    'ROLLBACK TO a',
    'SAVEPOINT a',
    'RELEASE a',
    "ATTACH 'x' AS y",
    'DETACH y',
    'VACUUM',
    'ANALYZE',
    '; analyze main.t',
    "VACUUM INTO 'x'",
    'PRAGMA writable_schema = ON',
    'pragma main.journal_mode(wal)',
    'EXPLAIN PRAGMA foreign_keys = OFF',
    'EXPLAIN QUERY PLAN PRAGMA foreign_keys = OFF',
    'PRAGMA optimize',
    'PRAGMA "foreign_keys" = 0',
    '/* x */ ; BEGIN',
  ])('refuses %s in words', (sql) => {
    const error = statementRefusal(sql);
    expect(error?.code).toBe('statement-refused');
    expect(error?.message).toMatch(/\.$/);
    expect(error?.hint).toMatch(/\.$/);
  });

  it.each([
    'SELECT 1',
    'PRAGMA table_info(t)',
    'PRAGMA foreign_keys;',
    'DELETE FROM t',
    'CREATE INDEX i ON t(a)',
    'EXPLAIN QUERY PLAN SELECT 1',
    'DROP TABLE t',
    'REINDEX',
    'EXPLAIN ANALYZE',
    'WITH c AS (SELECT 1) SELECT * FROM c',
  ])('allows %s', (sql) => {
    expect(statementRefusal(sql)).toBeNull();
  });
});

describe('schemaStatementRefusal', () => {
  it('allows definitions and literal rows only', () => {
    expect(schemaStatementRefusal('CREATE TABLE t(a)')).toBeNull();
    expect(schemaStatementRefusal('REPLACE INTO t VALUES (1)')).toBeNull();
    for (const sql of ['PRAGMA x', 'SELECT 1', 'DROP TABLE t', 'CREATE TEMP TABLE t(a)', 'hello']) {
      expect(schemaStatementRefusal(sql)?.code, sql).toBe('statement-refused');
    }
  });
});

describe('queryProblem', () => {
  it('wants exactly one statement that may run', () => {
    expect(queryProblem({ name: 'q', sql: 'SELECT 1;' })).toBeNull();
    expect(queryProblem({ name: 'q', sql: ' -- later' })?.message).toBe(
      'The query "q" has no SQL yet.',
    );
    expect(queryProblem({ name: 'q', sql: 'SELECT 1; SELECT 2' })?.place).toEqual({
      source: 'query',
      name: 'q',
      offset: 10,
      length: 8,
    });
    expect(queryProblem({ name: 'q', sql: ' BEGIN' })?.place?.offset).toBe(1);
  });
});
