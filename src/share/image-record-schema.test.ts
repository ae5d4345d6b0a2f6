import { expect, test } from 'vitest';
import type { ImageRecord } from '../engine/model/database/database-image.ts';
import { parseImageRecord } from './image-record-schema.ts';

const index = { name: 'constructor', sql: 'CREATE INDEX constructor ON t(a)' };
const record: ImageRecord = {
  imageId: 'g0123456789abcdef',
  kind: 'generated',
  title: 't, __proto__',
  sizeBytes: 4096,
  savedAt: 1_700_000_000_000,
  usedAt: 1_700_000_000_001,
  state: {
    tables: [{ name: '__proto__', rows: 0 }],
    indexes: [index, index],
    built: [
      { status: 'built', name: 'constructor', sizeBytes: 4096, buildMs: 0.25 },
      {
        status: 'failed',
        ...index,
        error: { code: 'index-invalid', message: 'No.', place: { source: 'index', name: 'x' } },
      },
    ],
    hasStatistics: true,
    contentMs: 12.5,
  },
};

test('a record comes back as a new object', () => {
  const parsed = parseImageRecord(structuredClone(record));
  expect(parsed).toEqual(record);
  expect(parsed?.state).not.toBe(record.state);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['another id', { ...record, imageId: '../g0123456789abcdef' }],
  ['another kind', { ...record, kind: 'borrowed' }],
  ['a key more', { ...record, more: 1 }],
  ['no size', { ...record, sizeBytes: -1 }],
  ['no time', { ...record, usedAt: Number.NaN }],
  ['rows that are none', { ...record, state: { ...record.state, tables: [{ name: 't' }] } }],
  ['an index without a statement', { ...record, state: { ...record.state, indexes: [{}] } }],
])('%s is none', (_, value) => {
  expect(parseImageRecord(value)).toBeNull();
});

test('a record that contains itself is none', () => {
  const state: Record<string, unknown> = { ...record.state };
  state.tables = [state];
  expect(parseImageRecord({ ...record, state })).toBeNull();
});
