// The same range with a plain and a covering index, at two selectivities: the crossover.
import type { Example } from './example.ts';

export const coveringIndex: Example = {
  id: 'covering-index',
  summary: 'A plain index can be slower than none; one that covers the query is not.',
  playground: {
    title: 'Covering index',
    notes:
      'When half of the table matches, the plain index jumps to each row on its own and loses to a scan. The covering index holds all that the query reads and never visits the table. When one row in a thousand matches, both win. The insert shows what they cost.',
    schemaSql: `CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  price REAL NOT NULL,
  quantity INTEGER NOT NULL
);
`,
    recipe: { seed: 42, generatorsVersion: 1, rows: { items: 50_000 } },
    indexes: [
      { name: 'idx_items_price', sql: 'CREATE INDEX idx_items_price ON items (price)' },
      {
        name: 'idx_items_price_quantity',
        sql: 'CREATE INDEX idx_items_price_quantity ON items (price, quantity)',
      },
    ],
    queries: [
      {
        id: 'q1',
        name: 'the dearer half',
        sql: 'SELECT sum(quantity) FROM items WHERE price >= :price',
        parameters: [
          {
            name: ':price',
            generator: {
              kind: 'query',
              sql: 'SELECT price FROM items ORDER BY price LIMIT 1 OFFSET (SELECT count(*) / 2 FROM items)',
              exponent: 0,
            },
          },
        ],
        weight: 1,
      },
      {
        id: 'q2',
        name: 'the dearest thousandth',
        sql: 'SELECT sum(quantity) FROM items WHERE price >= :price',
        parameters: [
          {
            name: ':price',
            generator: {
              kind: 'query',
              sql: 'SELECT price FROM items ORDER BY price DESC LIMIT 1 OFFSET (SELECT count(*) / 1000 FROM items)',
              exponent: 0,
            },
          },
        ],
        weight: 1,
      },
      {
        id: 'q3',
        name: 'insert one',
        sql: `INSERT INTO items (name, description, price, quantity)
VALUES ('Folding chair', 'Beech, oiled', :cents / 100.0, 3)`,
        parameters: [{ name: ':cents', generator: { kind: 'uniform', min: 100, max: 100_000 } }],
        weight: 1,
      },
    ],
    setups: [
      { id: 's1', name: 'no index', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
      {
        id: 's2',
        name: 'plain index',
        indexes: ['idx_items_price'],
        hasStatistics: false,
        cache: { kind: 'none' },
      },
      {
        id: 's3',
        name: 'covering index',
        indexes: ['idx_items_price_quantity'],
        hasStatistics: false,
        cache: { kind: 'none' },
      },
    ],
  },
};
