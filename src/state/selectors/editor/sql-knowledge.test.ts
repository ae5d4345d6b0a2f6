// What the editor is told of a playground, and that typing does not make it anew.
import { expect, it } from 'vitest';
import type { DatabaseSummary } from '../../../engine/model/database/database.ts';
import type { Schema } from '../../../engine/model/database/schema.ts';
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { databaseBasis } from '../basis.ts';
import { completionsAt } from './sql-assist.ts';
import { sqlKnowledge } from './sql-knowledge.ts';
import { sqlWords } from './sql-words.ts';

const column = {
  type: 'INT',
  affinity: 'integer' as const,
  isNotNull: false,
  defaultSql: null,
  primaryKeyPosition: 0,
  isRowidAlias: false,
  isGenerated: false,
};

const schema: Schema = {
  tables: [
    {
      name: 'Orders',
      sql: '',
      columns: [{ ...column, name: 'amount' }],
      primaryKey: [],
      foreignKeys: [],
      uniques: [],
      checks: [],
      isStrict: false,
      isWithoutRowid: false,
    },
  ],
  views: [],
  triggers: [],
};

const playground: Playground = {
  title: '',
  notes: '',
  schemaSql: 'CREATE TABLE Orders (amount INT)',
  recipe: { seed: 1, generatorsVersion: 2, rows: { Orders: 50 } },
  indexes: [{ name: 'by_amount', sql: 'CREATE INDEX by_amount ON Orders (amount)' }],
  queries: [],
  setups: [],
};

const inspection = { schema } as InspectReport;

it('is the same object while a query is typed, and another one when an index changes', () => {
  const first = sqlKnowledge(inspection, playground, null);
  const typed = { ...playground, queries: [], title: 'another' };
  expect(sqlKnowledge(inspection, typed, null)).toBe(first);
  expect(sqlKnowledge(inspection, { ...playground, indexes: [] }, null)).not.toBe(first);
});

it('knows the indexes, and the rows of the recipe until they are built', () => {
  const { indexes, rows } = sqlKnowledge(inspection, playground, null);
  expect(indexes).toMatchObject([{ name: 'by_amount', terms: [{ column: 'amount' }] }]);
  expect(rows.get('orders')).toBe(50);
  const summary = { tables: [{ name: 'Orders', rows: 49 }] } as DatabaseSummary;
  const built = { summary, basis: databaseBasis(playground) };
  expect(sqlKnowledge(inspection, playground, built).rows.get('orders')).toBe(49);
  const older = { summary, basis: 'another' };
  expect(sqlKnowledge(inspection, playground, older).rows.get('orders')).toBe(50);
});

it('holds before the planner has answered', () => {
  const knowledge = sqlKnowledge(null, playground, null);
  expect(completionsAt('SELECT ', 7, knowledge).items.length).toBeGreaterThan(0);
});

it('lists each word once', () => {
  for (const words of Object.values(sqlWords)) {
    expect(new Set(words).size).toBe(words.length);
    expect(words.length).toBeGreaterThan(20);
  }
  expect(sqlWords.functionNames).toContain('json_extract');
  expect(sqlWords.keywords).toContain('RETURNING');
});
