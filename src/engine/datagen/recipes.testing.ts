// Builds a database from a schema and a recipe for tests, and looks for violated constraints.
import { type EngineError, EngineFailure } from '../model/errors.ts';
import type { Recipe } from '../model/playground.ts';
import { readSchema } from '../schema/read-schema.ts';
import type { Database } from '../sqlite/driver.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { generateRows } from './fill/generate-rows.ts';

const driver = await loadTestDriver();

export type TestRecipe = Pick<Recipe, 'rows'> & Partial<Recipe>;

/** A recipe of the newest generators. */
export function recipeOf(recipe: TestRecipe): Recipe {
  return { seed: 42, generatorsVersion: 2, ...recipe };
}

/** The database with all rows; the caller closes it. */
export function build(sql: string, recipe: TestRecipe): Database {
  const db = driver.open();
  db.run(sql);
  generateRows(db, readSchema(db), recipeOf(recipe), () => {});
  return db;
}

/** The error that a recipe ends with. */
export function failureOf(sql: string, recipe: TestRecipe): EngineError {
  try {
    build(sql, recipe).close();
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return thrown.error;
    throw thrown;
  }
  throw new Error('nothing failed');
}

/** The first value that a query gives. */
export function one(db: Database, sql: string): unknown {
  return db.all(sql)[0]?.[0];
}

/** What SQLite itself finds: CHECK, NOT NULL, UNIQUE, STRICT types, foreign keys. */
export function violations(db: Database): unknown[] {
  const integrity = db.all('PRAGMA integrity_check').filter(([line]) => line !== 'ok');
  return [...integrity, ...db.all('PRAGMA foreign_key_check')];
}
