import { expect, test } from 'vitest';
import type { DatabaseSummary } from '../../../engine/model/database/database.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { items } from '../../playground-app.testing.ts';
import { noRuns, type RunsState } from '../../runs-store.ts';
import { databaseBasis, sizesBasis } from '../basis.ts';
import { type ExportChoice, exportFacts, exportSetups, exportTables } from './export-view.ts';

const table = {
  name: 'items',
  sql: '',
  columns: [],
  primaryKey: [],
  foreignKeys: [],
  uniques: [],
  checks: [],
  isStrict: false,
  isWithoutRowid: false,
};
const inspected: RunsState = {
  ...noRuns,
  inspection: {
    schema: { tables: [table], views: [], triggers: [] },
    recipe: { tables: [], problems: [] },
    indexErrors: {},
    findings: [],
    error: null,
  },
};

function built(playground: Playground): RunsState {
  const summary: DatabaseSummary = {
    tables: [{ name: 'items', rows: 3000 }],
    rowCount: 3000,
    sizeBytes: 500_000,
    indexes: [{ status: 'built', name: 'Items_Price', sizeBytes: 100_000, buildMs: 1 }],
    statistics: [],
    buildMs: 1,
    engine: { name: 'sql.js', sqliteVersion: '3' },
  };
  const database = { summary, basis: databaseBasis(playground) };
  const size = { name: 'items', table: 'items', pages: 98, sizeBytes: 400_000, entries: 3000 };
  const sizes = { basis: sizesBasis(database), sizes: [{ ...size, kind: 'table' as const }] };
  return { ...inspected, database, sizes };
}

const [none, indexed] = items.setups as [
  Playground['setups'][number],
  Playground['setups'][number],
];
const database = (setup: typeof none, format: 'sqlite' | 'sql' = 'sqlite'): ExportChoice => ({
  kind: 'database',
  format,
  setup,
});
const rows = (format: Extract<ExportChoice, { kind: 'table' }>['format']): ExportChoice => ({
  kind: 'table',
  table: 'items',
  format,
});

test('a database is as large as what is built, less the indexes that the setup lacks', () => {
  const runs = built(items);
  expect(exportFacts(items, runs, database(indexed))).toEqual({
    first: null,
    holds: '1 table with 3,000 rows, the index items_price and no statistics.',
    size: 'about 500 kB',
    sizeExplanation: 'The database takes 500 kB.',
  });
  expect(exportFacts(items, runs, database(none))).toMatchObject({
    holds: '1 table with 3,000 rows, no index of the bench and no statistics.',
    size: 'about 400 kB',
    sizeExplanation: 'The database takes 500 kB, less the 1 index that it leaves out.',
  });
});

test('setups are told apart by their letters and by what they have', () => {
  expect(exportSetups(items)).toEqual([
    { id: 's1', letter: 'A', name: 'none', detail: '0 indexes, without statistics' },
    { id: 's2', letter: 'B', name: 'index', detail: '1 index, without statistics' },
  ]);
});

test('texts are reckoned from the pages of the table', () => {
  const sizeOf = (choice: ExportChoice) => exportFacts(items, built(items), choice).size;
  expect(sizeOf(rows({ kind: 'csv', isRaw: true }))).toBe('roughly 400 kB');
  expect(sizeOf(rows({ kind: 'json' }))).toBe('roughly 760 kB');
  expect(sizeOf(database(none, 'sql'))).toBe('roughly 440 kB');
  expect(exportFacts(items, built(items), rows({ kind: 'json' })).holds).toBe(
    '3,000 rows of items, an object a line; blobs as {"$blob": "00ff"}.',
  );
});

test('what is not built is made first, and its size is not made up', () => {
  expect(exportTables(items, inspected)).toEqual([{ name: 'items', rows: 3000 }]);
  expect(exportFacts(items, inspected, rows({ kind: 'csv', isRaw: false }))).toMatchObject({
    first: 'The data is made first: 3,000 rows.',
    size: 'not known yet',
  });
  // A database of another playground says nothing.
  const other = { ...items, recipe: { ...items.recipe, seed: 8 } };
  expect(exportFacts(other, built(items), database(none)).first).not.toBeNull();
});

test('of an imported file the page knows the size and the rows', () => {
  const imported: Playground = {
    ...items,
    imported: {
      imageId: 'i0123456789abcdef',
      fileName: 'shop.db',
      sizeBytes: 2_000_000,
      tables: [{ name: 'items', rows: 7 }],
      engine: 'sql.js',
    },
  };
  expect(exportTables(imported, inspected)).toEqual([{ name: 'items', rows: 7 }]);
  expect(exportFacts(imported, inspected, database(none))).toMatchObject({
    first: 'The data is loaded first: 7 rows.',
    size: 'roughly 2.0 MB',
  });
});
