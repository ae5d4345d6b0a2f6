import { beforeAll, describe, expect, it } from 'vitest';
import type { Drivers } from '../database/virtual-tables.ts';
import { refusalOf, richScript, sourceOf, testDrivers } from '../import-files.testing.ts';
import { inspectFile } from '../inspect-file.ts';
import { importScript } from './import-script.ts';

let drivers: Drivers;

beforeAll(async () => {
  drivers = await testDrivers();
});

function run(script: string, encoding: 'utf-8' | 'windows-1252' = 'utf-8') {
  return importScript(sourceOf(script, 'dump.sql'), encoding, drivers, () => {});
}

async function rowsOf(script: string, query: string) {
  const { bytes } = await run(script);
  const database = drivers.sqljs.open(bytes);
  try {
    return database.all(query);
  } finally {
    database.close();
  }
}

const errorOf = (script: string) => refusalOf(() => run(script));
const messageOf = async (script: string) => (await errorOf(script)).message;

describe('a script', () => {
  it('is reported by what its statements begin with', async () => {
    const script = `-- a shop\nCREATE TABLE t (a);\nCREATE UNIQUE INDEX i ON t (a);
      CREATE TEMP VIEW v AS SELECT 1; INSERT INTO t VALUES (';'), (2); insert into t values (3)`;
    expect(await inspectFile(sourceOf(script), drivers)).toEqual({
      kind: 'script',
      sizeBytes: script.length,
      encoding: 'utf-8',
      statements: [
        { kind: 'CREATE TABLE', count: 1 },
        { kind: 'CREATE INDEX', count: 1 },
        { kind: 'CREATE VIEW', count: 1 },
        { kind: 'INSERT', count: 2 },
      ],
      fitsPlayground: false,
      warnings: [],
    });
  });

  it.each([
    [
      'CREATE TABLE t (a); INSERT INTO t VALUES (1); CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END;',
      true,
    ],
    ['CREATE TABLE t (a); UPDATE t SET a = 1;', false],
    ['BEGIN; CREATE TABLE t (a); COMMIT;', false],
    [`CREATE TABLE t (a); INSERT INTO t VALUES ('${'x'.repeat(50_000)}');`, false],
  ])('%.60j fits a playground: %s', async (script, fits) => {
    expect(await inspectFile(sourceOf(script), drivers)).toMatchObject({ fitsPlayground: fits });
  });

  it('fits a playground in any encoding that is told, but only whole', async () => {
    const script = "CREATE TABLE t (a); INSERT INTO t VALUES ('Köln');";
    const inspected = (bytes: Uint8Array) => inspectFile(sourceOf(bytes), drivers);
    const western = new Uint8Array(Buffer.from(script, 'latin1'));
    expect(await inspected(western)).toMatchObject({
      encoding: 'windows-1252',
      fitsPlayground: true,
    });
    expect(new TextDecoder('windows-1252').decode(western)).toBe(script);
    const wide = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(await inspected(wide(script))).toMatchObject({
      encoding: 'utf-16le',
      fitsPlayground: true,
    });
    expect(await inspected(wide(script.replace('ö', '\ud800')))).toMatchObject({
      fitsPlayground: false,
    });
    expect(await inspected(new Uint8Array(Buffer.from(script.replace('ö', '\0'))))).toMatchObject({
      fitsPlayground: false,
    });
  });

  it('makes a database with schema, indexes, rows and statistics', async () => {
    const { outcome } = await run(richScript);
    expect(outcome).toMatchObject({
      imported: { fileName: 'dump.sql', engine: 'sql.js' },
      hasStatistics: true,
      rowCount: 850,
      warnings: [],
    });
    expect(outcome.indexes.map(({ name }) => name)).toEqual(['book_author', 'book_cheap']);
  });

  it('may be a dump of the sqlite3 shell, children before their parents', async () => {
    const dump = `PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE c (p INTEGER REFERENCES p);
INSERT INTO c VALUES(1);
CREATE TABLE p (id INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO p VALUES(1);
ANALYZE sqlite_schema;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('p',7);
COMMIT;`;
    expect(await rowsOf(dump, 'SELECT seq FROM sqlite_sequence')).toEqual([[7]]);
    expect((await run(dump)).outcome.warnings).toEqual([]);
    expect((await run(dump.replace('INSERT INTO p VALUES(1);', ''))).outcome.warnings).toEqual([
      '1 row refers to parents that are not there (c). They are kept as they are; deleting or updating them may fail.',
    ]);
  });

  it('keeps texts as they are, whatever stands in them', async () => {
    const text = 'a;b -- c /* d\n.read x\nÄ€😀';
    const script = `CREATE TABLE t (a);\nINSERT INTO t VALUES ('${text}');`;
    expect(await rowsOf(script, 'SELECT a FROM t')).toEqual([[text]]);
    const long = 'y'.repeat(3_000_000);
    expect(
      await rowsOf(
        `CREATE TABLE t (a); INSERT INTO t VALUES ('${long}');`,
        'SELECT length(a) FROM t',
      ),
    ).toEqual([[3_000_000]]);
  });

  it('splits at the ends of statements over all pieces of a long file', async () => {
    const line = `INSERT INTO t VALUES ('${'z;'.repeat(170)}');\n`;
    const script = `CREATE TABLE t (a);\n${line.repeat(6000)}INSERT INTO u VALUES (1);`;
    expect(script.length).toBeGreaterThan(2_000_000);
    expect(await messageOf(script)).toMatch(/^Line 6,002: There is no table or view "u"\./);
  });

  it('leaves out what only says how to load, and says so', async () => {
    const script = `.mode csv
.print it's
PRAGMA journal_mode = WAL;
CREATE TABLE t (a);
SELECT 1;
SELECT 2;
VACUUM;
PRAGMA user_version = 3;
.quit`;
    expect((await run(script)).outcome.warnings).toEqual([
      'Left out .mode (a command of the sqlite3 shell): line 1.',
      'Left out .print (a command of the sqlite3 shell): line 2.',
      'Left out PRAGMA journal_mode: line 3.',
      'Left out 2 times SELECT statements, which change nothing: line 5 first.',
      'Left out PRAGMA user_version: line 8.',
      'Left out .quit (a command of the sqlite3 shell): line 9.',
    ]);
  });

  it.each([
    ["CREATE TABLE t(a);\nATTACH 'x.db' AS x;", 'Line 2: ATTACH reaches for another database file'],
    ['DETACH x;', 'Line 1: DETACH reaches'],
    ["VACUUM INTO 'x.db';", 'Line 1: VACUUM INTO reaches'],
    ["SELECT load_extension('x');", 'Line 1: load_extension cannot be used'],
    ['PRAGMA writable_schema=ON;', 'Line 1: PRAGMA writable_schema lets'],
    ['CREATE TABLE t(a);\n\n.read other.sql\n', 'Line 3: .read is a command'],
    ['ROLLBACK; -- due to errors', 'Line 1: ROLLBACK would undo'],
    ['CREATE TABLE t(a);\nINSERT INTO t\nVALUES (1, 2);', 'Line 2: '],
    ['CREATE TABLE t(a);\nINSERT INTO t\nVALUES (,);', 'Line 3: Syntax error at ","'],
    ["CREATE TABLE t(a);\nINSERT INTO t VALUES ('x", "Line 2: A quotation that begins with '"],
    ['CREATE TABLE t(a UNIQUE);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (1);', 'Line 3: '],
    ['INSERT INTO t VALUES (1);', 'Line 1: There is no table or view "t".'],
    [
      "CREATE TABLE t(a);\nCREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT RAISE(ROLLBACK, 'no'); END;\nINSERT INTO t VALUES (1);",
      'Line 3: ',
    ],
    [
      'CREATE TABLE t(a);\nINSERT INTO t VALUES\n (1)\0, (2);',
      'Line 3: a NUL character stands here',
    ],
    [
      'CREATE TABLE t(a);\nINSERT INTO t VALUES (1) /* \0 */, (2);',
      'Line 2: a NUL character stands here',
    ],
    ['DELETE FROM t WHERE 1;', 'Line 1: There is no table'],
    ['CREATE TABLE t(a);DROP TABLE t;', 'The script ran, but made no table that stays.'],
    ['SELECT 1;', 'The script ran, but made no table that stays.'],
  ])('%.50j is refused with its line', async (script, beginning) => {
    const error = await errorOf(script);
    expect(error.code).toBe('import-refused');
    expect(error.message.slice(0, beginning.length)).toBe(beginning);
    expect(error.hint?.length).toBeGreaterThan(0);
  });

  it('of another database is named as what it is', async () => {
    const mysql = await errorOf(
      '-- MySQL dump 10.13\n/*!40101 SET NAMES utf8 */;\nCREATE TABLE `t` (\n `id` int NOT NULL AUTO_INCREMENT,\n PRIMARY KEY (`id`)\n) ENGINE=InnoDB;',
    );
    expect(mysql.message).toMatch(/^Line 4: Syntax error at "AUTO_INCREMENT"/);
    expect(mysql.message).toContain('The statement begins: CREATE TABLE `t`');
    expect(mysql.hint).toContain('MySQL');
    const postgres = await errorOf(
      'SET statement_timeout = 0;\nCREATE TABLE public.t (id integer);',
    );
    expect(postgres.message).toMatch(/^Line 1: Syntax error at "SET"/);
    expect(postgres.hint).toContain('PostgreSQL');
  });

  it('that needs FTS5 runs in the official build; a module that neither has is an error', async () => {
    const { outcome } = await run(
      "CREATE TABLE t (a); CREATE VIRTUAL TABLE n USING fts5(body); INSERT INTO n VALUES ('x');",
    );
    expect(outcome.imported).toMatchObject({
      engine: 'sqlite-wasm',
      tables: [
        { name: 't', rows: 0 },
        { name: 'n', rows: 1 },
      ],
    });
    expect(await messageOf('\nCREATE VIRTUAL TABLE n USING spellfix1;')).toContain(
      'Line 2: No such module: spellfix1',
    );
  });

  it('in windows-1252 is read as that, also when it shows late', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`CREATE TABLE t (a);\n${'-- filler\n'.repeat(200_000)}INSERT INTO t VALUES ('`),
      Buffer.from([0x80, 0xe9]),
      Buffer.from("');"),
    ]);
    const source = sourceOf(new Uint8Array(bytes));
    const { outcome, bytes: image } = await importScript(source, 'utf-8', drivers, () => {});
    expect(outcome.warnings).toEqual([expect.stringContaining('windows-1252')]);
    const database = drivers.sqljs.open(image);
    expect(database.all('SELECT a FROM t')).toEqual([['€é']]);
    database.close();
  });
});
