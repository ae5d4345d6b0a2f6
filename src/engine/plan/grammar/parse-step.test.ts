import { beforeAll, describe, expect, it } from 'vitest';
import { emptySchema } from '../../model/database/schema.ts';
import type { PlanStep } from '../../model/plan/plan-step.ts';
import { quoteName } from '../../sql/quote-name.ts';
import type { Database, Driver } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { printedStep } from '../fuzz/printed-step.testing.ts';
import { drawnSteps, namesFor, planRows } from '../plan.testing.ts';
import { planFormsSchema } from '../plan-forms.testing.ts';
import { planNames } from '../plan-names.ts';
import { parseStep } from './parse-step.ts';

let driver: Driver;
let database: Database;
beforeAll(async () => {
  driver = await loadTestDriver();
  database = driver.open();
  database.run(planFormsSchema);
});

const noNames = planNames('', emptySchema, []);

function drawn(step: PlanStep, detail = ''): string {
  const node = { path: '1', row: 0, detail, cost: 0, step, edge: 'then' as const, children: [] };
  return drawnSteps([node]).trimEnd();
}

describe('parseStep without names', () => {
  it.each([
    ['SCAN t', 'scan t?'],
    ['SCAN t EXISTS', 'scan t? exists'],
    ['SCAN t LEFT-JOIN', 'scan t? left-join'],
    ['SEARCH t EXISTS USING INDEX i (a=?) LEFT-JOIN', 'search t? by index i (a=) exists left-join'],
    ['SEARCH t USING COVERING INDEX i', 'search t? by covering index i'],
    [
      'SEARCH t USING INDEX i (ANY(a) AND b=? AND (c,d)>(?,?))',
      'search t? by index i (any a and b= and (c,d)>)',
    ],
    [
      'SEARCH t USING INDEX i (<expr>>? AND <expr><?)',
      'search t? by index i (<expr>> and <expr><)',
    ],
    ['SEARCH al USING INDEX z USING INDEX j', 'search al? by index z USING INDEX j'],
    ['SEARCH t USING PRIMARY KEY (a=? AND b>?)', 'search t? by key (a= and b>)'],
    ['SCAN generate_series VIRTUAL TABLE INDEX 0x13:', 'scan generate_series~ by module 0x13:'],
    [
      'SCAN r VIRTUAL TABLE INDEX 2:B0 USING INDEX LEFT-JOIN',
      'scan r~ by module 2:B0 USING INDEX left-join',
    ],
    ['SCAN r VIRTUAL TABLE INDEX -1:a:b (c)', 'scan r~ by module -1:a:b (c)'],
    ['SCAN 2 CONSTANT ROWS', '2 constant rows'],
    ['SCAN 3-ROW VALUES CLAUSE', '3 constant rows'],
    ['SCAN 3-ROW VALUES CLAUSE LEFT-JOIN', 'scan 3-ROW VALUES CLAUSE* left-join'],
    ['SCAN (join-2)', 'scan (join-2)*'],
    ['REUSE SUBQUERY 12', 'reuse scalar 12'],
    ['REUSE LIST SUBQUERY 3', 'reuse list 3'],
    ['USE TEMP B-TREE FOR LAST 12 TERMS OF ORDER BY', 'sort order-by last 12'],
    ['USE TEMP B-TREE FOR my fn(x)(DISTINCT)', 'sort my fn(x)(DISTINCT)'],
    ['BLOOM FILTER ON t (a=? AND b=?)', 'bloom-filter t? (a= and b=)'],
    ['USING INDEX i FOR IN-OPERATOR', 'in-lookup ? by i'],
    ['RIGHT-JOIN t', 'right-join t?'],
    ['MERGE (EXCEPT)', 'merge EXCEPT'],
  ])('%s', (detail, expected) => {
    expect(drawn(parseStep(detail, noNames))).toBe(expected);
  });
});

describe('lines of earlier versions', () => {
  it.each([
    ['SCAN TABLE t1', 'scan t1'],
    ['SCAN TABLE t1 AS x USING COVERING INDEX t1ab', 'scan x=t1 by covering index t1ab'],
    ['SEARCH TABLE t2 USING INTEGER PRIMARY KEY (rowid=?)', 'search t2 by rowid (rowid=)'],
    ['SCAN SUBQUERY 1', 'scan 1?'],
    ['SCAN SUBQUERY 1 AS q', 'scan q?'],
    ['UNION USING TEMP B-TREE', 'arm UNION by b-tree'],
    ['USE TEMP B-TREE FOR RIGHT PART OF ORDER BY', 'sort order-by'],
    ['EXECUTE CORRELATED SCALAR SUBQUERY 2', 'correlated scalar subquery 2'],
  ])('%s', (detail, expected) => {
    const names = namesFor(database, 'SELECT * FROM t1 AS x, t1, t2');
    expect(drawn(parseStep(detail, names))).toBe(expected);
  });

  it('do not hide a table whose name begins so', () => {
    const names = namesFor(database, 'SELECT * FROM t1 AS "TABLE x"');
    expect(drawn(parseStep('SCAN TABLE x', names))).toBe('scan TABLE x=t1');
  });
});

describe('lines that are not understood', () => {
  it.each([
    '',
    'SCAN',
    'A LINE OF A LATER VERSION',
    'SEARCH t USING SOMETHING NEW (a=?)',
    'SEARCH t USING INDEX i (a=?',
    'BLOOM FILTER ON t',
    'USING INDEX i',
    'scan t',
    'MERGE (MINUS)',
    'INDEX one',
  ])('%s', (detail) => {
    expect(parseStep(detail, noNames)).toEqual({ kind: 'unknown' });
  });

  it('take little time, however they are made', () => {
    const started = performance.now();
    for (const detail of [
      `SCAN ${' USING INDEX '.repeat(5_000)}`,
      `SEARCH t USING INDEX i (${'a=? AND '.repeat(4_000)}`,
      `SEARCH t USING AUTOMATIC COVERING INDEX (${' (a=?'.repeat(5_000)})`,
      `BLOOM FILTER ON ${' (a'.repeat(5_000)}`,
    ]) {
      parseStep(detail, noNames);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('names that the statement knows', () => {
  it('go before what a line seems to say', () => {
    const names = namesFor(
      database,
      'SELECT * FROM t1 AS "t2 EXISTS", t2 AS "2 CONSTANT ROWS" LEFT JOIN t1 AS "x LEFT-JOIN"',
    );
    const read = (detail: string) => drawn(parseStep(detail, names));
    expect(read('SCAN t2 EXISTS')).toBe('scan t2 EXISTS=t1');
    expect(read('SCAN t2 EXISTS EXISTS')).toBe('scan t2 EXISTS=t1 exists');
    expect(read('SCAN 2 CONSTANT ROWS')).toBe('scan 2 CONSTANT ROWS=t2');
    expect(read('SCAN x LEFT-JOIN LEFT-JOIN')).toBe('scan x LEFT-JOIN=t1 left-join');
  });

  it('tell what an alias means that stands for two tables, by the index', () => {
    const sql = 'SELECT * FROM t2 AS x WHERE y IN (SELECT a FROM t1 AS x)';
    const names = namesFor(database, sql);
    expect(drawn(parseStep('SEARCH x USING INDEX t1ab (a=?)', names))).toBe(
      'search x=t1 by index t1ab (a=)',
    );
    expect(drawn(parseStep('SCAN x', names))).toBe('scan x=t2');
  });

  it('are cut out in little time, however many words of the grammar they hold', () => {
    const long = (head: string) => `${head} ${'USING INDEX i (a=? AND ('.repeat(4_000)}`;
    const [one, two] = [quoteName(long('one')), quoteName(long('two'))];
    const hostile = driver.open();
    hostile.run(`CREATE TABLE t (${one}, ${two}); CREATE INDEX ${one} ON t (${one}, ${two})`);
    const x = quoteName(long('t'));
    const sql = `SELECT * FROM t AS ${x} WHERE ${x}.${one} = 1 AND ${x}.${two} > 2`;
    const auto = `SELECT * FROM t CROSS JOIN t AS ${x} ON +t.${two} = ${x}.${two}`;
    for (const [statement, lines] of [
      [sql, 1],
      [auto, 3],
    ] as const) {
      const [rows, names] = [planRows(hostile, statement), namesFor(hostile, statement)];
      expect(rows).toHaveLength(lines);
      const started = performance.now();
      const steps = rows.map(({ detail }) => parseStep(detail, names));
      expect(performance.now() - started).toBeLessThan(500);
      expect(steps.map((step, index) => printedStep(step) === rows[index]?.detail)).toEqual(
        rows.map(() => true),
      );
    }
    hostile.close();
  });

  it('are told apart by their ends where hundreds of them begin alike', () => {
    const alias = (count: number) => quoteName(`x${' USING INDEX t1ab'.repeat(count)}`);
    const arms = Array.from(
      { length: 200 },
      (_, count) => `SELECT 1 FROM t1 AS ${alias(count)} WHERE ${alias(count)}.a = 1`,
    );
    const sql = arms.join(' UNION ALL ');
    const [rows, names] = [planRows(database, sql), namesFor(database, sql)];
    const steps = rows.map(({ detail }) => parseStep(detail, names));
    const loops = steps.filter((step) => step.kind === 'loop');
    expect(loops).toHaveLength(arms.length);
    expect(loops.every(({ access }) => access.kind === 'index' && access.isCovering)).toBe(true);
    expect(new Set(loops.map(({ source }) => source.label)).size).toBe(arms.length);
  });
});
