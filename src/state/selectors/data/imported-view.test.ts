import { describe, expect, test } from 'vitest';
import type { DatabaseSummary } from '../../../engine/model/database/database.ts';
import type { ImportedData } from '../../../engine/model/database/imported-data.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import type { OpenedLink } from '../../ui-store.ts';
import { databaseBasis } from '../basis.ts';
import { importedView, isFileMissing, missingImageOf, slowQueryWords } from './imported-view.ts';

const shop: ImportedData = {
  imageId: 'i0123456789abcdef',
  fileName: 'shop.db',
  sizeBytes: 4_100_000,
  tables: [
    { name: 'orders', rows: 10_000 },
    { name: 'customers', rows: 2000 },
  ],
  engine: 'sql.js',
};

test('says what is in the file, and which build opens it', () => {
  const view = importedView(shop, { missingImage: null });
  expect(view.title).toBe('Data from shop.db');
  expect(view.summary).toBe('2 tables, 12,000 rows, 4.1 MB');
  expect(view.engine.text).toBe('sql.js');
  expect(view.missing).toBeNull();
  const official = importedView({ ...shop, engine: 'sqlite-wasm' }, { missingImage: null });
  expect(official.engine.text).toMatch(/FTS5/);
});

test('says what to do when this browser does not have the data, and not of another file', () => {
  const missing = (missingImage: string) => importedView(shop, { missingImage }).missing;
  expect(missing(shop.imageId)?.message).toMatch(/shop\.db is not in this browser/);
  expect(missing(shop.imageId)?.hint).toMatch(/Open the file again/);
  expect(missing('ifedcba9876543210')).toBeNull();
  expect(isFileMissing(undefined, { missingImage: shop.imageId })).toBe(false);
});

test('a link’s look tells what is missing, before anybody tries to load it', () => {
  const imported = { ...shop, isHere: false };
  const link: OpenedLink = {
    title: 'Shop',
    queries: 0,
    setups: 1,
    rows: 0,
    estimateMs: 0,
    imported,
    contentHash: null,
    author: null,
    status: 'waiting',
  };
  const missing = (openedLink: OpenedLink | null, missingImage: string | null = null) =>
    missingImageOf({ missingImage }, { openedLink });
  expect(missing(link)).toBe(shop.imageId);
  expect(missing({ ...link, imported: { ...imported, isHere: true } })).toBeNull();
  expect(missing({ ...link, imported: null }, 'ifedcba9876543210')).toBe('ifedcba9876543210');
  expect(missing(null)).toBeNull();
});

describe('the words over the box for a slow query', () => {
  const playground = { ...emptyPlayground, imported: shop };
  const index = { name: 'by_city', sql: 'CREATE INDEX by_city ON customers (city)' };
  const summary: DatabaseSummary = {
    tables: [],
    rowCount: 0,
    sizeBytes: 0,
    indexes: [],
    statistics: [],
    buildMs: 1,
    engine: { name: 'sql.js', sqliteVersion: '3' },
  };
  const loaded = { basis: databaseBasis(playground), summary };
  const idle = { missingImage: null, database: loaded };

  test('say that it is loaded only when it is', () => {
    expect(slowQueryWords(playground, idle)).toContain('shop.db is loaded.');
    expect(slowQueryWords(playground, { ...idle, database: null })).not.toMatch(/loaded/);
    const gone = { missingImage: shop.imageId, database: null };
    const words = slowQueryWords(playground, gone);
    expect(words).toContain('shop.db is not in this browser');
  });

  test('speak of its indexes only when there are any', () => {
    expect(slowQueryWords(playground, idle)).not.toContain('index');
    const one = { ...playground, indexes: [index] };
    expect(slowQueryWords(one, idle)).toContain('its index is a switch');
    const two = { ...playground, indexes: [index, { ...index, name: 'b' }] };
    expect(slowQueryWords(two, idle)).toContain('its indexes are switches');
  });
});
