import { afterEach, expect, test } from 'vitest';
import { items, openTestApp, type TestApp } from '../../playground-app.testing.ts';

let open: TestApp | null = null;

afterEach(() => {
  open?.close();
  open = null;
});

const imported = {
  imageId: 'i0123456789abcdef',
  fileName: 'shop.db',
  sizeBytes: 4096,
  tables: [{ name: 'items', rows: 3 }],
  engine: 'sql.js' as const,
};

function paste(sql: string, part: Partial<typeof items> = { imported }) {
  const before = { ...items, ...part };
  open = openTestApp(before);
  const { app } = open;
  app.pasteSql(sql);
  const { playground } = app.document.store.getState();
  return { before, playground, notice: app.ui.getState().notices.at(-1) };
}

test('into data of a file come indexes and queries, and no schema that the data has not', () => {
  const { before, playground, notice } = paste(`
    CREATE TABLE more (id INTEGER PRIMARY KEY);
    CREATE VIEW dear AS SELECT * FROM items;
    INSERT INTO items VALUES (1, 'Lamp', 3);
    CREATE INDEX by_name ON items (name);
    SELECT count(*) FROM items;`);
  expect(playground.schemaSql).toBe(before.schemaSql);
  expect(playground.indexes.map(({ name }) => name)).toEqual(['items_price', 'by_name']);
  expect(playground.queries).toHaveLength(2);
  expect(notice?.tone).toBe('warning');
  expect(notice?.details.filter((line) => line.startsWith('Left out'))).toEqual([
    expect.stringMatching(/CREATE TABLE more.*\(the data is that of shop\.db\)/),
    expect.stringMatching(/CREATE VIEW dear.*\(the data is that of shop\.db\)/),
    expect.stringMatching(/INSERT INTO items.*\(the data is that of shop\.db\)/),
  ]);
  expect(notice?.details.join()).not.toContain('Schema:');
});

test('a schema alone adds nothing to data of a file; of many statements the first are named', () => {
  const { before, playground, notice } = paste('INSERT INTO items VALUES (1, 2, 3);'.repeat(900));
  expect(playground).toBe(before);
  expect(notice?.text).toBe('Nothing was added');
  expect(notice?.details).toHaveLength(6);
  expect(notice?.details.at(-1)).toMatch(/895 more statements/);
});

test('into a recipe comes the schema', () => {
  const { playground, notice } = paste('CREATE TABLE more (id INTEGER PRIMARY KEY);', {});
  expect(playground.schemaSql).toContain('CREATE TABLE more');
  expect(notice?.details).toContain('Schema: 1 statement');
});
