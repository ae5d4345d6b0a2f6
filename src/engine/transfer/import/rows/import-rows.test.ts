import { beforeAll, describe, expect, it } from 'vitest';
import type { RowsTarget } from '../../../model/transfer/import.ts';
import type { Drivers } from '../database/virtual-tables.ts';
import {
  databaseFile,
  importFile,
  refusalOf,
  rowsIn,
  sourceOf,
  testDrivers,
} from '../import-files.testing.ts';
import { inspectFile } from '../inspect-file.ts';
import { importRows } from './import-rows.ts';

let drivers: Drivers;
let shop: Uint8Array;

beforeAll(async () => {
  drivers = await testDrivers();
  shop = databaseFile(
    drivers.sqljs,
    `CREATE TABLE kind (id INTEGER PRIMARY KEY, name TEXT);
     CREATE TABLE item (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL REFERENCES kind,
       name TEXT UNIQUE, price REAL CHECK (price > 0), twice REAL AS (price * 2));
     CREATE INDEX item_kind ON item (kind);
     CREATE TABLE log (id INTEGER PRIMARY KEY ON CONFLICT IGNORE, text);
     CREATE TABLE child (id INTEGER, parent INTEGER REFERENCES kind DEFERRABLE INITIALLY DEFERRED);
     INSERT INTO kind VALUES (1, 'fruit'), (2, 'tool');
     INSERT INTO item VALUES (1, 1, 'apple', 2);`,
  );
});

function into(table: string, columns: RowsTarget['columns'], text: string) {
  return importRows(
    {
      source: sourceOf(text, 'items.csv'),
      file: { kind: 'csv', encoding: 'utf-8' },
      options: { delimiter: ',', hasHeader: true, emptyIsNull: true },
      target: { table, isNew: false, columns },
      base: shop,
    },
    drivers,
    () => {},
  );
}

describe('rows into a table that is there', () => {
  it('go in where they are valid; the others are told with line and message', async () => {
    const text = `nr,kind,skip,name,price
2,1,x,pear,3
3,9,x,plum,1
4,1,x,apple,1
5,2,x,hammer,-1
6,,x,nail,1
1,1,x,again,1
7,2,x,saw,19.5
`;
    const image = await into('item', ['id', 'kind', null, 'name', 'price'], text);
    expect(
      rowsIn(drivers.sqljs, image.bytes, 'SELECT id, kind, name, price, twice FROM item'),
    ).toEqual([
      [1, 1, 'apple', 2, 4],
      [2, 1, 'pear', 3, 6],
      [7, 2, 'saw', 19.5, 39],
    ]);
    expect(image.outcome.badRowCount).toBe(5);
    expect(image.outcome.badRows.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 SQLite refused it: FOREIGN KEY constraint failed.',
      '4 SQLite refused it: UNIQUE constraint failed: item.name.',
      '5 SQLite refused it: CHECK constraint failed: price > 0.',
      '6 SQLite refused it: NOT NULL constraint failed: item.kind.',
      '7 SQLite refused it: UNIQUE constraint failed: item.id.',
    ]);
    expect(image.outcome).toMatchObject({
      imported: {
        fileName: 'items.csv',
        tables: [
          { name: 'kind', rows: 2 },
          { name: 'item', rows: 3 },
          { name: 'log' },
          { name: 'child' },
        ],
      },
      indexes: [{ name: 'item_kind' }],
    });
  });

  it('are counted when the table ignores them', async () => {
    const image = await into('log', ['id', 'text'], 'a,b\n1,x\n1,y\n2,z\n');
    expect(image.outcome.warnings).toEqual([
      "1 row went in and are not there: the table's ON CONFLICT clauses and triggers ignored them or put others in their place.",
    ]);
  });

  it('are refused as a whole where nothing can be taken, or nothing fits together', async () => {
    const refused = async (...request: Parameters<typeof into>) =>
      (await refusalOf(() => into(...request))).message;
    expect(await refused('item', ['id', 'kind'], 'a,b\n2,9\n')).toBe(
      'None of the 1 rows could be taken. The first, in line 2: SQLite refused it: FOREIGN KEY constraint failed.',
    );
    expect(await refused('child', ['id', 'parent'], 'a,b\n1,1\n2,9\n')).toContain(
      'FOREIGN KEY constraint failed',
    );
    expect(await refused('nothing', ['id'], 'a\n1\n')).toBe(
      'There is no table "nothing" in the database.',
    );
    expect(await refused('item', ['id', 'twice'], 'a,b\n1,1\n')).toContain('no column "twice"');
    expect(await refused('item', [null, null], 'a,b\n1,1\n')).toContain('No column');
  });

  it('leave the database that was there as it is', async () => {
    const before = shop.slice();
    await into('item', ['id', 'kind'], 'a,b\n8,1\n');
    await refusalOf(() => into('item', ['id', 'kind'], 'a,b\n9,9\n'));
    expect(Buffer.from(shop).equals(before)).toBe(true);
  });
});

describe('rows into a new table', () => {
  it('stand beside the tables that are there', async () => {
    const request = {
      source: sourceOf('a,b\n1,x\n', 'more.csv'),
      file: { kind: 'csv', encoding: 'utf-8' },
      options: { delimiter: ',', hasHeader: true, emptyIsNull: true },
      target: {
        table: 'kind',
        isNew: true,
        columns: [
          { name: 'a', type: 'REAL' },
          { name: 'b', type: 'TEXT' },
        ],
      },
      base: shop,
    } as const;
    const target = { ...request.target, columns: [...request.target.columns] };
    expect(
      (await refusalOf(() => importRows({ ...request, target }, drivers, () => {}))).message,
    ).toBe('The table "kind" cannot be created: table kind already exists.');
    const image = await importRows(
      { ...request, target: { ...target, table: 'order' } },
      drivers,
      () => {},
    );
    expect(rowsIn(drivers.sqljs, image.bytes, 'SELECT * FROM "order"')).toEqual([[1, 'x']]);
    expect(image.outcome.imported.tables).toHaveLength(5);
  });

  it('make an image no larger than its pages', async () => {
    const text = `a,b\n${`1,${'some text to fill the pages '.repeat(9)}\n`.repeat(6000)}`;
    const { image } = await importFile(text, drivers);
    const [[pages] = []] = rowsIn(
      drivers.sqljs,
      image.bytes,
      'SELECT page_count * page_size FROM pragma_page_count, pragma_page_size',
    );
    expect(image.bytes.length).toBe(pages);
    expect(image.record.sizeBytes).toBe(pages);
  });
});

describe('JSON rows', () => {
  const load = (text: string) => importFile(text, drivers);

  it('of objects have the union of their keys as columns', async () => {
    const { report, rows } = await load(
      '[{"id": 1, "name": "x"}, {"id": 2, "tags": ["a", {"b": 9007199254740993}], "ok": true}]',
    );
    expect(report.format).toBe('json');
    expect(report.columns).toEqual([
      { name: 'id', type: 'INTEGER' },
      { name: 'name', type: 'TEXT' },
      { name: 'tags', type: 'TEXT' },
      { name: 'ok', type: 'INTEGER' },
    ]);
    expect(rows).toEqual([
      [1, 'x', null, null],
      [2, null, '["a",{"b":9007199254740993}]', 1],
    ]);
  });

  it('keep integers exact and texts texts', async () => {
    const { rows } = await load(
      '[{"a": 9007199254740993, "b": "007", "c": "12345678901234567890"}]',
    );
    expect(rows).toEqual([[9007199254740993n, '007', '12345678901234567890']]);
  });

  it('keep doubles of any length, in a list and in lines', async () => {
    const list = '[{"a":0.30000000000000004},{"a":12345678901234567.5e-3}]';
    const lines = list.slice(1, -1).replace('},{', '}\n{');
    for (const each of [list, lines]) {
      const { report, rows, image } = await load(each);
      expect(report.columns).toEqual([{ name: 'a', type: 'REAL' }]);
      expect(rows).toEqual([[0.30000000000000004], [12345678901234.568]]);
      expect(image.outcome.badRowCount).toBe(0);
    }
  });

  it('keep integers exact behind texts that are long or full of escapes', async () => {
    const text = '\\"1234567890123456789\\\\'.repeat(200_000);
    const { rows } = await load(`[{"a": "${text}", "b": "\\\\", "c": 9007199254740993}]`);
    expect(rows.map(([, b, c]) => [b, c])).toEqual([['\\', 9007199254740993n]]);
    expect(String(rows[0]?.[0]).length).toBe(21 * 200_000);
  });

  it('of doubles and of integers that no double holds keep both', async () => {
    const { rows } = await load('[{"a": 9007199254740993}, {"a": 0.5}, {"a": 2e300}]');
    expect(rows).toEqual([[9007199254740993n], [0.5], [2e300]]);
  });

  it('take the bytes that our own files write', async () => {
    const { report, rows } = await load(
      '[{"a": {"$blob": "00fF"}, "b": {"$blob": "0"}, "c": {"$blob": "00", "x": 1}}]',
    );
    expect(report.columns.map(({ type }) => type)).toEqual(['BLOB', 'TEXT', 'TEXT']);
    expect(report.warnings).toEqual([]);
    expect(rows).toEqual([[new Uint8Array([0, 255]), '{"$blob":"0"}', '{"$blob":"00","x":1}']]);
  });

  it('of numbers and texts in one column keep both', async () => {
    const { report, rows } = await load('[{"a": 1}, {"a": "x"}, {"a": 1.5}, {"a": "2"}]');
    expect(report.columns).toEqual([{ name: 'a', type: 'BLOB' }]);
    expect(report.warnings).toHaveLength(1);
    expect(rows).toEqual([[1], ['x'], [1.5], ['2']]);
  });

  it('of lists are told when one is shorter', async () => {
    const { rows, image } = await load('[[1, "a"], [2], [3, "c"], "x"]');
    expect(rows).toEqual([
      [1, 'a'],
      [3, 'c'],
    ]);
    expect(image.outcome.badRowUnit).toBe('row');
    expect(image.outcome.badRows).toEqual([
      { line: 2, reason: 'It has 1 values where the longest row has 2.', excerpt: '[2]' },
      { line: 4, reason: 'It is a string, not an object or a list.', excerpt: 'x' },
    ]);
  });

  it.each([
    ['[["id","n"],[1,"a"],[2,null]]', ['id INTEGER', 'n TEXT'], 2],
    ['["id","n"]\n[1,"a"]\n[9007199254740993,"b"]', ['id INTEGER', 'n TEXT'], 2],
    ['[["id",""],[1,"a"]]', ['column_1 BLOB', 'column_2 TEXT'], 2],
    ['[["n","n"],[1,"a"]]', ['column_1 BLOB', 'column_2 TEXT'], 2],
    ['[["x","y"],["a","b"],["c",null]]', ['column_1 TEXT', 'column_2 TEXT'], 3],
    ['[[1,"x"],[2,"y"]]', ['column_1 INTEGER', 'column_2 TEXT'], 2],
  ])('of lists in %j have the columns %j', async (text, columns, rowCount) => {
    const { report, rows } = await load(text);
    expect(report.canHaveHeader).toBe(true);
    expect(report.columns.map(({ name, type }) => `${name} ${type}`)).toEqual(columns);
    expect(rows).toHaveLength(rowCount);
    expect(report.expectedRows).toBe(rowCount);
    expect(report.warnings.join()).not.toMatch(/without a name/);
  });

  it('of lists have the header that the user says, objects have none', async () => {
    const texts = '[["x",null],["a","b"],["a","c"]]';
    const named = await importFile(texts, drivers, { hasHeader: true });
    expect(named.report).toMatchObject({
      options: { hasHeader: true },
      columns: [{ name: 'x' }, { name: 'column_2' }],
      warnings: ['A column without a name was named column_2.'],
    });
    expect(named.rows).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
    const plain = await importFile('[["id","n"],[1,"a"]]', drivers, { hasHeader: false });
    expect(plain.rows).toEqual([
      ['id', 'n'],
      [1, 'a'],
    ]);
    const alone = await inspectFile(sourceOf('[["id","n"]]'), drivers);
    expect(alone).toMatchObject({ options: { hasHeader: false }, rows: [['id', 'n']] });
    const only = 'The file has only a header: no row of data follows it.';
    const refused = () => importFile('[["id","n"]]', drivers, { hasHeader: true });
    expect((await refusalOf(refused)).message).toBe(only);
    const objects = await importFile('[{"a":"b"},{"a":1}]', drivers, { hasHeader: true });
    expect(objects.report).toMatchObject({ canHaveHeader: false, options: { hasHeader: false } });
    expect(objects.rows).toHaveLength(2);
  });

  it('one on each line: a line that is broken is told, the others go in', async () => {
    const { report, rows, image } = await load('{"a": 1}\n{"a": 2, "b": [}\n\n{"b": "x"}\n\r\n[1]');
    expect(report.columns.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(rows).toEqual([
      [1, null],
      [null, 'x'],
    ]);
    expect(image.outcome.badRows).toEqual([
      { line: 2, reason: 'It is not complete JSON.', excerpt: '{"a": 2, "b": [}' },
      { line: 6, reason: 'It is a list; most rows are objects.', excerpt: '[1]' },
    ]);
    expect([report.badRowUnit, image.outcome.badRowUnit]).toEqual(['line', 'line']);
  });

  it('one on each line are told by their line over all pieces of a long file', async () => {
    const { image } = await load(`${'{"a": "some text"}\n\n'.repeat(20_000)}{"a": \n`);
    expect(image.outcome.badRows.map(({ line }) => line)).toEqual([40_001]);
  });

  it('with hostile keys and depths do no harm', async () => {
    const { report, rows } = await load('[{"__proto__": 1, "constructor": 2, "": 3}]');
    expect(report.columns.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
      'column_3',
    ]);
    expect(rows).toEqual([[1, 2, 3]]);
    const deep = `[{"a": ${'['.repeat(200_000)}${']'.repeat(200_000)}}]`;
    const outcome = await inspectFile(sourceOf(deep), drivers);
    expect(['refused', 'rows']).toContain(outcome.kind);
  });
});
