// What is offered compiles, asked of SQLite; and no text makes the search for it fail.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { anyCharacter } from '../../../lib/any-character.testing.ts';
import type { Database, Driver } from '../../sqlite/driver.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import type { CompletionKind } from './completion.ts';
import { completionsAt } from './completions-at.ts';
import { knowledgeOf, offersAt, shopIndexes, shopSchema, withItem } from './shop.testing.ts';
import type { SqlKnowledge } from './sql-knowledge.ts';

let driver: Driver;
let shop: SqlKnowledge;
beforeAll(async () => {
  driver = await loadTestDriver();
  shop = knowledgeOf(driver, shopSchema);
});

describe('against SQLite', () => {
  let database: Database;
  beforeAll(() => {
    database = driver.open();
    database.run(shopSchema);
    for (const index of shopIndexes) database.run(index.sql);
  });
  afterAll(() => database.close());

  const compiles = (sql: string): string => {
    try {
      database.prepare(sql).free();
      return '';
    } catch (error) {
      return `${sql}: ${error instanceof Error ? error.message : error}`;
    }
  };

  test.each<[string, CompletionKind[]]>([
    ['SELECT p.| FROM products p', []],
    ['SELECT * FROM products WHERE |', ['column']],
    ['SELECT * FROM orders o JOIN products p ON |', ['column', 'condition']],
    ['SELECT * FROM orders o JOIN products p |', ['condition']],
    ['SELECT | FROM orders o, customers c, products, "odd table"', ['column']],
    ['SELECT * FROM |', ['table', 'view']],
    ['WITH x AS (SELECT * FROM dear) SELECT x.| FROM x', []],
    ['WITH x AS (SELECT * FROM dear) SELECT * FROM | ', ['common-table']],
    ['SELECT s.| FROM (SELECT c.*, o.amount FROM customers c JOIN orders o) s', []],
    ['SELECT 1 FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE |)', ['column']],
    ['SELECT e.| FROM json_each(1) e', []],
    ['INSERT INTO products (|) VALUES (1)', []],
    ['UPDATE products SET | = 1', []],
    ['UPDATE "odd table" SET plain = |', ['column']],
    ['SELECT * FROM products ORDER BY name COLLATE |', []],
    ['SELECT * FROM products INDEXED BY | WHERE category = 1', ['index']],
    ['CREATE INDEX i ON "odd table" (|)', ['column']],
    ['CREATE TABLE t (a |)', ['type']],
    ['SELECT category FROM products GROUP BY 1 ORDER BY |', ['column']],
    ['SELECT * FROM parts JOIN uses USING (|)', []],
    ['INSERT INTO parts VALUES (1, 2, 3) ON CONFLICT DO NOTHING RETURNING |', ['column']],
    ['INSERT INTO parts VALUES (1, 2, 3) ON CONFLICT (a, b) DO UPDATE SET note = |', ['column']],
    ['SELECT sum(id) OVER | FROM orders WINDOW w AS (), v AS (w)', []],
  ])('everything offered compiles: %s', (text, kinds) => {
    const items = offersAt(text, shop).filter(
      ({ kind }) => kinds.length === 0 || kinds.includes(kind),
    );
    expect(items.length).toBeGreaterThan(0);
    expect(items.map((item) => compiles(withItem(text, item, shop))).filter(Boolean)).toEqual([]);
  });

  it('holds for columns and conditions behind any FROM', () => {
    const source = fc.constantFrom(
      ...[
        'orders',
        'orders o',
        'products p',
        'customers AS c',
        'dear d',
        'parts',
        'uses u',
        '"odd table"',
      ],
      ...[
        '(SELECT * FROM orders) s',
        '(SELECT id AS n, * FROM products) q',
        'w',
        'w AS v',
        'json_each(1) e',
      ],
    );
    const join = fc.constantFrom(', ', ' JOIN ', ' LEFT JOIN ', ' CROSS JOIN ', ' NATURAL JOIN ');
    const place = fc.constantFrom(
      'SELECT | FROM @',
      'SELECT 1 FROM @ WHERE |',
      'SELECT 1 FROM @ WHERE 1 = |',
      'SELECT 1 FROM @ GROUP BY |',
      'SELECT 1 FROM @ ORDER BY |',
      'SELECT (SELECT |) FROM @',
      'SELECT 1 FROM @ WHERE EXISTS (SELECT 1 FROM uses x WHERE |)',
      'SELECT sum(|) OVER () FROM @',
    );
    const from = fc
      .uniqueArray(source, {
        minLength: 1,
        maxLength: 4,
        selector: (each) => each.split(' ').at(-1),
      })
      .chain((sources) =>
        fc
          .array(join, { minLength: sources.length, maxLength: sources.length })
          .map((joins) => sources.map((each, at) => (at === 0 ? each : joins[at] + each)).join('')),
      );
    let compiled = 0;
    fc.assert(
      fc.property(place, from, (text, sources) => {
        const whole = `WITH w AS (SELECT id, amount AS much FROM orders) ${text.replace('@', sources)}`;
        const items = offersAt(whole, shop).filter(
          ({ kind }) => kind === 'column' || kind === 'condition',
        );
        const failures = items.map((item) => compiles(withItem(whole, item, shop)));
        compiled += items.length;
        expect(failures.filter(Boolean)).toEqual([]);
      }),
      { numRuns: 80 },
    );
    expect(compiled).toBeGreaterThan(300);
  });

  it('holds for tables of any names', () => {
    const name = fc.oneof(
      fc.constantFrom('order', 'Group', 'a b', 'x"y', 'ü', '1st', 'select', 'key', "it's", 'a.b'),
      fc.stringMatching(/^[a-z]{1,4}$/),
    );
    fc.assert(
      fc.property(
        name,
        fc.uniqueArray(name, {
          minLength: 1,
          maxLength: 4,
          selector: (each) => each.toLowerCase(),
        }),
        (table, names) => {
          const write = (each: string) => `"${each.replaceAll('"', '""')}"`;
          const database = driver.open();
          try {
            const script = `CREATE TABLE ${write(table)} (${names.map(write).join(', ')})`;
            database.run(script);
            const knowledge = knowledgeOf(driver, script, []);
            const text = `SELECT alias.| FROM ${write(table)} alias`;
            const items = offersAt(text, knowledge);
            expect(items.map(({ label }) => label)).toEqual(names);
            for (const item of items) {
              database.prepare(withItem(text, item, knowledge)).free();
            }
            const [first] = offersAt('SELECT * FROM |', knowledge);
            if (first) database.prepare(withItem('SELECT * FROM |', first, knowledge)).free();
          } finally {
            database.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

const pieces =
  `SELECT FROM WHERE JOIN ON ( ) , . ; ' " [ \` products p orders o id name = AS WITH x IN UPDATE SET
  INSERT INTO VALUES CREATE TABLE INDEX TRIGGER BEGIN END CASE WHEN -- /* */ :a 1 2.5 || * GROUP BY ORDER
  REFERENCES PRIMARY KEY CHECK USING INDEXED COLLATE OVER UNION DELETE \n main`.split(/[ ]+/);

it('throws for no text and no offset', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 40 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(text, fc.integer({ min: -3, max: 160 }), (sql, offset) => {
      const { start, end, items } = completionsAt(sql, offset, shop);
      const caret = Math.max(0, Math.min(offset, sql.length));
      expect(start).toBeLessThanOrEqual(caret);
      expect(end).toBeGreaterThanOrEqual(caret);
      expect(end).toBeLessThanOrEqual(sql.length);
      for (const item of items) {
        if (item.insert === '' || item.caret > item.insert.length) throw new Error(item.label);
      }
    }),
    { numRuns: 300 },
  );
});
