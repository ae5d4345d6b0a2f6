import { beforeAll, describe, expect, it } from 'vitest';
import { importDatabase } from './database/import-database.ts';
import type { Drivers } from './database/virtual-tables.ts';
import { refusalOf, sourceOf, testDrivers } from './import-files.testing.ts';
import { inspectFile } from './inspect-file.ts';
import { recognizeFile } from './recognize-file.ts';
import { importScript } from './script/import-script.ts';

let drivers: Drivers;

beforeAll(async () => {
  drivers = await testDrivers();
});

async function kindOf(content: Uint8Array | string, name = 'file') {
  const { file } = await recognizeFile(sourceOf(content, name));
  return 'encoding' in file && file.encoding !== 'utf-8'
    ? `${file.kind} ${file.encoding}`
    : file.kind;
}

async function refused(content: Uint8Array | string, name = 'shop.db') {
  const report = await inspectFile(sourceOf(content, name), drivers);
  return report.kind === 'refused' ? report.error : report.kind;
}

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

describe('a file is known by its content', () => {
  it.each([
    ['a,b\n1,2\n', 'csv'],
    ['id;name\n1;x', 'csv'],
    ['update time,value\n1,2', 'csv'],
    ['create,insert\n1,2', 'csv'],
    ['select\n1\n2', 'csv'],
    ['[{"a": 1}]', 'json'],
    ['[\n  [1, 2]\n]', 'json'],
    ['{"a": 1}\n{"a": 2}\n', 'json-lines'],
    ['{"a": 1}\n\n \r\n{"a": 2}\n', 'json-lines'],
    ['{"a": 1}\n\n', 'json'],
    ['{\n "a": 1\n}', 'json'],
    ['{"format": "sql-dyno-playground", "version": 1}', 'playground'],
    ['-- dump\nPRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;', 'script'],
    ['/* x */ create table t (a);', 'script'],
    ['INSERT INTO t VALUES (1);', 'script'],
    ['.mode csv\nCREATE TABLE t(a);', 'script'],
    ['-- only a comment', 'script'],
    ['WITH x AS (SELECT 1) SELECT * FROM x;', 'script'],
    ['-- c\n/*!40101 SET NAMES utf8 */;\n\n/*!40103 SET x=y */;\nCREATE TABLE a(x);', 'script'],
    ['-- c\n/*!40101 SET NAMES utf8 */;', 'script'],
    [';begin;end\n1;2;3', 'csv'],
  ])('%j is %s', async (text, kind) => {
    expect(await kindOf(text)).toBe(kind);
  });

  it.each([
    ['hello world', 'script'],
    ['# of MySQL\nCREATE TABLE a (x, y);\n', 'script'],
    ['GRANT a, b;\nGRANT c, d;\n', 'script'],
    ['GRANT a;\nGRANT c;\n', 'script'],
    ['id,name\n1,x\n2,y\n', 'csv'],
    ['id;name\n1;x\n2;y\n', 'csv'],
    ['[{"a": 1}]', 'json'],
  ])('%j under the name f.sql is %s', async (text, kind) => {
    expect(await kindOf(text, 'F.SQL')).toBe(kind);
  });

  it('a script by its name alone fails with the message of SQLite and the line', async () => {
    const source = sourceOf('\nhello world', 'f.sql');
    expect(await inspectFile(source, drivers)).toMatchObject({ kind: 'script' });
    const error = await refusalOf(() => importScript(source, 'utf-8', drivers, () => {}));
    expect(error.message).toMatch(/^Line 2: Syntax error at "hello": SQLite/);
  });

  it('reads UTF-16 with and without a mark, and windows-1252', async () => {
    expect(await kindOf(utf16('\uFEFFname,city\nä,b\n'))).toBe('csv utf-16le');
    expect(await kindOf(utf16('name,city\nabc,def\n'))).toBe('csv utf-16le');
    expect(await kindOf(utf16('name,city\nabc,def\n').map((_, at, all) => all[at ^ 1] ?? 0))).toBe(
      'csv utf-16be',
    );
    expect(await kindOf(bytesOf('name,city\nJos\xe9,K\xf6ln\n'))).toBe('csv windows-1252');
    expect(await kindOf('\uFEFFname,city\nJosé,Köln')).toBe('csv');
  });

  it.each([
    ['\0\0\0\0\0\0\0\0', 'The file holds nothing but zero bytes: its content was never written.'],
    ['', 'The file is empty: it has 0 bytes.'],
    ['<!DOCTYPE html><html><body>Not found', 'The file is an HTML page.'],
    ['  <html lang="en">', 'The file is an HTML page.'],
    ['<?xml version="1.0"?><a/>', 'The file is an XML document.'],
    ['PK\x03\x04\x14\0\x06\0', 'The file is a ZIP archive (an .xlsx workbook is one, too).'],
    ['\x1f\x8b\x08\0', 'The file is compressed with gzip.'],
    ['\x89PNG\r\n\x1a\n', 'The file is a picture.'],
    ['%PDF-1.7', 'The file is a PDF document.'],
    ['PAR1\x15\0', 'The file is a Parquet file.'],
    [
      '\x37\x7f\x06\x82\0\x2d\xe2\x18',
      'The file is the write-ahead log of a SQLite database (-wal), not the database.',
    ],
    ['\xff\xfe\0\0a\0\0\0', 'The text is in UTF-32, which browsers cannot read.'],
    ['a\0\0\0,\0\0\0b\0\0\0\n\0\0\0', 'The text is in UTF-32, which browsers cannot read.'],
    [' \n \n', 'The file has no rows of data.'],
    ['-- nothing', 'The script has no statement: it is empty or holds comments only.'],
    [
      '[1, 2, 3]',
      'No value of the JSON is a row that can be taken. The first, in row 1: It is a number, not an object or a list.',
    ],
    ['[]', 'The JSON has no rows: its list is empty.'],
    ['[[], {}, {}]', 'The rows of the JSON are empty: they have neither keys nor values.'],
    [
      'a,b\n1,x\0y\n',
      'The text holds NUL bytes, which belong in none: 1 of the 10 bytes looked at, the first in line 2.',
    ],
    [
      '{"title": "x", "schemaSql": "", "recipe": {}, "queries": [{"sql": ""}]}',
      'The file looks like a playground, but is not a playground of SQL Dyno: it lacks "format": "sql-dyno-playground".',
    ],
    [
      '{"version": 1, "playground": {"schemaSql": "", "recipe": {}}}',
      'The file looks like a playground, but is not a playground of SQL Dyno: it lacks "format": "sql-dyno-playground".',
    ],
    [
      '{"rows": [{"a": 1}]}',
      'The JSON is an object that holds a list under "rows", not a list of rows.',
    ],
    [
      '[{"a": 1},\n{"a": ',
      'The file is not complete JSON: it ends in line 2 in the middle of a value.',
    ],
  ])('%j is refused', async (text, message) => {
    const error = await refused(bytesOf(text));
    expect(error).toMatchObject({ code: 'import-refused', message });
    expect(error).toHaveProperty('hint');
  });

  it.each(['[]', '[1, 2, 3]', '[{}]', '{"schemaSql": "", "setups": []}'])(
    '%j is refused without a word of delimiters',
    async (text) => {
      expect(JSON.stringify(await refused(text))).not.toMatch(/delimiter/i);
    },
  );

  it('takes an object with a recipe of its own for a row', async () => {
    expect(await refused('{"recipe": "soup", "schemaSql": 1}')).toBe('rows');
  });

  it('takes random bytes for an encrypted database or none', async () => {
    let state = 1;
    const noise = Uint8Array.from({ length: 8192 }, () => {
      state = Math.imul(state, 1664525) + 1013904223;
      return state >>> 24;
    });
    expect(await refused(noise)).toMatchObject({
      message: 'The file is neither text nor a SQLite database, or it is an encrypted one.',
    });
    noise.set(bytesOf('SQLite format 3\0'));
    expect(await refused(noise)).toMatchObject({ code: 'import-refused' });
  });

  it('says where JSON breaks off', async () => {
    expect(await refused('[{"a": 1},\n{"a": 2,}]')).toMatchObject({
      message: expect.stringMatching(/^The file is not complete JSON: .* in line 2\.$/),
    });
  });

  it('refuses what is too large before reading it', async () => {
    const source = { ...sourceOf('x'), sizeBytes: 2_000_000_000 };
    const head = bytesOf('SQLite format 3\0');
    const database = { ...source, read: async () => head };
    expect((await refusalOf(() => importDatabase(database, drivers, () => {}))).message).toBe(
      'The file has 2.0 GB; a database can have 1.5 GB at most, because the page holds it in memory.',
    );
    const rows = { ...source, read: async () => bytesOf('a,b\n1,2\n') };
    expect(await inspectFile(rows, drivers)).toMatchObject({
      kind: 'refused',
      error: { message: expect.stringContaining('2.0 GB') },
    });
  });
});
