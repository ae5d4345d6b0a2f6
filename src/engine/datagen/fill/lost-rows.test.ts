import { describe, expect, it } from 'vitest';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { failureOf, recipeOf, type TestRecipe, violations } from '../recipes.testing.ts';
import { generateRows } from './generate-rows.ts';

const driver = await loadTestDriver();

function generate(sql: string, recipe: TestRecipe): { db: Database; notes: string[] } {
  const db = driver.open();
  db.run(sql);
  return { db, notes: generateRows(db, readSchema(db), recipeOf(recipe), () => {}) };
}

describe('rows that rules of the schema leave out', () => {
  const ignore = (when: string, on = 't') =>
    `CREATE TRIGGER skip BEFORE INSERT ON ${on} WHEN ${when} BEGIN SELECT RAISE(IGNORE); END;`;

  it.each([
    [
      'a trigger',
      `CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT); ${ignore('new.id % 2 = 0')}`,
      ['100 rows were generated for t, 50 are in it: a trigger left the others out.'],
    ],
    [
      'a trigger, of all rows',
      `CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT); ${ignore('1')}`,
      ['100 rows were generated for t, none is in it: a trigger left the others out.'],
    ],
    [
      'a clause',
      `CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER AS (id / 4) UNIQUE ON CONFLICT IGNORE);
       INSERT INTO t (id) VALUES (-9), (-90)`,
      ['100 rows were generated for t, 26 are in it: an ON CONFLICT clause left the others out.'],
    ],
    [
      'a clause that replaces',
      `CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER AS (id / 4), UNIQUE (x) ON CONFLICT REPLACE);
       CREATE TRIGGER idle AFTER INSERT ON t BEGIN SELECT 1; END`,
      [
        '100 rows were generated for t, 26 are in it: a trigger or an ON CONFLICT clause left the others out.',
      ],
    ],
    [
      'no rule',
      `CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT UNIQUE ON CONFLICT IGNORE); CREATE TABLE log (t);
       CREATE TRIGGER note AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.id); END;`,
      [],
    ],
  ])('are told of: %s', (_, sql, expected) => {
    const { db, notes } = generate(sql, { rows: { t: 100 } });
    expect(notes).toEqual(expected);
    db.close();
  });
});

describe('references that are filled in later', () => {
  const circle = `
    CREATE TABLE a (x INTEGER NOT NULL, b_id INTEGER REFERENCES b, UNIQUE (x));
    CREATE TABLE b (id INTEGER PRIMARY KEY, a_x INTEGER NOT NULL REFERENCES a (x));`;
  const recipe: TestRecipe = {
    rows: { a: 40, b: 40 },
    columns: {
      a: {
        x: { generator: { kind: 'sequence', start: 1, step: 1 }, nullShare: 0 },
        b_id: { generator: { kind: 'reference', spread: { kind: 'uniform' } }, nullShare: 0 },
      },
      b: { a_x: { generator: { kind: 'list', values: [1, 3, 5] }, nullShare: 0 } },
    },
  };

  it.each([
    [
      'a trigger puts rows between',
      `${circle} CREATE TRIGGER more AFTER INSERT ON a WHEN new.x > 0
       BEGIN INSERT INTO a (x) VALUES (-new.x); END;`,
    ],
    [
      'a trigger leaves rows out',
      `${circle} CREATE TRIGGER fewer BEFORE INSERT ON a WHEN new.x % 2 = 0
       BEGIN SELECT RAISE(IGNORE); END;`,
    ],
    [
      'a clause leaves rows out',
      circle.replace('b_id', 'half INTEGER AS ((x + 1) / 2) UNIQUE ON CONFLICT IGNORE, b_id'),
    ],
  ])('find their rows where %s', (name, sql) => {
    const { db: plain } = generate(circle, recipe);
    const planned = plain.all('SELECT x, b_id FROM a ORDER BY x');
    const { db } = generate(sql, recipe);
    const found = db.all('SELECT x, b_id FROM a WHERE x > 0 ORDER BY x');
    expect(found.length).toBe(name.includes('between') ? 40 : found.length);
    expect(found.length).toBeGreaterThan(19);
    expect(found).toEqual(planned.filter(([x]) => found.some(([other]) => other === x)));
    expect(found.every(([, reference]) => reference !== null)).toBe(true);
    expect(db.all('SELECT count(b_id) FROM a WHERE x < 0')).toEqual([[0]]);
    expect(violations(db)).toEqual([]);
    for (const each of [plain, db]) each.close();
  });
});

describe('the hint of a refused row', () => {
  const child = 'CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INTEGER NOT NULL REFERENCES p);';

  it.each([
    [
      `CREATE TABLE p (id INTEGER PRIMARY KEY, x INTEGER); ${child}
       CREATE TRIGGER no_odd BEFORE INSERT ON p WHEN new.id % 2 BEGIN SELECT RAISE(IGNORE); END;`,
      /^Rows of p may have been left out or changed by the trigger no_odd of p: /,
    ],
    [
      `CREATE TABLE p (id INTEGER PRIMARY KEY, x INTEGER AS (id / 2) UNIQUE ON CONFLICT IGNORE); ${child}`,
      /by the ON CONFLICT clause of p: /,
    ],
  ])('names what left the parents out', (sql, expected) => {
    const { message, hint } = failureOf(sql, { rows: { p: 20, c: 100 } });
    expect(message).toContain('FOREIGN KEY');
    expect(hint).toMatch(expected);
    expect(hint).not.toContain('several foreign keys');
  });

  it('of a STRICT column asks for another generator', () => {
    const { message, hint } = failureOf('CREATE TABLE t (a INTEGER, b INTEGER) STRICT', {
      rows: { t: 5 },
      columns: {
        t: { b: { generator: { kind: 'expression', sql: 'a + 0.5' }, nullShare: 0 } },
      },
    });
    expect(message).toContain('cannot store REAL value in INTEGER column t.b');
    expect(hint).toMatch(/^Choose another generator for t\.b/);
  });
});
