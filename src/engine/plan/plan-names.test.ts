import { beforeAll, describe, expect, it } from 'vitest';
import { readTrees } from '../explain/trees/read-trees.ts';
import { emptySchema } from '../model/database/schema.ts';
import { readSchema } from '../schema/read-schema.ts';
import { readScopes } from '../sql/scopes/read-scopes.ts';
import type { Driver } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { drawnPlan } from './plan.testing.ts';
import { type PlanNames, planNames } from './plan-names.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

/**
 * The names of a statement over a schema, and how many times as long they take as reading the texts
 * of statement and views once, at best: machines may be busy.
 */
function read(script: string, sql: string): { names: PlanNames; effort: number } {
  const database = driver.open();
  database.run(script);
  const trees = readTrees(database);
  let names = planNames('', emptySchema, []);
  let effort = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && effort > mostEffort / 2; tries++) {
    // What is remembered of a schema's views is not what is to be timed.
    const schema = readSchema(database);
    const started = performance.now();
    for (const text of [sql, ...schema.views.map((view) => view.sql)]) readScopes(text);
    const textsRead = performance.now();
    names = planNames(sql, schema, trees);
    effort = Math.min(effort, (performance.now() - textsRead) / (textsRead - started));
  }
  database.close();
  return { names, effort };
}

/** Linear work takes about as long; quadratic work took 14 and 200 times as long. */
const mostEffort = 6;

describe('planNames', () => {
  it('takes a common table for the one that is seen from where it is read', () => {
    const sql = `WITH k AS (SELECT a AS one FROM t)
      SELECT * FROM k, (WITH k AS (SELECT b AS two FROM u) SELECT * FROM k) AS s, k AS again`;
    const { labels, uses } = planNames(sql, emptySchema, []);
    const columnsOf = (label: string) => labels.get(label)?.map(({ columns }) => columns);
    expect(columnsOf('k')).toEqual([['one'], ['two']]);
    expect(columnsOf('again')).toEqual([['one']]);
    expect([uses.get('k'), uses.get('again')]).toEqual([3, 1]);
  });

  it('tells foreign key checks from reads of the common table that is meant', () => {
    const database = driver.open();
    database.run(
      'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE ch (pid REFERENCES p); CREATE TABLE o (pid)',
    );
    const inner = '(WITH k AS (SELECT pid FROM o) SELECT k.pid FROM k) AS s';
    expect(
      drawnPlan(
        database,
        `WITH k AS (SELECT pid FROM ch)
          UPDATE p SET id = 9 FROM ${inner} WHERE s.pid = p.id AND p.id IN (SELECT pid FROM k)`,
      ),
    ).toBe(`scan o
  for-each search p by rowid (rowid=)
    list subquery 4
      scan ch
      part bloom-filter
foreign-key scan ch
foreign-key scan ch
`);
    database.close();
  });

  it('names the columns of a view as the view does', () => {
    const { names } = read(
      'CREATE TABLE t (a, b); CREATE VIEW v (x, y) AS SELECT a, count(*) FROM t GROUP BY a',
      'SELECT * FROM v',
    );
    expect(names.labels.get('v')).toEqual([{ kind: 'transient', name: 'v', columns: ['x', 'y'] }]);
  });

  it('takes linear time for thousands of common tables', () => {
    const tables = Array.from(
      { length: 5_000 },
      (_, index) => `c${index + 1} AS (SELECT * FROM c0)`,
    );
    const withs = `WITH c0 AS (SELECT 1 AS one), ${tables.join()}`;
    const asked = read('CREATE TABLE t (a)', `${withs} SELECT 1 FROM t, c7`);
    expect(asked.effort).toBeLessThan(mostEffort);
    expect(asked.names.uses.get('c0')).toBe(5_000);
    const written = read('CREATE TABLE t (a)', `${withs} INSERT INTO t SELECT * FROM c7, c5000`);
    expect(written.effort).toBeLessThan(mostEffort);
    expect(written.names.written?.ownReads.map(({ inner }) => inner?.[0]?.name)).toEqual([
      'c0',
      'c0',
    ]);
  });

  it('takes linear time for a large view that is read hundreds of times', () => {
    const columns = Array.from({ length: 1_900 }, (_, index) => `a + 1 + 2 + 3 AS c${index}`);
    const script = `CREATE TABLE t (a); CREATE VIEW v AS SELECT a, ${columns.join()} FROM t`;
    const arms = Array.from({ length: 400 }, () => 'SELECT a FROM v').join(' UNION ALL ');
    for (const sql of [arms, `INSERT INTO t ${arms}`]) {
      const { names, effort } = read(script, sql);
      expect(effort).toBeLessThan(mostEffort);
      expect(names.labels.get('v')).toMatchObject([{ kind: 'transient', name: 'v' }]);
      expect(names.columns.size).toBe(1_902);
    }
  });
});
