import { describe, expect, test } from 'vitest';
import { emptyPlayground } from '../../examples/empty.ts';
import { noRuns } from '../runs-store.ts';
import { databaseBasis } from './basis.ts';
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
      engineName: 'sql.js',
      sqliteVersion: '3.49.1',
      tickMs: null,
    });
  });

  test('a changed recipe makes it stale, a changed query does not', () => {
    const recipe = { ...playground.recipe, seed: 43 };
    expect(databaseFacts({ ...playground, recipe }, { ...noRuns, database }).state).toBe('stale');
    const queries = [{ id: 'q1', name: 'all', sql: 'SELECT 1', parameters: [], weight: 1 }];
    expect(databaseFacts({ ...playground, queries }, { ...noRuns, database }).state).toBe('fresh');
  });

  test('nothing built, and nothing to build, are told apart', () => {
    expect(databaseFacts(playground, noRuns).state).toBe('missing');
    expect(databaseFacts(emptyPlayground, noRuns).state).toBe('no-table');
    expect(databaseFacts(playground, noRuns).rowCount).toBeNull();
  });
});
