// What is said of names, drawn as texts with `|`; and against what SQLite's PRAGMAs say.
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Driver } from '../../../sqlite/driver.ts';
import { loadTestDriver } from '../../../sqlite/sqljs.testing.ts';
import { caretIn, knowledgeOf, shopIndexes, shopSchema } from '../shop.testing.ts';
import { noKnowledge, type SqlKnowledge } from '../sql-knowledge.ts';
import { hoverAt } from './hover-at.ts';

let driver: Driver;
let shop: SqlKnowledge;
beforeAll(async () => {
  driver = await loadTestDriver();
  shop = knowledgeOf(driver, shopSchema);
});

function said(text: string): string[] {
  const { sql, offset } = caretIn(text);
  return hoverAt(sql, offset, shop)?.lines.map((line) => line.text) ?? [];
}

describe('a column', () => {
  test.each<[string, string[]]>([
    [
      'SELECT pr|ice FROM products',
      [
        'products.price REAL DEFAULT 0',
        'Affinity real.',
        'INDEX by_category (category, price DESC)',
        'Its column 2 of 2: of use behind those before it.',
      ],
    ],
    [
      'SELECT o.product|_id FROM orders o',
      [
        'orders.product_id INT NOT NULL',
        'Affinity integer.',
        'References products (id).',
        'INDEX by_product (product_id) WHERE amount > 3',
        'Its only column.',
      ],
    ],
    [
      'SELECT 1 FROM orders o JOIN products p ON o.product_id = p.|id',
      [
        'products.id INTEGER PRIMARY KEY',
        'Affinity integer. The rowid itself: it is found without an index.',
        'Referenced by orders.product_id.',
      ],
    ],
    [
      'SELECT gross| FROM products',
      [
        'products.gross REAL GENERATED',
        'Affinity real. Computed from other columns.',
        'In no index.',
      ],
    ],
    [
      'SELECT s.n| FROM (SELECT amount AS n FROM orders) s',
      ['n is this column:', 'orders.amount INT', 'Affinity integer.', 'In no index.'],
    ],
    [
      'SELECT d.title| FROM dear d',
      [
        'title is this column:',
        'products.name TEXT NOT NULL',
        'Affinity text.',
        'UNIQUE constraint (name, category)',
        'Its first column of 2.',
      ],
    ],
    ['SELECT d.twice| FROM dear d', ['d.twice', 'Computed; in no index.']],
    [
      'SELECT s.id| FROM (SELECT id FROM orders UNION SELECT a FROM uses) s',
      ['s.id INTEGER', 'Computed; in no index.'],
    ],
    ['SELECT s.n| FROM (SELECT 1 AS n) s', ['s.n', 'Computed; in no index.']],
    [
      'SELECT b| FROM parts',
      [
        'parts.b INT PRIMARY KEY NOT NULL',
        'Affinity integer. Column 2 of the primary key (a, b).',
        'Referenced by uses.b.',
        'UNIQUE constraint (a, b)',
        'Its column 2 of 2: of use behind those before it.',
      ],
    ],
    ['UPDATE orders SET amo|unt = 1', ['orders.amount INT', 'Affinity integer.', 'In no index.']],
    [
      'INSERT INTO orders (amo|unt) VALUES (1)',
      ['orders.amount INT', 'Affinity integer.', 'In no index.'],
    ],
    [
      'CREATE INDEX i ON orders (amo|unt)',
      ['orders.amount INT', 'Affinity integer.', 'In no index.'],
    ],
    [
      'SELECT "ord|er" FROM customers',
      ['customers."order" INT', 'Affinity integer.', 'In no index.'],
    ],
    ['SELECT nothing| FROM customers', []],
    ["SELECT 'na|me' FROM customers", []],
    ['SELECT 1 -- na|me\n FROM customers', []],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('other names', () => {
  it('lists columns, rows and indexes of a table', () => {
    const lines = said('SELECT * FROM prod|ucts');
    expect(lines.slice(0, 3)).toEqual([
      'TABLE products',
      '5 columns, 1,234,567 rows.',
      'id INTEGER PRIMARY KEY',
    ]);
    expect(lines.at(-2)).toBe('INDEX by_category (category, price DESC)');
    expect(lines.at(-1)).toBe('UNIQUE constraint (name, category)');
    expect(said('INSERT INTO par|ts VALUES (1)')[1]).toBe('3 columns, WITHOUT ROWID.');
    expect(said('CREATE TABLE t (a REFERENCES par|ts (a))')[0]).toBe('TABLE parts');
    expect(said('SELECT * FROM main.par|ts')[0]).toBe('TABLE parts');
  });

  test.each<[string, string[]]>([
    ['SELECT p|.id FROM products p', ['p stands for the table products.', 'TABLE products']],
    ['SELECT 1 FROM products p|', ['p stands for the table products.', 'TABLE products']],
    ['SELECT 1 FROM products |p', ['p stands for the table products.', 'TABLE products']],
    ['SELECT d|.id FROM dear d', ['d stands for the view dear.', 'VIEW dear']],
    ['SELECT 1 FROM (SELECT 1 AS one) su|b', ['sub stands for the subquery.', 'subquery']],
    ['WITH c AS (SELECT id FROM orders) SELECT 1 FROM |c', ['WITH c', 'id INT']],
    ['SELECT x.key FROM json_each(1) |x', ['x stands for the function json_each.', 'json_each']],
    [
      'SELECT * FROM products INDEXED BY by_|category',
      ['INDEX by_category (category, price DESC) ON products'],
    ],
  ])('%s', (text, expected) => {
    expect(said(text).slice(0, expected.length)).toEqual(
      expected.map((line) => (line === 'id INT' ? 'id INTEGER' : line)),
    );
  });

  it('tells of functions and of keywords that need it', () => {
    expect(said('SELECT sub|str(name, 1) FROM products')[0]).toBe('substr(text, start[, length])');
    expect(said('SELECT * FROM json_|each(1)')[0]).toBe('json_each(json[, path])');
    expect(said('SELECT max|(1)')).toHaveLength(4);
    expect(said('SELECT 1 UNI|ON SELECT 2')[1]).toContain('equal rows');
    expect(said('SELECT 1 UNI|ON ALL SELECT 2')).toEqual([]);
    expect(said('SEL|ECT 1')).toEqual([]);
  });

  it('marks the name that it speaks of', () => {
    const sql = 'SELECT 1; SELECT "order" FROM customers';
    expect(hoverAt(sql, 20, shop)).toMatchObject({ start: 17, end: 24 });
  });
});

it('agrees with SQLite about types, keys and places in indexes', () => {
  const database = driver.open();
  database.run(shopSchema);
  for (const { sql } of shopIndexes) database.run(sql);
  const tables = database
    .all("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .flat()
    .map(String);
  let checked = 0;
  for (const table of tables) {
    const quoted = `"${table}"`;
    const indexes = database.all(`PRAGMA index_list(${quoted})`);
    for (const [, column, type, isNotNull] of database.all(`PRAGMA table_xinfo(${quoted})`)) {
      const sql = `SELECT alias."${String(column).replaceAll('"', '""')}" FROM ${quoted} alias`;
      const lines = hoverAt(sql, 15, shop)?.lines.map(({ text }) => text) ?? [];
      const [declaration = ''] = lines;
      expect(declaration).toContain(` ${type}`);
      expect(declaration.includes('NOT NULL')).toBe(isNotNull === 1);
      const positions = indexes.flatMap(([, index]) => {
        const terms = database.all(`PRAGMA index_info("${index}")`);
        const at = terms.findIndex(([, , name]) => name === column);
        if (at < 0) return [];
        if (terms.length === 1) return ['Its only column.'];
        return [at === 0 ? `Its first column of ${terms.length}.` : `Its column ${at + 1} of`];
      });
      const told = lines.filter((line) => line.startsWith('Its '));
      expect([sql, told.length]).toEqual([sql, positions.length]);
      for (const position of positions) {
        expect(told.some((line) => line.startsWith(position))).toBe(true);
      }
      checked++;
    }
  }
  expect(checked).toBe(22);
  database.close();
});

it('throws for no text and no offset', () => {
  const pieces = 'SELECT p . products ( ) , FROM AS "order" \' substr UNION WITH x ; JOIN ON'.split(
    ' ',
  );
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 });
  fc.assert(
    fc.property(text, fc.integer({ min: -2, max: 120 }), (parts, offset) => {
      const sql = parts.join(' ');
      const hover = hoverAt(sql, offset, shop);
      if (hover) expect(hover.end).toBeLessThanOrEqual(sql.length);
      hoverAt(sql, offset, noKnowledge);
    }),
    { numRuns: 500 },
  );
});
