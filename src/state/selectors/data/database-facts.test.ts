import { describe, expect, test } from 'vitest';
import type { DatabaseSummary } from '../../../engine/model/database/database.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { noRuns } from '../../runs-store.ts';
import { databaseBasis } from '../basis.ts';
import { databaseFacts } from './database-facts.ts';

const playground = {
  ...emptyPlayground,
  schemaSql: 'CREATE TABLE t (id);',
  recipe: { ...emptyPlayground.recipe, rows: { t: 5 } },
};
const database = {
  basis: databaseBasis(playground),
  summary: {
    tables: [{ name: 't', rows: 5 }],
    rowCount: 5,
    sizeBytes: 8192,
    indexes: [],
    statistics: [],
    buildMs: 3,
    engine: { name: 'sql.js' as const, sqliteVersion: '3.49.1' },
  },
};

describe('facts about the database', () => {
  test('are of the built database, fresh while the recipe is the same', () => {
    expect(databaseFacts(playground, { ...noRuns, database })).toEqual({
      state: 'fresh',
      rowCount: 5,
      sizeBytes: 8192,
      buildMs: 3,
      loadMs: null,
      notes: [],
      engineName: 'sql.js',
      sqliteVersion: '3.49.1',
      tickMs: null,
    });
  });

  test('tell what came to light, and why the data is not kept', () => {
    const notesOf = (part: Partial<DatabaseSummary>) => {
      const summary = { ...database.summary, ...part };
      return databaseFacts(playground, { ...noRuns, database: { ...database, summary } }).notes;
    };
    expect(notesOf({ notes: ['One.', 'Two.'], notKept: 'No room.' })).toEqual([
      'One.',
      'Two.',
      'The data is not kept for the next time. No room.',
    ]);
    expect(notesOf({})).toEqual([]);
  });

  test('are older than what has changed: recipe or schema, not a query', () => {
    const recipe = { ...playground.recipe, seed: 43 };
    const schemaSql = `${playground.schemaSql} CREATE TABLE u (id);`;
    const stateOf = (patch: Partial<typeof playground>) =>
      databaseFacts({ ...playground, ...patch }, { ...noRuns, database }).state;
    expect(stateOf({ recipe })).toBe('older-recipe');
    expect(stateOf({ schemaSql })).toBe('older-schema');
    expect(stateOf({ schemaSql, recipe })).toBe('older-schema');
    const queries = [{ id: 'q1', name: 'all', sql: 'SELECT 1', parameters: [], weight: 1 }];
    expect(databaseFacts({ ...playground, queries }, { ...noRuns, database }).state).toBe('fresh');
  });

  test('of another playground are not said of this one', () => {
    const other = {
      ...playground,
      schemaSql: 'CREATE TABLE products (id);',
      recipe: { ...playground.recipe, rows: { products: 9 } },
    };
    expect(databaseFacts(other, { ...noRuns, database })).toMatchObject({
      state: 'missing',
      rowCount: null,
      sizeBytes: null,
      sqliteVersion: '3.49.1',
    });
  });

  test('nothing built, and nothing to build, are told apart', () => {
    expect(databaseFacts(playground, noRuns).state).toBe('missing');
    expect(databaseFacts(emptyPlayground, noRuns).state).toBe('no-table');
    expect(databaseFacts(playground, noRuns).rowCount).toBeNull();
  });
});
