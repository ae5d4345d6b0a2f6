// Takes each word of whole statements away and asks what fits there: the word must be among it.
import { beforeAll, expect, it } from 'vitest';
import { examples } from '../../../examples/list.ts';
import type { Driver } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { nameOf } from '../quote-name.ts';
import { meaningfulTokens, type Token, tokenText } from '../token.ts';
import { completionsAt } from './completions-at.ts';
import { knowledgeOf, shopIndexes, shopSchema } from './shop.testing.ts';
import type { SqlKnowledge } from './sql-knowledge.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadTestDriver();
});

const statements = [
  'SELECT p.name, count(*) AS sold, sum(o.amount * p.price) total FROM orders o JOIN products p ON o.product_id = p.id LEFT JOIN customers c ON c.id = o.customer_id WHERE p.category = :category AND o.amount BETWEEN 1 AND 5 GROUP BY p.name HAVING count(*) > 2 ORDER BY total DESC, p.name COLLATE NOCASE LIMIT 10 OFFSET 5',
  "SELECT CASE WHEN price > 10 THEN 'dear' WHEN price IS NULL THEN upper(category) ELSE name END FROM products WHERE name LIKE 'a%' OR NOT EXISTS (SELECT 1 FROM orders WHERE orders.product_id = products.id)",
  'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5), best AS (SELECT id, price FROM products ORDER BY price DESC LIMIT 3) SELECT n.i, best.price FROM n CROSS JOIN best ORDER BY i',
  'SELECT name, rank() OVER (PARTITION BY category ORDER BY price DESC) AS place, lag(price) OVER (ORDER BY id) FROM products',
  "SELECT DISTINCT city FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE at >= date('now')) UNION SELECT title FROM dear INTERSECT SELECT name FROM products",
  "SELECT e.value FROM products, json_each(products.name) AS e WHERE e.type = 'text'",
  'INSERT INTO orders (product_id, customer_id) SELECT p.id, c.id FROM products p, customers c WHERE c.city IS NOT NULL',
  'INSERT INTO customers (id, name) VALUES (1, lower(:name)) ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE city IS NULL RETURNING id',
  'UPDATE orders SET amount = amount + 1, at = NULL WHERE product_id IN (SELECT id FROM products WHERE price < 3) RETURNING id, amount',
  'DELETE FROM orders WHERE customer_id NOT IN (SELECT id FROM customers) AND amount = 0',
  'SELECT a, note FROM parts JOIN uses USING (a) WHERE parts.b = uses.b GROUP BY a, note',
  'SELECT * FROM products INDEXED BY by_category WHERE category = 1 ORDER BY price',
  'SELECT t.total FROM (SELECT customer_id AS who, sum(amount) AS total FROM orders GROUP BY customer_id) t WHERE t.who > 3',
  'CREATE INDEX fresh ON orders (customer_id, amount DESC) WHERE amount > 3',
  'CREATE VIEW cheap AS SELECT name, price FROM products WHERE price < 1',
  'CREATE TABLE fresh (id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (length(kind) > 1), product INTEGER REFERENCES products (id) ON DELETE CASCADE, UNIQUE (kind, product)) STRICT',
  'CREATE TRIGGER fresh AFTER INSERT ON orders WHEN new.amount > 3 BEGIN UPDATE products SET price = price + new.amount WHERE id = new.product_id; END',
  'EXPLAIN QUERY PLAN SELECT max(price) FROM products',
];

// In their order in the statements; all other words are known before they are typed.
const newNames =
  'sold total o p c n i best place e p c who total t fresh cheap fresh id kind product fresh';

/** The words that are not offered where they stand. */
function notOffered(sql: string, knowledge: SqlKnowledge): { name: string; before: string }[] {
  const tokens = meaningfulTokens(sql);
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'quoted') return [];
    const written = tokenText(sql, token);
    const without = sql.slice(0, token.start) + sql.slice(token.end);
    const { items } = completionsAt(without, token.start, knowledge);
    const name = nameOf(sql, token).toLowerCase();
    const isOffered = items.some(
      ({ filter, insert }) =>
        filter.toLowerCase() === name ||
        insert.toLowerCase().split(/[ (]/)[0] === name ||
        isSecondWord(sql, tokens, at, insert),
    );
    return isOffered ? [] : [{ name: written, before: sql.slice(0, token.start) }];
  });
}

// `GROUP BY` is one item.
function isSecondWord(sql: string, tokens: readonly Token[], at: number, insert: string): boolean {
  const token = tokens[at];
  return (
    token !== undefined && insert.split(' ').slice(1).includes(tokenText(sql, token).toUpperCase())
  );
}

it('offers each word of a statement in its place', () => {
  const shop = knowledgeOf(driver, shopSchema);
  const database = driver.open();
  database.run(shopSchema);
  for (const { sql } of shopIndexes) database.run(sql);
  const missing = statements.flatMap((sql) => {
    database.prepare(sql).free();
    return notOffered(sql, shop).map(({ name }) => name);
  });
  database.close();
  expect(missing.join(' ')).toBe(newNames);
});

it('offers each word of the examples in its place', () => {
  const missing = examples.flatMap(({ playground }) => {
    const knowledge = knowledgeOf(driver, playground.schemaSql, playground.indexes);
    return playground.queries.flatMap(({ sql }) => notOffered(sql, knowledge));
  });
  expect(missing.filter(({ before }) => !/\bAS $/.test(before))).toEqual([]);
});
