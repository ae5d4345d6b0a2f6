import { describe, expect, test } from 'vitest';
import type { Table } from '../../../engine/model/database/schema.ts';
import { indexTargetProblem } from './index-target-problem.ts';

function table(name: string, columns: string[]): Table {
  return {
    name,
    sql: '',
    columns: columns.map((column) => ({
      name: column,
      type: '',
      affinity: 'blob',
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

const schema = { tables: [table('products', ['id', 'Price', 'name'])], views: [], triggers: [] };
const inspection = { schema, error: null };
const messageOf = (sql: string) => indexTargetProblem(inspection, sql)?.message ?? null;

describe('what the schema says against an index', () => {
  test('names a table and a column that are not there', () => {
    expect(messageOf('CREATE INDEX i ON product (price)')).toBe('There is no table product.');
    expect(indexTargetProblem(inspection, 'CREATE INDEX i ON product (price)')?.hint).toBe(
      'Tables: products.',
    );
    expect(messageOf('CREATE INDEX i ON products (price, prise)')).toBe(
      'The table products has no column prise.',
    );
  });

  test('has nothing against columns, expressions and conditions that may compile', () => {
    for (const target of [
      'PRODUCTS (price DESC, "name")',
      'products (lower(name))',
      'products (price COLLATE NOCASE) WHERE price > 100',
      'products (CASE WHEN price > 1 THEN 1 END)',
    ]) {
      expect(messageOf(`CREATE INDEX i ON ${target}`)).toBeNull();
    }
  });

  test('is silent while the schema is not known', () => {
    const sql = 'CREATE INDEX i ON nowhere (x)';
    expect(indexTargetProblem(null, sql)).toBeNull();
    const error = { code: 'schema-invalid', message: 'no' } as const;
    expect(indexTargetProblem({ schema, error }, sql)).toBeNull();
  });
});
