import { describe, expect, it } from 'vitest';
import type { Recipe } from '../model/playground.ts';
import { readSchema } from '../schema/read-schema.ts';
import type { Database } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { unknownRows } from './plan/existing-rows.ts';
import { planSchema } from './plan/plan-schema.ts';
import { previewRows } from './preview-rows.ts';
import { build, recipeOf, type TestRecipe } from './recipes.testing.ts';
import { realisticSchemas } from './schemas.testing.ts';

const driver = await loadTestDriver();

function open(sql: string): Database {
  const db = driver.open();
  db.run(sql);
  return db;
}

function preview(db: Database, recipe: TestRecipe, count = 10) {
  return previewRows(db, planSchema(readSchema(db), recipeOf(recipe), unknownRows), count);
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
      for (const { db, plan } of prepared) previewRows(db, plan, 10);
      return ((performance.now() - start) / tables) * 10;
    });
    // Milliseconds for ten tables; the limit leaves room for a busy machine.
    expect(Math.min(...times)).toBeLessThan(30);
    for (const { db } of prepared) db.close();
  });
});
