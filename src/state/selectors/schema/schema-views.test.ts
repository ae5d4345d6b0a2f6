import { beforeAll, expect, test } from 'vitest';
import type { Schema } from '../../../engine/model/database/schema.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import { readSchema } from '../../../engine/schema/read-schema.ts';
import type { Driver } from '../../../engine/sqlite/driver.ts';
import { loadTestDriver } from '../../../engine/sqlite/sqljs.testing.ts';
import { comparedTextColumn, parameterSource } from '../queries/parameter-source.ts';
import { indexesInSchema } from './indexes-in-schema.ts';
import { type SchemaNode, schemaTree } from './schema-tree.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

function schemaOf(sql: string): Schema {
  const database = driver.open();
  try {
    database.run(sql);
    return readSchema(database);
  } finally {
    database.close();
  }
}

const shopSql = `
  CREATE TABLE products (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'none', "order" INT,
    UNIQUE (name, "order"), CHECK (length(name) > 1)
  );
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    product_id INTEGER REFERENCES products (id) ON DELETE CASCADE
  );
  CREATE VIEW names AS SELECT name FROM products;
  CREATE TRIGGER after_order AFTER INSERT ON orders BEGIN SELECT 1; END;
`;

/** The tree as indented lines: name, detail, marks. */
function lines(nodes: readonly SchemaNode[], indent = ''): string[] {
  return nodes.flatMap(({ name, detail, tags, children }) => [
    [indent + name, detail, ...tags.map(({ label }) => `[${label}]`)].filter(Boolean).join(' '),
    ...lines(children, `${indent}  `),
  ]);
}

test('the tree has all that the schema declares', () => {
  const { nodes } = schemaTree(schemaOf(shopSql), []);
  expect(lines(nodes)).toEqual([
    'products 3 columns',
    '  id INTEGER [PK]',
    "  name TEXT [NOT NULL] [DEFAULT 'none']",
    '  order INT',
    '  UNIQUE (name, order)',
    '  CHECK (length(name) > 1)',
    'orders 2 columns',
    '  id INTEGER [PK]',
    '  product_id INTEGER',
    '  FOREIGN KEY product_id → products(id) ON DELETE CASCADE',
    '  after_order AFTER INSERT',
    'names SELECT name FROM products',
  ]);
});

test('a problem stands at the table that it names, or at none', () => {
  const problem = (name?: string): EngineError => ({
    code: 'data-unsatisfiable',
    message: `About ${name}.`,
    place: name === undefined ? { source: 'recipe' } : { source: 'recipe', name },
  });
  const tree = schemaTree(schemaOf(shopSql), [
    problem('ORDERS'),
    problem('products.name'),
    problem('elsewhere'),
    problem(),
  ]);
  expect(tree.nodes.map(({ name, problems }) => [name, problems.length])).toEqual([
    ['products', 1],
    ['orders', 1],
    ['names', 0],
  ]);
  expect(tree.problems.map(({ message }) => message)).toEqual([
    'About elsewhere.',
    'About undefined.',
  ]);
});

test('a parameter draws from the column that it is compared with', () => {
  const schema = schemaOf(shopSql);
  const source = (sql: string) => parameterSource(sql, ':x', schema);
  expect(source('SELECT * FROM products WHERE name = :x')).toBe(
    'SELECT DISTINCT name FROM products',
  );
  expect(source('UPDATE orders SET product_id = 1 WHERE id = :x')).toBe('SELECT id FROM orders');
  expect(source('SELECT 1 FROM products p WHERE p."order" IN (:x)')).toBe(
    'SELECT DISTINCT "order" FROM products',
  );
  expect(source('SELECT :x')).toBeNull();
  expect(source('SELECT * FROM products WHERE length(name) > :x')).toBeNull();
  const text = (sql: string) => comparedTextColumn(sql, ':x', schema);
  expect(text('SELECT * FROM products WHERE name = :x')).toBe('products.name');
  expect(text('SELECT * FROM orders WHERE id = :x')).toBeNull();
});

test('finds the CREATE INDEX statements among others', () => {
  const sql = `${shopSql} CREATE INDEX one ON orders (product_id);
    -- CREATE INDEX not_me ON orders (id);
    CREATE UNIQUE INDEX IF NOT EXISTS "two" ON products (name)`;
  expect(indexesInSchema(sql)).toEqual(['one', 'two']);
});
