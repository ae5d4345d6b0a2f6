// Checked against the cells that SQLite itself writes.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../engine/sqlite/driver.ts';
import { loadTestDriver } from '../engine/sqlite/sqljs.testing.ts';
import { recordBytes, varintLength } from './record-bytes.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

type Value = null | number | string | Uint8Array;

/** Bytes of the record of the only row: its cell ends where the page ends. */
function storedBytes(row: readonly Value[], literals?: string): number {
  const database = driver.open();
  try {
    database.run(`CREATE TABLE t (${row.map((_, at) => `c${at}`).join(', ')})`);
    const statement = database.prepare(
      `INSERT INTO t VALUES (${literals ?? row.map(() => '?').join(', ')})`,
    );
    if (literals === undefined) statement.bind([...row]);
    statement.step();
    statement.free();
    const page = database.export().subarray(4096, 8192);
    const start = ((page[8] ?? 0) << 8) | (page[9] ?? 0);
    const inCell = 4096 - start - 1;
    // Before the record stand its length and the rowid 1.
    return inCell - varintLength(page[start] !== undefined && page[start] > 127 ? 128 : 1);
  } finally {
    database.close();
  }
}

describe('the bytes of a record', () => {
  test('are those of a row of all kinds', () => {
    const row = [null, 0, 1, 127, -129, 70_000, 2.5, 'größe', new Uint8Array(300)];
    expect(recordBytes(row)).toBe(storedBytes(row));
  });

  test.each([
    -1, 2, -128, -129, 128, 32_767, -32_768, 32_768, 8_388_607, -8_388_608, 8_388_608,
    2_147_483_647, -2_147_483_648, 2_147_483_648, 140_737_488_355_327, -140_737_488_355_328,
    140_737_488_355_328,
  ])('are those of the whole number %i', (value) => {
    // As a literal: the driver binds numbers beyond 32 bits as real ones.
    expect(recordBytes([value])).toBe(storedBytes([value], String(value)));
  });

  test('count a header that is itself long', () => {
    const row = Array.from({ length: 200 }, (_, at) => 'x'.repeat(at % 3));
    expect(recordBytes(row)).toBe(storedBytes(row));
  });

  test('count characters beyond ASCII in UTF-8', () => {
    for (const text of ['', 'é', '漢字', '😀', 'x'.repeat(57), 'x'.repeat(58)]) {
      expect(recordBytes([text])).toBe(storedBytes([text]));
    }
  });
});

test('lengths take seven bits a byte, and nine bytes at most', () => {
  expect([0, 127, 128, 16_383, 16_384].map(varintLength)).toEqual([1, 1, 2, 2, 3]);
  expect(varintLength(1e30)).toBe(9);
});
