import { describe, expect, it } from 'vitest';
import { emptySchema } from '../model/database/schema.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { namesFor, planRows } from './plan.testing.ts';
import { hasBareSearch, stepsBadge } from './plan-badge.ts';
import { planNames } from './plan-names.ts';
import { rowsFrom } from './plan-rows.testing.ts';
import { readPlan } from './read-plan.ts';

describe('stepsBadge', () => {
  const badge = (text: string, sql = '') =>
    stepsBadge(readPlan(rowsFrom(text), planNames(sql, emptySchema, [])), false);

  it.each([
    ['', 'none'],
    ['SCAN CONSTANT ROW', 'none'],
    ['SCAN 2 CONSTANT ROWS', 'none'],
    ['SCAN 3-ROW VALUES CLAUSE', 'none'],
    ['SCAN t1', 'scan'],
    ['SCAN main.t1', 'scan'],
    ['SCAN t2 EXISTS', 'scan'],
    ['SCAN t1 USING INDEX t1ab', 'scan'],
    ['SCAN t1 USING COVERING INDEX t1ab', 'scan'],
    ['SEARCH t1 USING INDEX t1ab (a=?)', 'search'],
    ['SEARCH t1 USING COVERING INDEX t1ab (a=?)', 'covering'],
    ['SEARCH w USING PRIMARY KEY (k=?)', 'search'],
    ['SEARCH t2 EXISTS USING INTEGER PRIMARY KEY (rowid=?)', 'search'],
    ['SEARCH t1', 'scan'],
    [
      'SCAN t1\nBLOOM FILTER ON t5 (p=?)\nSEARCH t5 USING AUTOMATIC COVERING INDEX (p=?)',
      'automatic',
    ],
    ['SEARCH t5 USING AUTOMATIC PARTIAL COVERING INDEX (p=?) LEFT-JOIN', 'automatic'],
    ['SEARCH a USING COVERING INDEX i (x=?)\nSEARCH b USING INDEX j (y=?)', 'search'],
    ['SCAN ft VIRTUAL TABLE INDEX 2:', 'search'],
    ['SEARCH t2 USING INDEX k (a=?)\nUSING INDEX i FOR IN-OPERATOR', 'search'],
    ['SEARCH t\nUSING ROWID SEARCH ON TABLE t2 FOR IN-OPERATOR', 'scan'],
    ['MULTI-INDEX OR\n  INDEX 1\n    SEARCH t USING INDEX a (x=?)', 'search'],
    [
      'CO-ROUTINE (subquery-1)\n  SEARCH t USING COVERING INDEX i (a=?)\nSCAN (subquery-1)',
      'covering',
    ],
    ['CO-ROUTINE n\n  SETUP\n    SCAN CONSTANT ROW\n  RECURSIVE STEP\n    SCAN n\nSCAN n', 'none'],
    ['SCAN (subquery-1) LEFT-JOIN', 'none'],
    ['AN UNKNOWN ROW OF A LATER VERSION', 'none'],
  ] as const)('%s', (text, expected) => {
    expect(badge(text)).toBe(expected);
  });

  it('takes a MIN or MAX for a search only where it is known to stop at the first row', () => {
    const steps = readPlan(rowsFrom('SEARCH t1'), planNames('', emptySchema, []));
    expect(hasBareSearch(steps)).toBe(true);
    expect(stepsBadge(steps, true)).toBe('search');
  });

  it('knows a common table by its alias', () => {
    const text = 'MATERIALIZE q\n  SEARCH t USING INDEX i (a=?)\nSCAN q1\nSCAN q2';
    expect(badge(text, 'WITH q AS (SELECT 1) SELECT * FROM Q AS q1, "q" q2')).toBe('search');
    expect(badge(text, 'WITH q AS (SELECT 1) SELECT * FROM q q1, t2 q2')).toBe('scan');
  });

  it('is not misled by names when it knows them', async () => {
    const database = (await loadTestDriver()).open();
    database.run(`CREATE TABLE t (a, b); CREATE INDEX i ON t (a); CREATE INDEX "i (a=?)" ON t (b);
      CREATE VIEW v AS SELECT a, count(*) AS n FROM t WHERE a = 1 GROUP BY a`);
    const badgeOf = (sql: string) =>
      stepsBadge(readPlan(planRows(database, sql), namesFor(database, sql)), false);
    expect(badgeOf('SELECT * FROM t AS "x USING COVERING INDEX" WHERE a = 1')).toBe('search');
    expect(badgeOf('SELECT b FROM t AS "x USING COVERING INDEX i" WHERE b = 1')).toBe('covering');
    expect(badgeOf('SELECT * FROM t AS "CONSTANT ROW"')).toBe('scan');
    expect(badgeOf('SELECT * FROM t AS "(subquery-1)"')).toBe('scan');
    // Reading what was made is no scan; a table of the same name is.
    expect(badgeOf('SELECT * FROM v AS seen')).toBe('covering');
    const limited = 'WITH t AS MATERIALIZED (SELECT a FROM main.t WHERE a = 1 LIMIT 5)';
    expect(badgeOf(`${limited} SELECT * FROM t AS x`)).toBe('covering');
    expect(badgeOf(`${limited} SELECT * FROM t AS x, main.t AS y`)).toBe('scan');
    expect(badgeOf('SELECT count(*) FROM t')).toBe('scan');
    database.close();
  });
});
