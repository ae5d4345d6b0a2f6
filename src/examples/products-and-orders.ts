// The first visit: a shop of 20,000 products and 80,000 orders, three indexes, three setups.
import type { Example } from './example.ts';

export const productsAndOrders: Example = {
  id: 'products-and-orders',
  summary: 'A shop with 100,000 rows: what two indexes and a cache gain, and what they cost.',
  playground: {
    title: 'Products and orders',
    notes:
      'Setup B has the index that most people would add first. Setup C has one that answers the first query alone, one for the join, statistics and a result cache. Compare them, then look at what C costs the price change.',
    schemaSql: `CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  price REAL NOT NULL CHECK (price >= 0)
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  customer_email TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  status TEXT NOT NULL CHECK (status IN ('open', 'paid', 'shipped', 'returned')),
  ordered_at TEXT NOT NULL
);
`,
    recipe: {
      seed: 42,
      generatorsVersion: 1,
      rows: { products: 20_000, orders: 80_000 },
    },
    indexes: [
      {
        name: 'idx_products_category',
        sql: 'CREATE INDEX idx_products_category ON products (category)',
      },
      {
        name: 'idx_products_category_price',
        sql: 'CREATE INDEX idx_products_category_price ON products (category, price, name)',
      },
      {
        name: 'idx_orders_product',
        sql: 'CREATE INDEX idx_orders_product ON orders (product_id, quantity)',
      },
    ],
    queries: [
      {
        id: 'q1',
        name: 'expensive in a category',
        sql: `SELECT name, price
FROM products
WHERE category = :category
  AND price > 900
ORDER BY price DESC`,
        parameters: [
          {
            name: ':category',
            generator: {
              kind: 'query',
              sql: 'SELECT category FROM products GROUP BY category ORDER BY count(*) DESC, category',
              exponent: 1,
            },
          },
        ],
        weight: 8,
      },
      {
        id: 'q2',
        name: 'top categories',
        sql: `SELECT p.category, count(*) AS orders, sum(o.quantity) AS items
FROM orders AS o
JOIN products AS p ON p.id = o.product_id
GROUP BY p.category
ORDER BY items DESC, p.category
LIMIT 10`,
        parameters: [],
        weight: 1,
      },
      {
        id: 'q3',
        name: 'change a price',
        sql: 'UPDATE products SET price = price + 0.01 WHERE id = :id',
        parameters: [{ name: ':id', generator: { kind: 'uniform', min: 1, max: 20_000 } }],
        weight: 1,
      },
    ],
    setups: [
      { id: 's1', name: 'baseline', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
      {
        id: 's2',
        name: 'by category',
        indexes: ['idx_products_category'],
        hasStatistics: false,
        cache: { kind: 'none' },
      },
      {
        id: 's3',
        name: 'covering + cache',
        indexes: ['idx_products_category_price', 'idx_orders_product'],
        hasStatistics: true,
        cache: { kind: 'lru', capacity: 500 },
      },
    ],
  },
};
