import { expect, it } from 'vitest';
import type { ImportedData } from '../engine/model/database/imported-data.ts';
import { parseLinkDocument, toLinkDocument } from './link/link-document.ts';
import { checkPlayground } from './playground-schema.ts';
import { recentPlayground } from './playgrounds.testing.ts';

const imported: ImportedData = {
  imageId: 'i0123456789abcdef',
  fileName: 'shop.db',
  sizeBytes: 31_457_280,
  tables: [{ name: 'items', rows: 12 }],
  engine: 'sql.js',
};

it('a link of imported data says what the file is, and nothing of its rows', () => {
  const document = toLinkDocument({ playground: { ...recentPlayground, imported } });
  expect(document.f).toEqual(['shop.db', 31_457_280, '0123456789abcdef', [['items', 12]]]);
});

it.each([
  ['a path as the name of its image', { imageId: '../0123456789abcde' }],
  ['another name of its image', { imageId: 'g0123456789abcdef' }],
  ['a negative size', { sizeBytes: -1 }],
  ['half a row', { tables: [{ name: 'items', rows: 0.5 }] }],
  ['rows', { rows: [[1, 'secret']] }],
  ['another engine', { engine: 'postgres' }],
  ['too many tables', { tables: Array(10_001).fill({ name: 't', rows: 0 }) }],
  ['a name without end', { fileName: 'x'.repeat(1001) }],
])('imported data with %s is refused', (_, change) => {
  const playground = { ...recentPlayground, imported: { ...imported, ...change } };
  expect(checkPlayground(playground).kind).toBe('invalid');
});

it.each([
  ['a path as digits', ['a.db', 1, '../../0123456789', []]],
  ['too few facts', ['a.db', 1]],
  ['a row of data', ['a.db', 1, '0123456789abcdef', [['t', 1, 'x']]]],
  ['another flag', ['a.db', 1, '0123456789abcdef', [], 2]],
])('a link with %s is refused', (_, f) => {
  expect(parseLinkDocument({ f }).kind).toBe('invalid');
});
