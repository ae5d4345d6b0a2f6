import { describe, expect, it } from 'vitest';
import { emptySchema, type Schema, type Table } from '../../../engine/model/database/schema.ts';
import type { RowsFileReport } from '../../../engine/model/transfer/import.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import type { KnownReport } from '../../import-store.ts';
import { proposal, rowsFor, rowsInto, rowsReread } from './proposed-place.ts';

function table(name: string, columns: string[]): Table {
  return {
    name,
    sql: '',
    columns: columns.map((column) => ({
      name: column,
      type: 'TEXT',
      affinity: 'text',
      isNotNull: false,
      defaultSql: null,
      primaryKeyPosition: 0,
      isRowidAlias: false,
      isGenerated: false,
    })),
    primaryKey: [],
    foreignKeys: [],
    uniques: [],
    checks: [],
    isStrict: false,
    isWithoutRowid: false,
  };
}

const schema: Schema = {
  ...emptySchema,
  tables: [table('people', ['name', 'city']), table('cities', ['city', 'country'])],
};

function rowsOf(...names: string[]): RowsFileReport {
  return {
    kind: 'rows',
    format: 'csv',
    sizeBytes: 10,
    encoding: 'utf-8',
    options: { delimiter: ',', hasHeader: true, emptyIsNull: true },
    canHaveHeader: true,
    columns: names.map((name) => ({ name, type: 'TEXT' })),
    rows: [],
    expectedRows: 1,
    badRows: [],
    badRowUnit: 'line',
    warnings: [],
  };
}

describe('what is proposed', () => {
  const propose = (report: KnownReport, playground = emptyPlayground) =>
    proposal(report, playground, schema, 'people.db');

  it('for a database is a playground of its own, or the data of the one that has it', () => {
    const report: KnownReport = {
      kind: 'database',
      sizeBytes: 1,
      tables: [],
      modules: [],
      warnings: [],
      indexCount: 0,
      viewCount: 0,
      triggerCount: 0,
    };
    expect(propose(report)).toEqual({ place: { kind: 'new' }, rows: null });
    const imported = {
      imageId: 'i0123456789abcdef',
      fileName: 'people.db',
      sizeBytes: 1,
      tables: [],
      engine: 'sql.js' as const,
    };
    expect(propose(report, { ...emptyPlayground, imported }).place.kind).toBe('replace-data');
    const other = { ...imported, fileName: 'shop.db' };
    expect(propose(report, { ...emptyPlayground, imported: other }).place.kind).toBe('new');
  });

  it('for a script is text while it is short', () => {
    const report = (fitsPlayground: boolean): KnownReport => ({
      kind: 'script',
      sizeBytes: 1,
      encoding: 'utf-8',
      statements: [],
      warnings: [],
      fitsPlayground,
    });
    expect([true, false].map((fits) => propose(report(fits)).place.kind)).toEqual(['text', 'new']);
  });

  it('for rows is the table whose columns they have, or one of their own', () => {
    expect(propose(rowsOf('city', 'country'))).toMatchObject({
      place: { kind: 'add-rows' },
      rows: { table: 'cities', isNew: false, mapping: ['city', 'country'] },
    });
    expect(propose(rowsOf('a', 'b'))).toMatchObject({
      place: { kind: 'new' },
      rows: { table: 'people', isNew: true },
    });
  });
});

describe('the table of rows', () => {
  it('has a free name in the playground, and the file’s in one of its own', () => {
    const report = rowsOf('a', 'b');
    expect(rowsFor(report, { kind: 'add-rows' }, schema, 'people.csv').table).toBe('people_2');
    expect(rowsFor(report, { kind: 'new' }, schema, 'people.csv').table).toBe('people');
    expect(rowsInto(report, null, schema, 'x.csv')).toMatchObject({ table: 'x', isNew: true });
    expect(rowsInto(rowsOf('name'), 'people', schema, 'x.csv').mapping).toEqual(['name']);
  });

  it('stays as chosen when the file is read again, its columns only while they are the same', () => {
    const before = rowsOf('a', 'b');
    const chosen = {
      table: 'mine',
      isNew: true,
      mapping: [],
      columns: [
        { name: 'first', type: 'TEXT' as const },
        { name: 'b', type: 'TEXT' as const },
      ],
    };
    expect(rowsReread(chosen, before, rowsOf('a', 'b'), schema, 'f')).toBe(chosen);
    expect(rowsReread(chosen, before, rowsOf('a;b'), schema, 'f')).toEqual({
      table: 'mine',
      isNew: true,
      mapping: [],
      columns: [{ name: 'a;b', type: 'TEXT' }],
    });
    const existing = { ...chosen, table: 'people', isNew: false, mapping: [null, 'city'] };
    expect(rowsReread(existing, before, rowsOf('name', 'city'), schema, 'f')).toMatchObject({
      table: 'people',
      isNew: false,
      mapping: ['name', 'city'],
    });
  });
});
