import { expect, test } from 'vitest';
import { sizeWords } from './size-words.ts';
import { tableSizes } from './table-sizes.ts';

const tables = [
  { name: 'a', rows: 100_000, rowBytes: 50 },
  { name: 'b', rows: 10, rowBytes: 20 },
];

test('is a guess from the first rows while nothing is built', () => {
  expect(tableSizes(tables, null)).toEqual([
    { bytes: 5_000_000, basis: 'guess' },
    { bytes: 4096, basis: 'guess' },
  ]);
});

test('is scaled to what was measured of other rows, its indexes left out', () => {
  const built = {
    tables: [
      { name: 'a', rows: 1000 },
      { name: 'b', rows: 500 },
    ],
    sizeBytes: 150_000,
    indexes: [{ status: 'built' as const, name: 'i', sizeBytes: 30_000, buildMs: 1 }],
  };
  // 1,000 x 50 + 500 x 20 = 60,000 guessed, 120,000 measured.
  expect(tableSizes(tables, built)[0]).toEqual({ bytes: 10_000_000, basis: 'measured' });
});

test('a handful of rows, and tables of which nothing is known, measure nothing', () => {
  const few = { tables: [{ name: 'a', rows: 10 }], sizeBytes: 90_000, indexes: [] };
  expect(tableSizes(tables, few)[0]?.basis).toBe('guess');
  const other = { tables: [{ name: 'c', rows: 9000 }], sizeBytes: 90_000, indexes: [] };
  expect(tableSizes(tables, other)[0]?.basis).toBe('guess');
  expect(tableSizes([{ name: 'a', rows: 5, rowBytes: null }], null)).toEqual([null]);
});

test('says what it stands on, and warns of more than fits', () => {
  expect(sizeWords({ bytes: 4_100_000, basis: 'measured' })).toMatchObject({
    text: '≈ 4.1 MB',
    isTooLarge: false,
  });
  const guess = sizeWords({ bytes: 4e9, basis: 'guess' });
  expect(guess.text).toBe('roughly 4.0 GB');
  expect(guess.explanation).toMatch(/rough guess.*memory/);
});
