import { describe, expect, it } from 'vitest';
import type { PlanNode, PlanRow } from '../model/plan/plan.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { namesFor, planRows } from './plan.testing.ts';
import { planBadge } from './plan-badge.ts';
import { planKey } from './plan-key.ts';
import { planTree } from './plan-tree.ts';

/** Rows drawn as indented text, two spaces a level; ids count from 1. */
function rowsFrom(text: string): PlanRow[] {
  const parents: number[] = [0];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const level = (line.length - line.trimStart().length) / 2;
      parents[level + 1] = index + 1;
      return { id: index + 1, parent: parents[level] ?? 0, cost: 0, detail: line.trim() };
    });
}

function drawn(nodes: readonly PlanNode[], indent = ''): string {
  return nodes
    .map((node) => `${indent}${node.detail}\n${drawn(node.children, `${indent}  `)}`)
    .join('');
}

describe('planTree', () => {
  it('nests rows under their parents', () => {
    const text = 'a\n  b\n    c\n  d\ne\n';
    expect(drawn(planTree(rowsFrom(text)))).toBe(text);
  });

  it('keeps every row when parents are missing, later, repeated or the row itself', () => {
    const rows = [
      { id: 5, parent: 9, cost: 0, detail: 'orphan' },
      { id: 6, parent: 6, cost: 0, detail: 'own parent' },
      { id: 7, parent: 5, cost: 0, detail: 'child' },
      { id: 5, parent: 0, cost: 0, detail: 'repeated' },
      { id: 9, parent: 5, cost: 0, detail: 'late' },
    ];
    expect(drawn(planTree(rows))).toBe('orphan\n  child\nown parent\nrepeated\n  late\n');
  });
});

describe('planKey', () => {
  it('is equal for equal work and differs for other work', () => {
    const key = (text: string, cost: number) =>
      planKey({
        nodes: planTree(
          rowsFrom(text).map((row) => ({
            ...row,
            id: row.id + cost,
            parent: row.parent && row.parent + cost,
            cost,
          })),
        ),
      });
    const plan = 'CO-ROUTINE (subquery-1)\n  SCAN t\nSCAN (subquery-1)\nSCALAR SUBQUERY 1';
    expect(key(plan, 1)).toBe(key(plan.replaceAll('1', '2'), 50));
    expect(key(plan, 1)).not.toBe(key(plan.replace('SCAN t', 'SEARCH t'), 1));
    expect(key('a\n  b', 1)).not.toBe(key('a\nb', 1));
    expect(key('SEARCH t USING INDEX i1 (a=?)', 1)).not.toBe(
      key('SEARCH t USING INDEX i2 (a=?)', 1),
    );
  });
});

describe('planBadge', () => {
  const badge = (text: string, sql = '') => planBadge(rowsFrom(text), { sql });

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
      planBadge(planRows(database, sql), { sql }, namesFor(database, sql));
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
