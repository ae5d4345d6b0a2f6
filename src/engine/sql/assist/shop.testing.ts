// A small shop for the tests of the editor's knowledge, and texts with `|` for the caret.

import { foldName } from '../../../lib/sql-name.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Driver } from '../../sqlite/driver.ts';
import type { Completion } from './completion.ts';
import { completionsAt } from './completions-at.ts';
import { knownIndexes } from './names/known-indexes.ts';
import type { SqlKnowledge } from './sql-knowledge.ts';

export const shopSchema = `
  CREATE TABLE products (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, price REAL DEFAULT 0,
    category TEXT, gross REAL GENERATED ALWAYS AS (price * 1.2) STORED, UNIQUE (name, category)
  );
  CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, "order" INT, city TEXT);
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY, product_id INT NOT NULL REFERENCES products,
    customer_id INT REFERENCES customers (id), at TEXT, amount INT
  );
  CREATE TABLE parts (a INT, b INT, note TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
  CREATE TABLE uses (a INT, b INT, FOREIGN KEY (a, b) REFERENCES parts);
  CREATE TABLE "odd table" ("two words" TEXT, "quo""te" INT, plain INT);
  CREATE VIEW dear AS SELECT id, name AS title, price * 2 AS twice FROM products;`;

export const shopIndexes = [
  { name: 'by_category', sql: 'CREATE INDEX by_category ON products (category, price DESC)' },
  { name: 'by_product', sql: 'CREATE INDEX by_product ON orders(product_id) WHERE amount > 3;' },
  { name: 'lower_name', sql: 'CREATE UNIQUE INDEX lower_name ON customers (lower(name), city)' },
];

export function knowledgeOf(
  driver: Driver,
  schemaSql: string,
  indexes = shopIndexes,
): SqlKnowledge {
  const database = driver.open();
  try {
    database.run(schemaSql);
    const schema = readSchema(database);
    return {
      schema,
      indexes: knownIndexes(schema, schemaSql, indexes),
      rows: new Map([[foldName('products'), 1234567]]),
    };
  } finally {
    database.close();
  }
}

/** The text without its `|`, and where that stood. */
export function caretIn(text: string): { sql: string; offset: number } {
  const offset = text.indexOf('|');
  return { sql: text.slice(0, offset) + text.slice(offset + 1), offset };
}

export function offersAt(text: string, knowledge: SqlKnowledge): Completion[] {
  const { sql, offset } = caretIn(text);
  return completionsAt(sql, offset, knowledge).items;
}

/** The text with an item put in its place. */
export function withItem(text: string, item: Completion, knowledge: SqlKnowledge): string {
  const { sql, offset } = caretIn(text);
  const { start, end } = completionsAt(sql, offset, knowledge);
  return sql.slice(0, start) + item.insert + sql.slice(end);
}
