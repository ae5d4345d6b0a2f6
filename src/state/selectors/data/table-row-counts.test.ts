import { expect, it } from 'vitest';
import type { Playground } from '../../../engine/model/playground.ts';
import { items } from '../../playground-app.testing.ts';
import type { BuiltDatabase } from '../../runs-store.ts';
import { databaseBasis } from '../basis.ts';
import { sqlKnowledge } from '../editor/sql-knowledge.ts';
import { commonContext } from '../plan/words-context.ts';
import { tableRowCounts } from './table-row-counts.ts';

const planned: Playground = {
  ...items,
  recipe: { ...items.recipe, rows: { Items: 3000, none: 0, constructor: 5 } },
};
const imported = {
  ...items,
  imported: { tables: [{ name: 'Items', rows: 7 }] },
} as unknown as Playground;
const builtFor = (playground: Playground) =>
  ({
    basis: databaseBasis(playground),
    summary: { tables: [{ name: 'ITEMS', rows: 42 }] },
  }) as unknown as BuiltDatabase;

it('goes by the recipe until rows were counted, and says nothing of tables that it leaves empty', () => {
  expect(tableRowCounts(planned, null)).toEqual({
    rows: new Map([
      ['items', 3000],
      ['constructor', 5],
    ]),
    arePlanned: true,
  });
});

it('goes by the database where it is the playground’s, else by the imported file', () => {
  const counts = (playground: Playground, database: BuiltDatabase | null) => {
    const { rows, arePlanned } = tableRowCounts(playground, database);
    return [rows.get('items'), arePlanned];
  };
  expect(counts(planned, builtFor(planned))).toEqual([42, false]);
  expect(counts(imported, null)).toEqual([7, false]);
  expect(counts(imported, builtFor(imported))).toEqual([42, false]);
  expect(counts(imported, builtFor(planned))).toEqual([7, false]);
});

it.each([['planned', planned] as const, ['imported', imported] as const])(
  'is what both the words about plans and the editor go by: %s',
  (_, playground) => {
    const { rows } = tableRowCounts(playground, null);
    const { rowsOf } = commonContext(playground, { database: null, inspection: null });
    expect(sqlKnowledge(null, playground, null).rows).toEqual(rows);
    expect([...rows.keys()].map(rowsOf)).toEqual([...rows.values()]);
  },
);
