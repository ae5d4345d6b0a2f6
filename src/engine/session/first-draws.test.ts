import { expect, it } from 'vitest';
import type { Parameter, Query, Recipe } from '../model/playground.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { createEngineSession } from './engine-session.ts';

const driver = await loadTestDriver();

function queryOf(id: string, generator: Parameter['generator']): Query {
  return { id, name: id, sql: 'SELECT :x', parameters: [{ name: ':x', generator }], weight: 1 };
}

it('gives first draws of queries that take them from the data, and of no others', () => {
  const now = () => performance.now();
  const session = createEngineSession(driver, {
    now,
    isIsolated: false,
    userAgent: 'test',
    cores: 2,
  });
  const recipe: Recipe = { seed: 7, generatorsVersion: 2, rows: {} };
  session.ensureDatabase({ schemaSql: '', recipe, indexes: [], needsStatistics: false }, () => {});
  const from = (sql: string) => ({ kind: 'query' as const, sql, exponent: 0 });
  const queries = [
    queryOf('five', from('SELECT 5')),
    queryOf('broken', from('SELECT nothing')),
    queryOf('empty', from('SELECT 1 WHERE 0')),
    queryOf('one', { kind: 'constant', value: 1 }),
  ];
  expect(session.firstDraws(queries, 7)).toEqual({ five: { ':x': 5 } });
});
