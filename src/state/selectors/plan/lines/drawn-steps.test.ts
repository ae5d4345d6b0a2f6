import { beforeAll, describe, expect, it } from 'vitest';
import { namesFor, planRows } from '../../../../engine/plan/plan.testing.ts';
import { readPlan } from '../../../../engine/plan/read-plan.ts';
import type { Database, Driver } from '../../../../engine/sqlite/driver.ts';
import { loadTestDriver } from '../../../../engine/sqlite/sqljs.testing.ts';
import { type DrawnPlan, planAgainst, planAlone } from './drawn-steps.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

const schema = `CREATE TABLE a (id INTEGER PRIMARY KEY, x, y);
  CREATE TABLE b (id INTEGER PRIMARY KEY, a_id, z)`;

/** The statement's plan without and with the indexes, the second drawn against the first. */
function against(sql: string, ...indexes: string[]): string {
  const plain = open();
  const indexed = open(...indexes);
  return drawn(planAgainst(planIn(plain, sql), planIn(indexed, sql)));
}

function open(...statements: string[]): Database {
  const database = driver.open();
  database.run([schema, ...statements].join(';\n'));
  return database;
}

function planIn(database: Database, sql: string) {
  return readPlan(planRows(database, sql), namesFor(database, sql));
}

/** Two blanks a level; a line that was level with the baseline's step n ends with @n. */
function drawn({ steps }: DrawnPlan): string {
  return steps
    .map(({ node, isRemoved, level, anchor, changes }) => {
      const marks = changes.map(({ text }) => ` [${text}]`).join('');
      const at = anchor === null ? '' : ` @${anchor}`;
      return `${'  '.repeat(level - 1)}${isRemoved ? '- ' : ''}${node.detail}${marks}${at}`;
    })
    .join('\n');
}

describe('planAgainst', () => {
  it('marks a scan that has become a search, and strikes the sort in its place', () => {
    expect(against('SELECT y FROM a WHERE x = 1 ORDER BY y', 'CREATE INDEX axy ON a (x, y)')).toBe(
      [
        'SEARCH a USING COVERING INDEX axy (x=?) [SCAN → SEARCH] [index gained] [covering gained] @0',
        '- USE TEMP B-TREE FOR ORDER BY [sort gone] @1',
      ].join('\n'),
    );
  });

  it('leaves the same plan without a mark', () => {
    const sql = 'SELECT * FROM a JOIN b ON b.a_id = a.id WHERE b.z > 3';
    expect(against(sql)).toBe(
      ['SCAN b @0', '  SEARCH a USING INTEGER PRIMARY KEY (rowid=?) @1'].join('\n'),
    );
  });

  it('names what is new, and stands it level with nothing', () => {
    const database = open();
    const plain = planIn(database, 'SELECT x FROM a');
    const sorted = planIn(database, 'SELECT x FROM a ORDER BY x');
    expect(drawn(planAgainst(plain, sorted))).toBe(
      ['SCAN a @0', 'USE TEMP B-TREE FOR ORDER BY [sort added]'].join('\n'),
    );
    expect(drawn(planAgainst(sorted, plain))).toBe(
      ['SCAN a @0', '- USE TEMP B-TREE FOR ORDER BY [sort gone] @1'].join('\n'),
    );
  });

  it('says when a loop has become the outer one', () => {
    const database = open();
    const text = drawn(
      planAgainst(
        planIn(database, 'SELECT * FROM a CROSS JOIN b ON b.z = a.y'),
        planIn(database, 'SELECT * FROM b CROSS JOIN a ON b.z = a.y'),
      ),
    );
    expect(text).toMatch(/loop (1 → 2|2 → 1)/);
    expect(text).toContain('[automatic index]');
  });

  it('strikes what went behind all that stands inside the step before it', () => {
    const database = open();
    const text = drawn(
      planAgainst(
        planIn(database, 'SELECT * FROM b CROSS JOIN a ON a.id = b.a_id ORDER BY b.z'),
        planIn(database, 'SELECT * FROM a CROSS JOIN b ON a.id = b.a_id'),
      ),
    );
    expect(text.split('\n').at(-1)).toMatch(/^- USE TEMP B-TREE FOR ORDER BY/);
  });

  it('marks nothing where two plans have nothing in common', () => {
    const database = open();
    const plan = planAgainst(
      planIn(database, 'SELECT * FROM a'),
      planIn(database, 'SELECT * FROM b ORDER BY z'),
    );
    expect(plan.isComparable).toBe(false);
    expect(plan.steps.every(({ changes, isRemoved }) => changes.length === 0 && !isRemoved)).toBe(
      true,
    );
  });
});

describe('planAlone', () => {
  it('draws a step, then those inside it, with their levels', () => {
    const sql = 'SELECT (SELECT max(z) FROM b WHERE b.a_id = a.id) FROM a ORDER BY x';
    expect(drawn(planAlone(planIn(open(), sql)))).toBe(
      [
        'SCAN a @0',
        '  CORRELATED SCALAR SUBQUERY 1 @1',
        '    SEARCH b @2',
        'USE TEMP B-TREE FOR ORDER BY @3',
      ].join('\n'),
    );
  });
});
