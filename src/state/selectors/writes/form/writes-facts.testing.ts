// What the page knows of a playground's schema, for tests of the lab's form: as SQLite reports it.

import type { Playground } from '../../../../engine/model/playground.ts';
import { readSchema } from '../../../../engine/schema/read-schema.ts';
import { loadTestDriver } from '../../../../engine/sqlite/sqljs.testing.ts';
import { emptyPlayground } from '../../../../examples/empty.ts';
import { firstWritesSettings, type WritesSettings } from '../../../writes-store.ts';
import type { WritesFacts } from './writes-fields.ts';

/** The facts of a page that is ready and has built nothing yet. */
export async function factsOfSchema(schemaSql: string): Promise<WritesFacts> {
  const driver = await loadTestDriver();
  const database = driver.open();
  try {
    database.run(schemaSql);
    return {
      inspection: {
        schema: readSchema(database),
        error: null,
        indexErrors: {},
        recipe: { tables: [], problems: [] },
        findings: [],
      },
      database: null,
      activity: { kind: 'ready' },
    };
  } finally {
    database.close();
  }
}

export const shopSql = `
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  price REAL NOT NULL CHECK (price >= 0)
);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 10),
  status TEXT NOT NULL CHECK (status IN ('open', 'paid'))
);
CREATE VIEW dear AS SELECT * FROM products WHERE price > 900;
`;

/** Two tables, three indexes on the first, three setups. */
export const shop: Playground = {
  ...emptyPlayground,
  schemaSql: shopSql,
  recipe: { seed: 3, generatorsVersion: 1, rows: { products: 20_000, orders: 500 } },
  indexes: [
    { name: 'by_category', sql: 'CREATE INDEX by_category ON products (category)' },
    { name: 'by_price', sql: 'CREATE INDEX by_price ON products (price)' },
    { name: 'by_product', sql: 'CREATE INDEX by_product ON orders (product_id)' },
  ],
  setups: [
    { id: 'a', name: 'none', indexes: [], hasStatistics: false, cache: { kind: 'none' } },
    {
      id: 'b',
      name: 'both',
      indexes: ['by_category', 'by_price'],
      hasStatistics: false,
      cache: { kind: 'none' },
    },
    {
      id: 'c',
      name: 'orders',
      indexes: ['by_product'],
      hasStatistics: false,
      cache: { kind: 'none' },
    },
  ],
};

export function settings(patch: Partial<WritesSettings> = {}): WritesSettings {
  return { ...firstWritesSettings, ...patch };
}
