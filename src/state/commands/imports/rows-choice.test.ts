import { describe, expect, it } from 'vitest';
import type { Column, Schema, Table } from '../../../engine/model/database/schema.ts';
import type { RowsFileReport } from '../../../engine/model/transfer/import.ts';
import { existingTableChoice, fittingTable, newTableChoice, toRowsTarget } from './rows-choice.ts';

function column(name: string, isGenerated = false): Column {
  return {
    name,
    type: 'TEXT',
    affinity: 'text',
    isNotNull: false,
    defaultSql: null,
    primaryKeyPosition: 0,
    isRowidAlias: false,
    isGenerated,
  };
}

function table(name: string, columns: Column[]): Table {
  return {
    name,
    sql: '',
    columns,
    primaryKey: [],
    foreignKeys: [],
    uniques: [],
    checks: [],
    isStrict: false,
    isWithoutRowid: false,
  };
}

const people = table('people', [column('Name'), column('city'), column('upper', true)]);
const orders = table('orders', [column('id'), column('total')]);
const schema: Schema = { tables: [orders, people], views: [], triggers: [] };

const report: RowsFileReport = {
  kind: 'rows',
  format: 'csv',
  sizeBytes: 10,
  encoding: 'utf-8',
  options: { delimiter: ',', hasHeader: true, emptyIsNull: true },
  canHaveHeader: true,
  columns: [
    { name: 'name', type: 'TEXT' },
    { name: 'CITY', type: 'TEXT' },
    { name: 'upper', type: 'TEXT' },
  ],
  rows: [],
  expectedRows: 1,
  badRows: [],
  badRowUnit: 'line',
  warnings: [],
};

describe('rows of a file', () => {
  it('go to the columns of their names, never to a generated one', () => {
    expect(existingTableChoice(report, people).mapping).toEqual(['Name', 'city', null]);
    expect(fittingTable(report, schema)).toBe(people);
    expect(fittingTable(report, { ...schema, tables: [orders] })).toBeNull();
  });

  it('get a table named after the file, with a name that is free', () => {
    expect(newTableChoice(report, 'Sales 2024 (final).csv', schema).table).toBe('Sales_2024_final');
    expect(newTableChoice(report, 'People.csv', schema).table).toBe('People_2');
    expect(newTableChoice(report, '.csv', schema).table).toBe('imported');
    expect(newTableChoice(report, 'sqlite_x.csv', schema).table).toBe('imported');
  });

  it('are told to the worker as columns or as a mapping', () => {
    expect(toRowsTarget(newTableChoice(report, 'a.csv', schema))).toEqual({
      table: 'a',
      isNew: true,
      columns: report.columns,
    });
    expect(toRowsTarget(existingTableChoice(report, people)).columns).toEqual([
      'Name',
      'city',
      null,
    ]);
  });
});
