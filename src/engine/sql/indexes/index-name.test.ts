import { describe, expect, it } from 'vitest';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { quoteName } from '../quote-name.ts';
import {
  columnsOfIndex,
  indexNameOf,
  renameIndexIn,
  tableOfIndex,
  withoutIfNotExists,
} from './index-name.ts';

describe('CREATE INDEX statements', () => {
  it.each([
    ['CREATE INDEX a ON t(x)', 'a', 't'],
    ['create unique index if not exists main."a ""b" on [my t] (x)', 'a "b', 'my t'],
    ['-- why\nCREATE INDEX `ON` ON t(x) WHERE x > 1', 'ON', 't'],
    ['CREATE INDEX ON t (x)', null, 't'],
    ['CREATE INDEX', null, null],
    ['CREATE TABLE t(a)', null, null],
    ['SELECT 1', null, null],
  ])('%s', (sql, name, table) => {
    expect(indexNameOf(sql)).toBe(name);
    expect(tableOfIndex(sql)).toBe(table);
  });

  it('lists plain columns and leaves out expressions', () => {
    expect(
      columnsOfIndex('CREATE INDEX i ON t (a, "b c" DESC, lower(d), e COLLATE NOCASE)'),
    ).toEqual(['a', 'b c', 'e']);
  });

  it('renames, and gives a name where there was none', () => {
    expect(renameIndexIn('CREATE INDEX a ON t(a)', 'b')).toBe('CREATE INDEX b ON t(a)');
    expect(renameIndexIn('CREATE INDEX IF NOT EXISTS "a" ON t(a)', 'x y')).toBe(
      'CREATE INDEX IF NOT EXISTS "x y" ON t(a)',
    );
    expect(renameIndexIn('CREATE UNIQUE INDEX ON t(a)', 'b')).toBe('CREATE UNIQUE INDEX b ON t(a)');
    expect(renameIndexIn('SELECT 1', 'b')).toBe('SELECT 1');
  });

  it('takes IF NOT EXISTS out', () => {
    expect(withoutIfNotExists('create unique index if /* ? */ not exists a on t(a)')).toBe(
      'create unique index a on t(a)',
    );
    expect(withoutIfNotExists('CREATE INDEX "if" ON t(a)')).toBe('CREATE INDEX "if" ON t(a)');
  });
});

describe('quoteName', () => {
  it('leaves plain names alone and survives SQLite with all others', async () => {
    expect(quoteName('price_2')).toBe('price_2');
    const database = (await loadTestDriver()).open();
    const hostile = [
      'order',
      'a b',
      '"',
      "'; DROP TABLE x; --",
      '1a',
      'é',
      '',
      'a.b',
      '[x]',
      'rowid',
    ];
    for (const name of [...hostile, 'select', 'Values', 'if', 'end', 'within']) {
      database.run(`CREATE TABLE ${quoteName(name)} (${quoteName(name)} TEXT)`);
      expect(database.all(`PRAGMA table_info(${quoteName(name)})`)[0]?.[1]).toBe(name);
    }
    database.close();
  });
});
