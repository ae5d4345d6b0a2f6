import { beforeAll, describe, expect, it } from 'vitest';
import type { Drivers } from '../database/virtual-tables.ts';
import { importFile, refusalOf, sourceOf, testDrivers } from '../import-files.testing.ts';
import { inspectFile } from '../inspect-file.ts';

let drivers: Drivers;

beforeAll(async () => {
  drivers = await testDrivers();
});

const load = (content: Uint8Array | string, wanted = {}) => importFile(content, drivers, wanted);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

async function columnsOf(text: string) {
  const { report } = await load(text);
  return report.columns.map(({ name, type }) => `${name} ${type}`).join(', ');
}

describe('a CSV file', () => {
  it('is reported with columns, types, first rows and how it is written', async () => {
    const text = 'id,name,price\n1,apple,1.50\n2,"pear, green",\n';
    expect(await inspectFile(sourceOf(text), drivers)).toEqual({
      kind: 'rows',
      format: 'csv',
      sizeBytes: text.length,
      encoding: 'utf-8',
      options: { delimiter: ',', hasHeader: true, emptyIsNull: true },
      canHaveHeader: true,
      columns: [
        { name: 'id', type: 'INTEGER' },
        { name: 'name', type: 'TEXT' },
        { name: 'price', type: 'REAL' },
      ],
      rows: [
        [1, 'apple', 1.5],
        [2, 'pear, green', null],
      ],
      expectedRows: 2,
      badRows: [],
      badRowUnit: 'line',
      warnings: [],
    });
  });

  it.each([
    ['a;b\n1,5;2\n2,5;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a|b|c\n1|2,5|3', '|'],
    ['name,note\nx,"a;b;c"\ny,"d;e;f"', ','],
    ['just one column\nx\ny', ','],
    ['"a;1","b"\n"c;2","d"', ','],
  ])('%j is cut at %j', async (text, delimiter) => {
    expect((await load(text)).report.options.delimiter).toBe(delimiter);
  });

  it.each([
    ['id,name\n1,x\n2,y', true],
    ['1,x\n2,y', false],
    ['apple,red\npear,green', true],
    ['red,apple\nred,pear', false],
    ['2024-01-02,x\n2024-01-03,y', false],
    [',a\n1,2', true],
  ])('%j has a header: %s', async (text, hasHeader) => {
    expect((await load(text)).report.options.hasHeader).toBe(hasHeader);
  });

  it.each([
    ['n\n1\n-2\n0', 'n INTEGER'],
    ['zip\n00501\n12345', 'zip TEXT'],
    ['phone\n+4912345\n+4956789', 'phone TEXT'],
    ['v\n1.5\n2\n-.5\n1e3', 'v REAL'],
    ['day\n2024-01-02\n2024-02-03', 'day TEXT'],
    ['id\n9007199254740993\n1', 'id INTEGER'],
    ['id\n9223372036854775808\n1', 'id TEXT'],
    ['x\n1e999\n1', 'x REAL'],
    ['x\n-Infinity\n0.5\nInf', 'x REAL'],
    ['x\nInfinity\n1e999', 'x TEXT'],
    ['x\nInfinity\nnone', 'x TEXT'],
    ['version\n1.1\n1.10\n1.2', 'version TEXT'],
    ['version\n1\n1.10', 'version TEXT'],
    ['price\n12.50\n3.00\n7.25', 'price REAL'],
    ['x\n1.0\n2.25\n3', 'x REAL'],
    ['code\n1e5\n2e7\n33', 'code TEXT'],
    ['x\n0.25\n1e5\n1e-7', 'x REAL'],
    ['x\n1e-7\n2e+30', 'x REAL'],
    ['x\n9007199254740993\n0.5', 'x TEXT'],
    ['x\n9007199254740992\n0.5', 'x REAL'],
    ['x\n0.12345678901234567890\n1', 'x TEXT'],
    ['x\n 1\n2', 'x TEXT'],
    ['x\n-\n.', 'x TEXT'],
    ['a,b\n,1\n,2', 'a TEXT, b INTEGER'],
    ['x\n0x10\n1', 'x TEXT'],
    ['x\ntrue\nfalse', 'x TEXT'],
  ])('%j gives the columns %s', async (text, columns) => {
    expect(await columnsOf(text)).toBe(columns);
  });

  it('keeps numbers exact, also beyond 2^53', async () => {
    const { rows } = await load('id,x\n9007199254740993,1\n-9223372036854775808,0.1\n7,1.5\n');
    expect(rows).toEqual([
      [9007199254740993n, 1],
      [-9223372036854775808n, 0.1],
      [7, 1.5],
    ]);
  });

  it('stores infinities as they are', async () => {
    const { rows } = await load('x\n0.5\n1e999\n-Infinity\n');
    expect(rows).toEqual([[0.5], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]]);
  });

  it('tells an empty text in quotation marks from a field that is empty', async () => {
    const text = 'a,b,n\n"",,""\n,"x ""y"", z",1\n"p""",""  ,\n"",,2';
    const { report, rows } = await load(text);
    const expected = [
      ['', null, null],
      [null, 'x "y", z', 1],
      ['p"', '', null],
      ['', null, 2],
    ];
    expect(report.rows).toEqual(expected);
    expect(rows).toEqual(expected);
    expect((await load(text, { emptyIsNull: false })).rows[0]?.slice(0, 2)).toEqual(['', '']);
  });

  it('counts what does not fit the type, and stores it', async () => {
    const lines = Array.from({ length: 1500 }, (_, index) => (index === 1200 ? 'n/a' : index));
    const { rows, image } = await load(`n\n${lines.join('\n')}`);
    expect(rows[1200]).toEqual(['n/a']);
    expect(image.outcome.warnings).toEqual([
      '1 value of n does not look like INTEGER (first "n/a" in line 1,202); stored as SQLite stores them. The type TEXT keeps them exactly.',
    ]);
  });

  it('reports ragged rows with their lines and drops none silently', async () => {
    const text = 'a,b,c\n1,2,3\n1,2\n"x\ny",2,3\n1,2,3,4\n\n4,5,6\n';
    const { report, image, rows } = await load(text);
    const bad = [
      { line: 3, reason: 'It has 2 fields where 3 are expected.', excerpt: '1,2' },
      { line: 6, reason: 'It has 4 fields where 3 are expected.', excerpt: '1,2,3,4' },
    ];
    expect(report.badRows).toEqual(bad);
    expect(image.outcome).toMatchObject({ badRows: bad, badRowCount: 2, rowCount: 3 });
    expect(image.outcome.warnings).toEqual(['1 blank line was passed over.']);
    expect(rows).toEqual([
      ['1', 2, 3],
      ['x\ny', 2, 3],
      ['4', 5, 6],
    ]);
  });

  it('tells of the first bad rows and counts all of them', async () => {
    const { image } = await load(`a,b\n${'1,2\n'.repeat(300)}${'1\n'.repeat(250)}`);
    expect(image.outcome.badRows).toHaveLength(100);
    expect(image.outcome).toMatchObject({ badRowCount: 250, rowCount: 300 });
  });

  it('reads quotation marks as they are meant, and tells of those that are wrong', async () => {
    const { rows, image } = await load('a,b\n"x ""y"" z",1\n"He said "hi" to me",2\nit"s,3\n');
    expect(rows).toEqual([
      ['x "y" z', 1],
      ['He said "hi" to me', 2],
      ['it"s', 3],
    ]);
    expect(image.outcome.warnings).toEqual([
      '1 row had quotation marks inside quoted fields that are not doubled; they were read as part of the text (first in line 3).',
    ]);
    const open = await load('a,b\n1,2\n3,"never closed\n4,5\n');
    expect(open.image.outcome).toMatchObject({
      rowCount: 1,
      badRows: [{ line: 3, reason: expect.stringContaining('never closed') }],
    });
  });

  it('of a header alone is told so, and refused unless the line is said to be a row', async () => {
    const only = 'The file has only a header: no row of data follows it.';
    for (const text of ['id,name', 'id,name\r\n', 'id;name\n\n']) {
      expect(await inspectFile(sourceOf(text), drivers)).toMatchObject({
        options: { hasHeader: true },
        columns: [{ name: 'id' }, { name: 'name' }],
        rows: [],
        expectedRows: 0,
        warnings: [only],
      });
      expect((await refusalOf(() => load(text))).message).toBe(only);
      expect((await load(text, { hasHeader: false })).rows).toEqual([['id', 'name']]);
    }
    for (const text of ['1,x', 'one line', 'a,,b']) {
      expect((await load(text)).rows, text).toHaveLength(1);
    }
  });

  it('may end its lines with LF, CR LF, CR, or a mixture', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { rows } = await load(['a,b', '1,"x\r"', '2,y', '3,'].join(end) + end);
      expect(rows, JSON.stringify(end)).toEqual([
        [1, 'x\r'],
        [2, 'y'],
        [3, null],
      ]);
    }
    expect((await load('a,b\r\n1,x\n2,"y"\r\n3,z')).rows).toEqual([
      [1, 'x'],
      [2, 'y'],
      [3, 'z'],
    ]);
  });

  it('with an empty or doubled name in the header gets other names, and is told', async () => {
    const { report } = await load('id,,ID,name\n1,2,3,x\n');
    expect(report.columns.map(({ name }) => name)).toEqual(['id', 'column_2', 'ID_2', 'name']);
    expect(report.warnings).toEqual([
      'A column without a name was named column_2.',
      'A doubled name was changed: ID to ID_2.',
    ]);
    expect((await load('a,,a,,A\n1,2,3,4,5\n')).report.warnings).toEqual([
      'Columns without a name were named column_2 and column_4.',
      'Doubled names were changed: a to a_2 and A to A_3.',
    ]);
  });

  it('may have names that SQL would read otherwise', async () => {
    const { report, image } = await load('select,"a ""b""",rowid,x;y\n1,2,3,4\n');
    expect(report.columns.map(({ name }) => name)).toEqual(['select', 'a "b"', 'rowid', 'x;y']);
    expect(image.outcome.schemaSql).toBe(
      'CREATE TABLE t (\n  "select" INTEGER,\n  "a ""b""" INTEGER,\n  rowid INTEGER,\n  "x;y" INTEGER\n);',
    );
  });

  it('in UTF-16, with a mark, or in windows-1252 gives the same rows', async () => {
    const text = 'name,city\nJosé,Köln\nAnn,"São\nPaulo"\n';
    const { rows } = await load(text);
    expect((await load(`\uFEFF${text}`)).rows).toEqual(rows);
    expect((await load(utf16(`\uFEFF${text}`))).rows).toEqual(rows);
    const western = await load(new Uint8Array(Buffer.from(text, 'latin1')));
    expect(western.rows).toEqual(rows);
    expect(western.image.outcome.warnings).toEqual([expect.stringContaining('windows-1252')]);
  });

  it('turns to windows-1252 when the first megabyte was plain', async () => {
    const plain = `abc,${'def '.repeat(30)}\n`.repeat(10_000);
    const bytes = Buffer.concat([Buffer.from(`a,b\n${plain}`), Buffer.from([0xe9, 0x2c, 0x78])]);
    const { rows, image } = await load(new Uint8Array(bytes));
    expect(rows.length).toBe(10_001);
    expect(rows.at(-1)).toEqual(['é', 'x']);
    expect(image.outcome.warnings).toEqual([expect.stringContaining('windows-1252')]);
  });

  it('with NUL characters keeps them, and says so', async () => {
    const { image, rows } = await load(`a,b\n1,${'x'.repeat(50)}\0y\n`);
    expect(image.outcome.warnings).toEqual([expect.stringContaining('NUL')]);
    expect(rows).toHaveLength(1);
  });

  it('with cells of 10 MB works', async () => {
    const cell = 'z'.repeat(10_000_000);
    const { image, rows } = await load(`a,b\n1,"${cell}"\n2,${cell}\n3,x\n`);
    expect(rows.map((row) => String(row[1]).length)).toEqual([10_000_000, 10_000_000, 1]);
    expect(image.outcome.badRowCount).toBe(0);
  });

  it('with 2,000 columns works, with 2,001 it is refused', async () => {
    const text = (width: number) =>
      [0, 1, 2]
        .map((line) => Array.from({ length: width }, (_, at) => (line === 0 ? `c${at}` : at)))
        .map((cells) => cells.join(','))
        .join('\n');
    const { rows } = await load(text(2000));
    expect(rows.map((row) => row.length)).toEqual([2000, 2000]);
    expect((await refusalOf(() => load(text(2001)))).message).toBe(
      'The file has 2,001 columns; a table of SQLite has 2,000 at most.',
    );
  });

  it('may name its delimiter for Excel in a line before the header', async () => {
    const { report, rows, image } = await load('sep=;\r\nid;name\r\n1;a,b\r\n2\r\n');
    expect(report.options).toMatchObject({ delimiter: ';', hasHeader: true });
    expect(rows).toEqual([[1, 'a,b']]);
    expect(image.outcome.badRows.map(({ line }) => line)).toEqual([4]);
  });

  it('is read as the user says', async () => {
    const { report, rows } = await load('1;x\n2;\n', {
      delimiter: ';',
      hasHeader: true,
      emptyIsNull: false,
    });
    expect(report.columns.map(({ name }) => name)).toEqual(['1', 'x']);
    expect(rows).toEqual([[2, '']]);
  });
});
