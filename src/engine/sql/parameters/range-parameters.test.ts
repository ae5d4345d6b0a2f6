import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Schema, Table } from '../../model/database/schema.ts';
import { sqlSnippet } from '../sql-text.testing.ts';
import { rangeLiteralOf, rangeParametersOf } from './range-parameters.ts';

const schema: Schema = {
  tables: [table('products', ['id', 'price', 'category']), table('orders', ['id', 'Placed At'])],
  views: [],
  triggers: [],
};

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

/** Each parameter as it reads with the column on the left. */
function found(sql: string): string[] {
  return rangeParametersOf(sql, schema).map(
    (each) =>
      `${each.table}.${each.column} ${each.operator} ${each.name}` +
      `${each.partner ? ` with ${each.partner}` : ''}` +
      `${each.restriction ? ` where ${each.restriction}` : ''}`,
  );
}

test.each([
  ['SELECT * FROM products WHERE price > :min', ['products.price > :min']],
  [
    'SELECT * FROM products WHERE price>=@min AND id<$max',
    ['products.price >= @min', 'products.id < $max'],
  ],
  ['SELECT * FROM products WHERE :min < price', ['products.price > :min']],
  ['SELECT * FROM products AS p WHERE p.PRICE <= :max', ['products.price <= :max']],
  ['SELECT * FROM products p, orders o WHERE :a >= o."Placed At"', ['orders.Placed At <= :a']],
  ['SELECT * FROM orders JOIN products p WHERE p.id > :x', ['products.id > :x']],
  [
    'SELECT * FROM products WHERE price BETWEEN :low AND :high ORDER BY id',
    ['products.price >= :low with :high', 'products.price <= :high with :low'],
  ],
  [
    'SELECT * FROM products WHERE price BETWEEN 100 AND :high',
    ['products.price <= :high where price >= 100'],
  ],
  ['DELETE FROM products WHERE price < :max', ['products.price < :max']],
])('%s', (sql, parameters) => {
  expect(found(sql)).toEqual(parameters);
});

test.each([
  'SELECT * FROM products WHERE price = :p',
  'SELECT * FROM products WHERE price + 0 > :p',
  'SELECT * FROM products WHERE 2 * price > :p',
  'SELECT * FROM products WHERE price > :p + 1',
  'SELECT * FROM products WHERE abs(price) > :p',
  'SELECT * FROM products WHERE price > ?',
  'SELECT * FROM products WHERE price NOT BETWEEN :a AND :b',
  'SELECT * FROM products WHERE o.price > :p',
  'SELECT * FROM orders WHERE price > :p',
  "SELECT * FROM products WHERE 'price' > :p",
  'SELECT * FROM products WHERE price COLLATE NOCASE > :p',
  'SELECT * FROM products WHERE price > id',
  'SELECT * FROM products LIMIT :n',
])('finds none where the share of rows is not one bound: %s', (sql) => {
  expect(found(sql)).toEqual([]);
});

test('a literal is shown with what to write in its place', () => {
  expect(rangeLiteralOf('SELECT * FROM products WHERE id = 1 AND price > 900', schema)).toEqual({
    comparison: 'price > 900',
    suggestion: 'price > :min_price',
  });
  expect(rangeLiteralOf("SELECT * FROM orders o WHERE 'x' > o.[Placed At]", schema)).toEqual({
    comparison: '"Placed At" < \'x\'',
    suggestion: '"Placed At" < :max_Placed_At',
  });
  expect(rangeLiteralOf('SELECT * FROM products WHERE price > :p', schema)).toBeNull();
});

test('any text is read without an error, and only its own parameters are named', () => {
  fc.assert(
    fc.property(sqlSnippet, (snippet) => {
      const sql = `SELECT * FROM products WHERE price > :p ${snippet}`;
      for (const { name } of rangeParametersOf(sql, schema)) expect(sql).toContain(name);
    }),
  );
});
