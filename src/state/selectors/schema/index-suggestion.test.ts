import { describe, expect, it } from 'vitest';
import type { Column, Schema, Table } from '../../../engine/model/database/schema.ts';
import { suggestedIndexSql } from './index-suggestion.ts';

function column(name: string, primaryKeyPosition = 0): Column {
  return {
    name,
    type: '',
    affinity: 'blob',
    isNotNull: false,
    defaultSql: null,
    primaryKeyPosition,
    isRowidAlias: false,
    isGenerated: false,
  };
}

function table(name: string, ...columns: string[]): Table {
  return {
    name,
    sql: '',
    columns: [column('id', 1), ...columns.map((each) => column(each))],
    primaryKey: ['id'],
    foreignKeys: [],
    uniques: [],
    checks: [],
    isStrict: false,
    isWithoutRowid: false,
  };
}

const shop: Schema = {
  tables: [table('products', 'name', 'category', 'price'), table('order lines', 'product id')],
  views: [],
  triggers: [],
};
const query = { sql: 'SELECT name FROM products WHERE price > 9 AND category = :c' };
const onCategory = {
  name: 'idx_products_category',
  sql: 'CREATE INDEX idx_products_category ON products (category)',
};

describe('suggestedIndexSql', () => {
  it('takes a column that the query filters by', () => {
    expect(suggestedIndexSql(shop, query, [])).toBe(
      'CREATE INDEX idx_products_category ON products (category)',
    );
  });

  it('passes over a column that an index leads with', () => {
    expect(suggestedIndexSql(shop, query, [onCategory])).toBe(
      'CREATE INDEX idx_products_price ON products (price)',
    );
  });

  it('takes what sorts or groups where nothing filters', () => {
    const sorted = { sql: 'SELECT name FROM products ORDER BY price' };
    expect(suggestedIndexSql(shop, sorted, [])).toBe(
      'CREATE INDEX idx_products_price ON products (price)',
    );
  });

  it('quotes names that need it and finds a free name', () => {
    const lines = { sql: 'SELECT * FROM "order lines" WHERE "product id" = 1' };
    const taken = [{ name: 'IDX_order_lines_product_id', sql: 'CREATE INDEX x ON t (y)' }];
    expect(suggestedIndexSql(shop, lines, taken)).toBe(
      'CREATE INDEX idx_order_lines_product_id_2 ON "order lines" ("product id")',
    );
  });

  it('starts with the first table when there is no query', () => {
    expect(suggestedIndexSql(shop, null, [])).toBe(
      'CREATE INDEX idx_products_name ON products (name)',
    );
  });

  it('gives a form to fill in when there is no table', () => {
    const empty = { tables: [], views: [], triggers: [] };
    expect(suggestedIndexSql(empty, null, [])).toContain('CREATE INDEX');
  });
});
