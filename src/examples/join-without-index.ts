// A foreign key whose column has no index: joins build one on every run, deletes scan.
import type { Example } from './example.ts';

export const joinWithoutIndex: Example = {
  id: 'join-without-index',
  summary: 'A foreign key without an index: what it costs joins, lookups and deletes.',
  playground: {
    title: 'Join without index',
    notes:
      'SQLite makes no index for a foreign key. In A it builds one anew on every run of the join, scans for each lookup, and scans again when a customer is deleted, to find the orders that go with it.',
    schemaSql: `CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  city TEXT NOT NULL
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  total REAL NOT NULL,
  ordered_at TEXT NOT NULL
);
`,
    recipe: { seed: 42, generatorsVersion: 1, rows: { customers: 2_000, orders: 20_000 } },
    indexes: [
      {
        name: 'idx_orders_customer',
        sql: 'CREATE INDEX idx_orders_customer ON orders (customer_id)',
      },
      {
        name: 'idx_orders_customer_total',
        sql: 'CREATE INDEX idx_orders_customer_total ON orders (customer_id, total)',
      },
    ],
    queries: [
      {
        id: 'q1',
        name: 'all customers with totals',
        sql: `SELECT c.id, c.name, count(o.id) AS orders, sum(o.total) AS total
FROM customers AS c
LEFT JOIN orders AS o ON o.customer_id = c.id
GROUP BY c.id
ORDER BY c.id`,
        parameters: [],
        weight: 1,
      },
      {
        id: 'q2',
        name: 'one customer (asked once per row in N+1 code)',
        sql: 'SELECT count(*) AS orders, sum(total) AS total FROM orders WHERE customer_id = :customer',
        parameters: [{ name: ':customer', generator: { kind: 'uniform', min: 1, max: 2_000 } }],
        weight: 20,
      },
      {
        id: 'q3',
        name: 'delete a customer',
        sql: 'DELETE FROM customers WHERE id = :customer',
        parameters: [{ name: ':customer', generator: { kind: 'uniform', min: 1, max: 2_000 } }],
        weight: 1,
      },
    ],
    setups: [
      { id: 's1', name: 'no index', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
      {
        id: 's2',
        name: 'foreign key indexed',
        indexes: ['idx_orders_customer'],
        hasStatistics: false,
        cache: { kind: 'none' },
      },
      {
        id: 's3',
        name: 'covering',
        indexes: ['idx_orders_customer_total'],
        hasStatistics: false,
        cache: { kind: 'none' },
      },
    ],
  },
};
