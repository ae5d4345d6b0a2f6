import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Driver } from '../../sqlite/driver.ts';
import { toSqlError } from '../../sqlite/sql-error.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { misspeltKeyword } from './misspelt-keyword.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

/** The hint that a statement gets from SQLite's own error. */
function hintFor(sql: string): string | undefined {
  const database = driver.open();
  try {
    database.run('CREATE TABLE items (id INTEGER PRIMARY KEY, status TEXT)');
    database.prepare(sql).free();
    return 'it compiles';
  } catch (thrown) {
    const place = { source: 'query' } as const;
    return toSqlError(database, thrown, { sql, offset: 0, place, code: 'sql-invalid' }).hint;
  } finally {
    database.close();
  }
}

describe('the hint at a syntax error', () => {
  test.each([
    ['SELECT id FROM items WHER id = 1', 'WHER', 'WHERE'],
    ['SELCT id FROM items', 'SELCT', 'SELECT'],
    ['SELECT id FORM items', 'FORM', 'FROM'],
    ['SELECT * form items', 'form', 'FROM'],
    ['SELECT status FROM items GRUOP BY status', 'GRUOP', 'GROUP'],
    ['SELECT id FROM items ODER BY id', 'ODER', 'ORDER'],
    ['SELECT id FROM items ORDER YB id', 'YB', 'BY'],
    ['UDPATE items SET id = 1', 'UDPATE', 'UPDATE'],
    ['DELETE FORM items', 'FORM', 'FROM'],
    ['INSERT INOT items VALUES (1)', 'INOT', 'INTO'],
  ])('%s', (sql, word, keyword) => {
    expect(hintFor(sql)).toBe(`Is "${word}" meant to be ${keyword}?`);
  });

  it('is silent where no keyword is near', () => {
    for (const sql of ['SELECT id FROM items a b', 'SELECT id, FROM items', 'SELECT (1']) {
      expect(hintFor(sql) ?? '').not.toMatch(/meant to be/);
    }
  });
});

test('a quoted name is never taken for a keyword', () => {
  expect(misspeltKeyword('SELECT 1 "FORM" t', 16)).toBeNull();
});
