import { expect, test } from 'vitest';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { ColumnReport } from '../../../engine/model/database/recipe-report.ts';
import type { Table } from '../../../engine/model/database/schema.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import type { Playground, Query, Recipe, Setup } from '../../../engine/model/playground.ts';
import type { ColumnRecipe } from '../../../engine/model/recipe/column-generator.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
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

const playgroundWith = (recipe: Partial<Recipe>): Playground => ({
  ...emptyPlayground,
  recipe: { seed: 7, generatorsVersion: 1, rows: { a: 10, gone: 500 }, ...recipe },
});

const price: ColumnReport = {
  column: 'price',
  generator: 'price',
  description: 'up to 999',
  samples: ['4.99'],
  settings: { kind: 'price', min: 1, max: 999 },
  isExplicit: false,
  nullShare: 0,
  canBeNull: true,
  kinds: ['price', 'decimal'],
};

const inspection = (columns: ColumnReport[], problemPlaces: string[]): InspectReport => ({
  schema: { tables: [table('b'), table('a')], views: [], triggers: [] },
  error: null,
  indexErrors: {},
  findings: [],
  recipe: {
    tables: [
      {
        table: 'a',
        columns,
        preview: { status: 'made', columns: ['price'], rows: [[4.99], [null]] },
      },
    ],
    problems: problemPlaces.map((name) => ({
      code: 'data-unsatisfiable',
      message: `Too few: ${name}.`,
      place: { source: 'recipe', name },
    })),
  },
});

test('the data view follows the schema, not the rows that the recipe remembers', () => {
  const view = dataView(playgroundWith({}), inspection([], ['a.x']));
  expect(view.tables.map(({ name, rows, problems }) => [name, rows, problems.length])).toEqual([
    ['b', 0, 0],
    ['a', 10, 1],
  ]);
  expect(view.totalRows).toBe(10);
  expect(view.problems).toEqual([]);
});

test('a problem stands with its column, its table, or by itself', () => {
  const places = ['A.Price', 'a', 'elsewhere'];
  const view = dataView(playgroundWith({}), inspection([price], places));
  const a = view.tables[1];
  expect(a?.columns[0]?.problems).toHaveLength(1);
  expect(a?.problems).toHaveLength(1);
  expect(view.problems.map(({ place }) => place?.name)).toEqual(['elsewhere']);
});

test('what fails only when the first rows are made stands with its column, once', () => {
  const error: EngineError = {
    code: 'data-unsatisfiable',
    message: 'No such column: nope.',
    place: { source: 'recipe', name: 'a.price' },
  };
  const report = inspection([price], []);
  const failed = (problems: EngineError[]) => ({
    ...report,
    recipe: {
      tables: [{ table: 'a', columns: [price], preview: { status: 'failed' as const, error } }],
      problems,
    },
  });
  for (const problems of [[], [error]]) {
    const view = dataView(playgroundWith({}), failed(problems));
    expect(view.tables[1]?.columns[0]?.problems).toEqual([error]);
  }
});

test('what fails without naming a place stands with the table whose rows it was about', () => {
  const error: EngineError = { code: 'sql-failed', message: 'CHECK constraint failed.' };
  const report = inspection([price], ['a.price', 'elsewhere']);
  const preview = { status: 'failed' as const, error };
  const tables = [{ table: 'a', columns: [price], preview }];
  const view = dataView(playgroundWith({}), { ...report, recipe: { ...report.recipe, tables } });
  expect(view.tables[1]?.problems.map(({ message }) => message)).toEqual([error.message]);
  expect(view.allProblems.map(({ place }) => place?.name)).toEqual(['elsewhere', 'a', 'a.price']);
});

test('rows that were left out for want of time are no problem of the recipe', () => {
  const place = { source: 'recipe' as const, name: 'a' };
  const error: EngineError = { code: 'time-limit', message: 'They are not shown.', place };
  const report = inspection([price], []);
  const preview = { status: 'failed' as const, error };
  const tables = [{ table: 'a', columns: [price], preview }];
  const view = dataView(playgroundWith({}), { ...report, recipe: { tables, problems: [] } });
  expect(view.allProblems).toEqual([]);
  expect(view.tables[1]?.preview).toEqual(preview);
});

test('first rows that there was no time for are no problem of the recipe', () => {
  const error: EngineError = { code: 'time-limit', message: 'Not shown.' };
  const preview = { status: 'failed' as const, error };
  const report = inspection([price], []);
  const tables = [{ table: 'a', columns: [price], preview }];
  const view = dataView(playgroundWith({}), { ...report, recipe: { tables, problems: [] } });
  expect(view.allProblems).toEqual([]);
});

test('a column is as the document says, before the planner has answered', () => {
  const own: ColumnRecipe = { generator: { kind: 'price', min: 5, max: 6 }, nullShare: 0.5 };
  const inferred = dataView(playgroundWith({}), inspection([price], [])).tables[1]?.columns[0];
  expect(inferred).toMatchObject({
    isExplicit: false,
    recipe: { generator: price.settings, nullShare: 0 },
  });
  const playground = playgroundWith({ columns: { a: { price: own } } });
  const view = dataView(playground, inspection([price], []));
  expect(view.tables[1]?.columns[0]).toMatchObject({ isExplicit: true, recipe: own });
  expect(view.explicitCount).toBe(1);
  const reset = dataView(
    playgroundWith({}),
    inspection([{ ...price, settings: own.generator, isExplicit: true }], []),
  );
  expect(reset.tables[1]?.columns[0]?.isExplicit).toBe(false);
});

test('a column that the database fills has no settings', () => {
  const view = dataView(playgroundWith({}), inspection([{ ...price, settings: null }], []));
  expect(view.tables[1]?.columns[0]?.recipe).toBeNull();
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
