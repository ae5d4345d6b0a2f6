import { describe, expect, it } from 'vitest';
import { hasParameters, parameterNames } from '../parameters/parameter-names.ts';
import { statementKind } from './statement-kind.ts';

describe('statementKind', () => {
  it.each([
    ['create table t(a)', 'create-table'],
    ['CREATE TEMP TABLE t AS SELECT 1', 'create-table'],
    ['CREATE VIRTUAL TABLE t USING fts4(a)', 'create-table'],
    ['CREATE UNIQUE INDEX i ON t(a)', 'create-index'],
    ['CREATE TEMPORARY VIEW v AS SELECT 1', 'create-view'],
    ['CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END', 'create-trigger'],
    ['REPLACE INTO t VALUES (1)', 'insert'],
    ['VALUES (1)', 'select'],
    ['-- c\n;/* d */ SELECT 1', 'select'],
    ['WITH a(x) AS (SELECT 1), b AS MATERIALIZED (DELETE) UPDATE t SET a = 1', 'update'],
    ['WITH RECURSIVE replace(x) AS (VALUES(1)) REPLACE INTO t SELECT 1', 'insert'],
    ['WITH a AS (SELECT 1) SELECT * FROM a', 'select'],
    ['WITH a AS (SELECT 1) DELETE FROM t', 'delete'],
    ['EXPLAIN QUERY PLAN DELETE FROM t', 'explain'],
    ['PRAGMA foreign_keys', 'pragma'],
    ['END', 'transaction'],
    ['RELEASE a', 'transaction'],
    ['DETACH x', 'attach'],
    ['VACUUM INTO 1', 'vacuum'],
    ['DROP TABLE t', 'drop'],
    ['ALTER TABLE t ADD b', 'alter'],
    ['ANALYZE', 'analyze'],
    ['REINDEX', 'other'],
    ['"select" 1', 'other'],
    ['', 'other'],
  ])('%s is %s', (sql, kind) => {
    expect(statementKind(sql)).toBe(kind);
  });
});

describe('parameterNames', () => {
  it('lists each name once, in order, not those in text or comments', () => {
    expect(
      parameterNames('SELECT :b, @a, $c, :b, ?, ?2, \':no\', ":no", [:no] -- :no\n, :é'),
    ).toEqual([':b', '@a', '$c', ':é']);
  });

  it('tells parameters of any form', () => {
    expect(hasParameters('VALUES (?)')).toBe(true);
    expect(hasParameters("VALUES ('?')")).toBe(false);
  });
});
