import { expect, test } from 'vitest';
import type { InspectReport } from '../../../engine/model/plan/planning.ts';
import { items } from '../../playground-app.testing.ts';
import { noRuns, type RunsState } from '../../runs-store.ts';
import { databaseBasis } from '../basis.ts';
import { commonContext } from './words-context.ts';

const inspection = {
  schema: { tables: [{ name: 'items' }, { name: 'others' }], views: [], triggers: [] },
} as unknown as InspectReport;
const loaded = (basis: string): RunsState =>
  ({
    ...noRuns,
    inspection,
    database: { basis, summary: { tables: [{ name: 'Items', rows: 42 }] } },
  }) as unknown as RunsState;

test('rows are those of the loaded database, whatever the case of the name', () => {
  const { areRowsLoaded, rowsOf } = commonContext(items, loaded(databaseBasis(items)));
  expect(areRowsLoaded).toBe(true);
  expect([rowsOf('ITEMS'), rowsOf('others')]).toEqual([42, null]);
});

test('before it is loaded, and after a change, they are what the recipe will make', () => {
  for (const runs of [{ ...noRuns, inspection }, loaded('of another recipe')]) {
    const { areRowsLoaded, rowsOf } = commonContext(items, runs);
    expect(areRowsLoaded).toBe(false);
    expect([rowsOf('Items'), rowsOf('others'), rowsOf('nowhere')]).toEqual([3000, null, null]);
  }
});
