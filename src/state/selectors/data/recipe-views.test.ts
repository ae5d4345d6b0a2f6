import { expect, test } from 'vitest';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { Table } from '../../../engine/model/database/schema.ts';
import type { Query, Setup } from '../../../engine/model/playground.ts';
import { queryFault } from '../queries/query-fault.ts';
import { dataView } from './data-view.ts';

const table = (name: string): Table => ({
  name,
  sql: '',
  columns: [],
  primaryKey: [],
  foreignKeys: [],
  uniques: [],
  checks: [],
  isStrict: false,
  isWithoutRowid: false,
});

test('the data view follows the schema, not the rows that the recipe remembers', () => {
  const view = dataView(
    { recipe: { seed: 7, generatorsVersion: 1, rows: { a: 10, gone: 500 } } },
    {
      schema: { tables: [table('b'), table('a')], views: [], triggers: [] },
      error: null,
      indexErrors: {},
      recipe: {
        tables: [{ table: 'a', columns: [] }],
        problems: [
          {
            code: 'data-unsatisfiable',
            message: 'Too few.',
            place: { source: 'recipe', name: 'a.x' },
          },
        ],
      },
    },
  );
  expect(view.tables.map(({ name, rows, problems }) => [name, rows, problems.length])).toEqual([
    ['b', 0, 0],
    ['a', 10, 1],
  ]);
  expect(view.totalRows).toBe(10);
  expect(view.problems).toEqual([]);
});

test('a query without text has no fault yet', () => {
  const query = (sql: string): Query => ({ id: 'q', name: 'q', sql, parameters: [], weight: 1 });
  const setup: Setup = {
    id: 's',
    name: 'base',
    indexes: [],
    hasStatistics: false,
    cache: { kind: 'none' },
  };
  const error = { code: 'sql-invalid', message: 'No.' } as const;
  const plans = { [cellKey('q', 's')]: { status: 'failed', error } as const };
  expect(queryFault({ queries: [query('SELEC')], setups: [setup] }, plans, 'q')).toBe(error);
  expect(queryFault({ queries: [query('  ')], setups: [setup] }, plans, 'q')).toBeNull();
  expect(queryFault({ queries: [], setups: [setup] }, plans, 'q')).toBeNull();
});
