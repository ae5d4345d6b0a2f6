import { expect, it } from 'vitest';
import { build, recipeOf } from '../../../datagen/recipes.testing.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { tryConstraints } from './try-constraints.ts';

const driver = await loadTestDriver();

const course = `CREATE TABLE Course (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, capacity INTEGER NOT NULL,
  enrolled INTEGER NOT NULL DEFAULT 0, CONSTRAINT fits CHECK (enrolled <= capacity));`;

it.each([1, 2, 3])('lets a trap through, at copy %i', (fatal) => {
  const database = build(course, recipeOf({ rows: { Course: 50 } }));
  const image = database.export();
  database.close();
  let opened = 0;
  const trapping = {
    open(copy?: Uint8Array) {
      opened++;
      if (opened === fatal) throw new WebAssembly.RuntimeError('memory access out of bounds');
      return driver.open(copy);
    },
  };
  const recipe = recipeOf({ rows: {} });
  const request = { driver: trapping, image, table: 'Course', recipe, seed: 1 };
  expect(() => tryConstraints(request)).toThrow(WebAssembly.RuntimeError);
});

it('says so when there is no room for copies', () => {
  const full = {
    open() {
      throw new Error('out of memory');
    },
  };
  const request = {
    image: new Uint8Array(),
    table: 't',
    recipe: recipeOf({ rows: {} }),
    seed: 1,
  };
  expect(() => tryConstraints({ ...request, driver: full })).toThrow(/^The database is too large/);
});
