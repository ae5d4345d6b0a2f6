import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../model/playground.ts';
import type { ColumnGenerator } from '../../model/recipe/column-generator.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { unknownRows } from '../plan/existing-rows.ts';
import { planSchema } from '../plan/plan-schema.ts';
import { build, recipeOf, type TestRecipe } from '../recipes.testing.ts';
import { realisticSchemas } from '../schemas.testing.ts';
import { createPreviewBudget } from './preview-budget.ts';
import { previewRows } from './preview-rows.ts';

const driver = await loadTestDriver();
const now = () => performance.now();

function open(sql: string): Database {
  const db = driver.open();
  db.run(sql);
  return db;
}

function preview(db: Database, recipe: TestRecipe, count = 10, clock = now) {
  const plan = planSchema(readSchema(db), recipeOf(recipe), unknownRows);
  return previewRows(db, plan, count, createPreviewBudget(clock));
}

const sql = `
  CREATE TABLE teams (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, lead_id INTEGER REFERENCES people);
  CREATE TABLE people (code TEXT, id INTEGER PRIMARY KEY, team_id INTEGER NOT NULL REFERENCES teams, age NUMERIC CHECK (age % 2 = 0),
    born INTEGER AS (2020 - age), joined TEXT DEFAULT 'today', label TEXT AS (id || '-' || code) STORED);
  CREATE TABLE pairs (a INTEGER REFERENCES people, b INTEGER REFERENCES teams, PRIMARY KEY (a, b)) WITHOUT ROWID;`;

const recipe: TestRecipe = {
  rows: { teams: 30, people: 3000, pairs: 4 },
  columns: {
    people: {
      joined: { generator: { kind: 'default' }, nullShare: 0 },
      code: { generator: { kind: 'expression', sql: "printf('%x', age)" }, nullShare: 0 },
    },
  },
};

describe('previewRows', () => {
  it('shows the first rows as they will be stored', () => {
    const empty = open(sql);
    const previews = preview(empty, recipe);
    const full = build(sql, recipe);
    for (const name of ['teams', 'people']) {
      const made = previews.get(name);
      if (made?.status !== 'made') throw new Error(`no preview of ${name}`);
      expect(made.columns.length).toBe(name === 'teams' ? 3 : 7);
      const names = made.columns.map((column) => `"${column}"`).join(', ');
      expect(made.rows).toEqual(full.all(`SELECT ${names} FROM ${name} ORDER BY id LIMIT 10`));
    }
    const pairs = previews.get('pairs');
    expect(pairs?.status === 'made' && pairs.rows.length).toBe(4);
    for (const db of [empty, full]) db.close();
  });

  it('runs no trigger, and leaves each where it is', () => {
    const db = open(`
      CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
      CREATE TRIGGER endless AFTER INSERT ON t BEGIN
        SELECT sum(i) FROM (WITH RECURSIVE r (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT i FROM r);
      END;`);
    const made = preview(db, { rows: { t: 5 } }).get('t');
    expect(made?.status === 'made' && made.rows.length).toBe(5);
    expect(db.all("SELECT name FROM sqlite_schema WHERE type = 'trigger'")).toEqual([['endless']]);
    db.close();
  });

  it('leaves no trace', () => {
    const db = open(sql);
    const before = db.export();
    preview(db, recipe);
    expect(db.export()).toEqual(before);
    expect(db.all('PRAGMA foreign_keys')).toEqual([[1]]);
    expect(db.all('SELECT count(*) FROM temp.sqlite_schema')).toEqual([[0]]);
    db.run('BEGIN; COMMIT');
    db.close();
  });

  it('says of each table by itself what cannot work', () => {
    const db = open(`
      CREATE TABLE good (id INTEGER PRIMARY KEY, x TEXT);
      CREATE TABLE never (x INTEGER NOT NULL CHECK (x * x < 0));
      CREATE TABLE odd (x INTEGER, y INTEGER);
      CREATE TABLE none (x INTEGER NOT NULL CHECK (x * x < 0));
      CREATE TRIGGER no BEFORE INSERT ON odd BEGIN SELECT raise(ROLLBACK, 'out'); END;`);
    const previews = preview(db, { rows: { never: 5, good: 5 } });
    expect(previews.get('good')?.status).toBe('made');
    const never = previews.get('never');
    expect(never?.status === 'failed' && never.error.message).toMatch(/CHECK \(x \* x < 0\)/);
    expect(previews.get('none')).toEqual({ status: 'made', columns: ['x'], rows: [] });
    db.close();
  });

  it('cuts long values and tells what they have lost, types kept', () => {
    const db =
      open(`CREATE TABLE t (id INTEGER PRIMARY KEY, long TEXT AS (printf('%.*c', 5000, 'é')),
      short TEXT AS (printf('%.*c', 200, 'y')), bytes BLOB AS (zeroblob(70 + id)), number AS (id / 2.0))`);
    const made = preview(db, { rows: { t: 2 } }).get('t');
    if (made?.status !== 'made') throw new Error('no preview');
    const row = (id: number) => [
      ...[id, `${'é'.repeat(200)}…`, 'y'.repeat(200), new Uint8Array(64), id / 2],
    ];
    expect(made.rows).toEqual([row(1), row(2)]);
    expect(made.cutBytes).toBe(2 * 4800 * 2 + 7 + 8);
    expect(
      preview(open('CREATE TABLE t (a TEXT)'), { rows: { t: 2 } }).get('t'),
    ).not.toHaveProperty('cutBytes');
    db.close();
  });

  it('gives up when the time is over, and says so of this table and those behind it', () => {
    // Each look at the clock is a tenth of a second later: no machine is waited for.
    let looks = 0;
    const slow = () => looks++ * 100;
    const db = open(`CREATE TABLE never (x INTEGER NOT NULL CHECK (x * x < 0));
      CREATE TABLE good (id INTEGER PRIMARY KEY, x TEXT)`);
    const plan = planSchema(readSchema(db), recipeOf({ rows: { never: 5, good: 5 } }), unknownRows);
    const previews = previewRows(db, plan, 10, createPreviewBudget(slow));
    for (const name of ['never', 'good']) {
      expect(previews.get(name)).toMatchObject({
        status: 'failed',
        error: { code: 'time-limit', place: { name } },
      });
    }
    expect(looks).toBeLessThan(50);
    db.run('BEGIN; COMMIT');
    db.close();
  });

  it('makes no more than so many bytes, and shows fewer', () => {
    const statuses = (columns: string[], generator: ColumnGenerator) => {
      const tables = ['one', 'two', 'three'];
      const names = Array.from({ length: 20 }, (_, at) => `b${at}`);
      const db = open(
        tables
          .map((name) => `CREATE TABLE ${name} (${[...names, ...columns].join(', ')});`)
          .join(''),
      );
      const each = Object.fromEntries(names.map((name) => [name, { generator, nullShare: 0 }]));
      const rows = Object.fromEntries(tables.map((name) => [name, 10]));
      const perTable = Object.fromEntries(tables.map((name) => [name, each]));
      // Time stands still: the bytes alone count.
      const made = preview(db, { rows, columns: perTable }, 10, () => 0);
      db.close();
      return tables.map((name) => made.get(name)?.status);
    };
    // 20 columns of 10 rows: 14 MB a table.
    const large = { kind: 'blob', bytes: 70_000 } as const;
    expect(statuses([], large)).toEqual(['made', 'made', 'failed']);
    const wide = Array.from({ length: 100 }, (_, at) => `w${at} AS (printf('%.*c', 300, 'x'))`);
    expect(statuses(wide, { kind: 'constant', value: 1 })).toEqual(['made', 'made', 'failed']);
  });

  it('is quick', () => {
    const shop = realisticSchemas.flatMap(({ sql: each }) => each);
    const prepared = shop.map((each) => {
      const db = open(each);
      const recipeOfAll: Recipe = recipeOf({
        rows: Object.fromEntries(readSchema(db).tables.map(({ name }) => [name, 10_000])),
      });
      return { db, plan: planSchema(readSchema(db), recipeOfAll, unknownRows) };
    });
    const tables = prepared.reduce((sum, { plan }) => sum + plan.tables.length, 0);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      for (const { db, plan } of prepared) previewRows(db, plan, 10, createPreviewBudget(now));
      return ((performance.now() - start) / tables) * 10;
    });
    // Milliseconds for ten tables; the limit leaves room for a busy machine.
    expect(Math.min(...times)).toBeLessThan(30);
    for (const { db } of prepared) db.close();
  });
});
