import { expect, test } from 'vitest';
import type { ImportedData } from '../../../engine/model/database/imported-data.ts';
import { importedView } from './imported-view.ts';

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
  const view = importedView(shop, { activity: { kind: 'ready' } });
  expect(view.title).toBe('Data from shop.db');
  expect(view.summary).toBe('2 tables, 12,000 rows, 4.1 MB');
  expect(view.engine.text).toBe('sql.js');
  expect(view.missing).toBeNull();
  const official = importedView(
    { ...shop, engine: 'sqlite-wasm' },
    { activity: { kind: 'ready' } },
  );
  expect(official.engine.text).toMatch(/FTS5/);
});

test('says what to do when this browser does not have the data, and not of other failures', () => {
  const failed = (code: 'image-missing' | 'sql-failed') =>
    importedView(shop, { activity: { kind: 'failed', error: { code, message: 'No.' } } }).missing;
  expect(failed('image-missing')?.message).toMatch(/shop\.db is not in this browser/);
  expect(failed('image-missing')?.hint).toMatch(/Open the file again/);
  expect(failed('sql-failed')).toBeNull();
});
