import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database } from '../../sqlite/driver.ts';
import type { InstrumentedDatabase } from '../../sqlite/instruments.ts';
import { loadOfficialTestDriver } from '../../sqlite/official.testing.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { explainPlanRows } from '../explain-query-plan.ts';
import { countLoopRows } from './count-loop-rows.ts';
import { loopData } from './loop-data.testing.ts';
import {
  notInTextReason,
  numberedReason,
  orArmReason,
  refusalSentences,
  sameLabelReason,
  secondPassReason,
  wholePagesReason,
} from './reasons.ts';
import { OverLimit } from './taps/over-limit-error.ts';

let database: Database;
let official: InstrumentedDatabase;
beforeAll(async () => {
  database = (await loadTestDriver()).open();
  official = (await loadOfficialTestDriver()).open();
  for (const each of [database, official]) each.run(loopData);
});
afterAll(() => {
  database.close();
  official.close();
});

function count(sql: string, on: Database = database, limitMs = 5000) {
  on.run('BEGIN');
  try {
    const clock = () => performance.now();
    return countLoopRows({
      database: on,
      schema: readSchema(on),
      sql,
      binding: [],
      clock,
      limitMs,
    });
  } finally {
    on.run('ROLLBACK');
  }
}

/** `label: rows visited` of each loop, in the order of the plan; the reason where there is none. */
function drawn(sql: string): string[] {
  const { rows, loops } = count(sql);
  return loops.map((loop) => {
    const label = (rows[loop.row]?.detail ?? '').replace(/^(SCAN|SEARCH) /, '').split(' ')[0];
    return `${label}: ${loop.status === 'counted' ? loop.visited : loop.reason}`;
  });
}

describe('countLoopRows', () => {
  it.each<[string, string[]]>([
    // The whole table, whatever is thrown away afterwards.
    ['SELECT * FROM big', ['big: 1000']],
    ['SELECT * FROM big WHERE c = 5', ['big: 1000']],
    ['SELECT c, count(*) FROM big GROUP BY c ORDER BY 2', ['big: 1000']],
    ['SELECT * FROM keyed', ['keyed: 100']],
    ['SELECT x FROM shadow', ['shadow: 100']],
    // What index or key leave.
    ['SELECT * FROM big WHERE a = 3', ['big: 20']],
    ['SELECT * FROM big WHERE a = 3 AND c = 3', ['big: 20']],
    ['SELECT * FROM big WHERE a IN (1, 2, 99)', ['big: 40']],
    ['SELECT * FROM big WHERE a = 3 AND b BETWEEN 2 AND 4', ['big: 8']],
    ['SELECT b FROM big WHERE a > 47', ['big: 40']],
    [`SELECT * FROM big WHERE d LIKE 'd1%'`, ['big: 122']],
    ['SELECT * FROM small WHERE id = 7', ['small: 1']],
    ['SELECT * FROM small WHERE id = 7000', ['small: 0']],
    ['SELECT * FROM small WHERE id BETWEEN 5 AND 9 AND g = 6', ['small: 5']],
    [`SELECT * FROM keyed WHERE k = 'k3'`, ['keyed: 5']],
    [`SELECT v FROM keyed WHERE k = 'k3' AND n = 3`, ['keyed: 1']],
    // Early ends.
    ['SELECT * FROM big LIMIT 3 OFFSET 4', ['big: 7']],
    ['SELECT * FROM big WHERE c = 5 LIMIT 1', ['big: 6']],
    ['SELECT * FROM big ORDER BY c LIMIT 3', ['big: 1000']],
    ['SELECT min(a) FROM big', ['big: 1']],
    ['SELECT max(id) FROM small', ['small: 1']],
    ['SELECT max(g) FROM small', ['small: 100']],
    ['SELECT EXISTS (SELECT 1 FROM big WHERE c = 5)', ['big: 6']],
    // Joins: an inner loop counts over all rows of the outer one that get there.
    ['SELECT * FROM small s JOIN big ON big.a = s.id WHERE s.g = 1', ['big: 1000', 's: 980']],
    ['SELECT * FROM small JOIN plain ON plain.p = small.g', ['small: 100', 'plain: 290']],
    ['SELECT * FROM small s LEFT JOIN big b ON b.a = s.id AND b.c > 50', ['s: 100', 'b: 980']],
    ['SELECT * FROM small s LEFT JOIN big b ON b.a = s.id WHERE b.c > 50', ['b: 1000', 's: 490']],
    ['SELECT * FROM small s LEFT JOIN small t USING (id) WHERE s.g = 3', ['s: 100', 't: 10']],
    ['SELECT * FROM small s, small t WHERE t.id = s.g', ['s: 100', 't: 90']],
    ['SELECT * FROM small s CROSS JOIN plain WHERE s.id < 3', ['s: 2', 'plain: 200']],
    [
      'SELECT * FROM plain LEFT JOIN (small JOIN keyed ON keyed.n = small.id) ON small.g = plain.p',
      ['keyed: 100', 'small: 100', 'plain: 100', `(join-1): ${numberedReason}`],
    ],
    // OR through several indexes.
    [
      `SELECT * FROM big WHERE (a = 3 OR d = 'd5') AND c > 2`,
      ['MULTI-INDEX: 32', `big: ${orArmReason}`, `big: ${orArmReason}`],
    ],
    // Subqueries.
    [
      'SELECT (SELECT count(*) FROM small t WHERE t.g = big.b) FROM big WHERE a = 1',
      ['big: 20', 't: 2000'],
    ],
    ['SELECT * FROM small x WHERE id IN (SELECT p FROM plain x WHERE q = 1)', ['x: 4', 'x: 100']],
    [
      'SELECT * FROM small WHERE EXISTS (SELECT 1 FROM big WHERE a = small.id)',
      ['small: 100', 'big: 49'],
    ],
    [
      'SELECT * FROM (SELECT g, count(*) FROM small GROUP BY g) AS t WHERE g > 2',
      ['small: 100', 't: 7'],
    ],
    ['SELECT * FROM (SELECT id FROM small LIMIT 5)', ['small: 5']],
    [
      'SELECT 1 FROM (SELECT id FROM small LIMIT 5) GROUP BY id + 1',
      ['small: 5', '(subquery-1): 5'],
    ],
    [
      'WITH q AS MATERIALIZED (SELECT g FROM small) SELECT * FROM q a, q b',
      ['small: 100', 'a: 100', 'b: 10000'],
    ],
    [
      'WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT * FROM n',
      ['n: 9', 'n: 9'],
    ],
    ['SELECT a FROM big UNION SELECT id FROM small', ['big: 1000', 'small: 100']],
    // Views, written out.
    ['SELECT * FROM seen', ['small: 100']],
    ['SELECT * FROM deep WHERE c = 1', ['big: 1000', 'small: 10']],
    ['SELECT * FROM grouped v', ['big: 1000', 'v: 50']],
    // Writes.
    ['DELETE FROM big WHERE a = 3 AND c = 3', ['big: 20']],
    ['UPDATE small SET g = 0 WHERE id < 10 RETURNING id', ['small: 9']],
    ['UPDATE small SET g = p FROM plain WHERE plain.q = small.id', ['plain: 100', 'small: 90']],
    ['INSERT INTO plain SELECT a, b FROM big WHERE a = 1', ['big: 20']],
    // Where it cannot be had.
    ['SELECT count(*) FROM small', [`small: ${wholePagesReason}`]],
    ['DELETE FROM small WHERE id = 3', ['small: 1', `child: ${notInTextReason}`]],
    [
      'SELECT * FROM plain RIGHT JOIN small ON small.id = plain.p',
      [`plain: ${refusalSentences.several}`, 'small: 98', `small: ${secondPassReason}`],
    ],
    ["SELECT * FROM json_each('[1,2,3]') WHERE value > 1", ['json_each: 3']],
    // Labels without a letter that has another case.
    ['SELECT * FROM "таблица" WHERE a = 2', ['таблица: 100']],
    ['SELECT * FROM big AS "1" WHERE a = 2', ['1: 20']],
    ['SELECT * FROM small AS "1" JOIN big AS "2" ON "2".a = "1".id', ['2: 1000', '1: 980']],
    [
      'SELECT (SELECT max(g) FROM small "1" WHERE g < a) FROM big "1" WHERE a = 2',
      [`1: ${sameLabelReason}`, `1: ${sameLabelReason}`],
    ],
    ['SELECT * FROM renamed', [`таблица: ${notInTextReason}`]],
    // Names that read like lines of a plan.
    ['SELECT * FROM big "CONSTANT ROW" WHERE a = 2 AND c = 2', ['CONSTANT: 20']],
    ['SELECT * FROM small "CONSTANT ROW"', ['CONSTANT: 100']],
    ['SELECT * FROM (VALUES (1), (2)) v JOIN small ON v.column1 = small.id', ['small: 2']],
  ])('%s', (sql, expected) => {
    expect(drawn(sql)).toEqual(expected);
  });

  it('gives the plan of the query as it stands, and the number of its rows', () => {
    const sql =
      'SELECT * FROM seen AS "v w" JOIN big ON big.a = "v w".id WHERE "no te" IS NOT NULL';
    const { rows, resultRows } = count(sql);
    expect(rows).toEqual(explainPlanRows(database, sql, []));
    expect(resultRows).toBe(database.all(sql).length);
  });

  it.each([
    ['SELECT c FROM big WHERE b = 2', [1]],
    ['SELECT * FROM small s, plain p WHERE p.q > s.g + 1', [1, 100]],
    ['SELECT (SELECT max(q) FROM plain WHERE q < g) FROM small WHERE g < 2', [1, 20]],
    ['SELECT * FROM big WHERE c = 5 LIMIT 4', [1]],
  ])('agrees with the full-scan steps of the official build: %s', (sql, passes) => {
    const { loops } = count(sql, official);
    const statement = official.prepare(sql);
    statement.takeCounters();
    while (statement.step());
    const { fullScanSteps } = statement.takeCounters();
    statement.free();
    // A pass over n rows goes on n - 1 times.
    const steps = loops.map((loop, index) =>
      loop.status === 'counted' ? loop.visited - (passes[index] ?? 0) : Number.NaN,
    );
    expect(steps.reduce((sum, each) => sum + each, 0)).toBe(fullScanSteps);
  });

  it('leaves the connection and its data as they were', () => {
    const before = database.all('SELECT count(*), total(c) FROM big');
    const statement = database.prepare('SELECT count(*) FROM big WHERE c = 1');
    count('UPDATE big SET c = 0');
    expect(statement.step() && statement.row()).toEqual([10]);
    statement.free();
    expect(database.all('SELECT count(*), total(c) FROM big')).toEqual(before);
  });

  it('is ended when it takes longer than it may', () => {
    const sql = 'SELECT count(*) FROM big a, big b, big c WHERE a.c + b.c + c.c = -1';
    expect(() => count(sql, database, 60)).toThrow(OverLimit);
    expect(drawn('SELECT * FROM small')).toEqual(['small: 100']);
  });

  it('survives joins of sixty tables', () => {
    const tables = Array.from({ length: 60 }, (_, index) => `small t${index}`);
    const on = tables
      .slice(1)
      .map((table, index) => `JOIN ${table} ON t${index + 1}.id = t${index}.g`);
    const { loops } = count(`SELECT 1 FROM ${tables[0]} ${on.join(' ')} WHERE t0.id = 55`);
    expect(loops).toHaveLength(60);
    expect(loops.filter(({ status }) => status === 'counted').length).toBeGreaterThan(50);
  });
});
