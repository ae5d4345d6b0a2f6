// The practice exercise of the tutorial chapter, solved: an index, a cache, and 100 rows.
import type { Example } from './example.ts';

export const practiceExercise: Example = {
  id: 'practice-exercise',
  summary: 'Product with 100 rows: where an index makes a query slower. Then raise the rows.',
  playground: {
    title: 'Practice exercise',
    notes:
      'With 100 rows, many of them above 500, reading the whole table is quick: the index on price makes the query no faster, often slower. Set the rows to 100,000 under Data and compare again: the second query, which finds one row in a thousand, shows what the index is for.',
    schemaSql: `CREATE TABLE Product (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  category TEXT NOT NULL,
  price REAL NOT NULL
);
`,
    recipe: { seed: 42, generatorsVersion: 1, rows: { Product: 100 } },
    indexes: [
      {
        name: 'idx_product_category',
        sql: 'CREATE INDEX idx_product_category ON Product (category)',
      },
      { name: 'idx_product_price', sql: 'CREATE INDEX idx_product_price ON Product (price)' },
    ],
    queries: [
      {
        id: 'q1',
        name: 'price over 500',
        sql: 'SELECT id, name, category, price FROM Product WHERE price > 500',
        parameters: [],
        weight: 1,
      },
      {
        id: 'q2',
        name: 'the dearest thousandth',
        sql: 'SELECT id, name, category, price FROM Product WHERE price >= :price',
        parameters: [
          {
            name: ':price',
            generator: {
              kind: 'query',
              sql: 'SELECT price FROM Product ORDER BY price DESC LIMIT 1 OFFSET (SELECT count(*) / 1000 FROM Product)',
              exponent: 0,
            },
          },
        ],
        weight: 1,
      },
    ],
    setups: [
      { id: 's1', name: 'no index', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
      {
        id: 's2',
        name: 'index on category',
        indexes: ['idx_product_category'],
        hasStatistics: false,
        cache: { kind: 'none' },
      },
      {
        id: 's3',
        name: 'index on price',
        indexes: ['idx_product_category', 'idx_product_price'],
        hasStatistics: false,
        cache: { kind: 'none' },
      },
      {
        id: 's4',
        name: 'category + cache',
        indexes: ['idx_product_category'],
        hasStatistics: false,
        cache: { kind: 'lru', capacity: 100 },
      },
    ],
  },
};
