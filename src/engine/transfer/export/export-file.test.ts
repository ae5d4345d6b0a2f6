import { expect, test } from 'vitest';
import { contentHash } from '../../datagen/content-hash.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { ExportRequest } from '../../model/transfer/export.ts';
import { readSchema } from '../../schema/read-schema.ts';
import type { Database, Driver } from '../../sqlite/driver.ts';
import { loadOfficialTestDriver } from '../../sqlite/official.testing.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { exportFile } from './export-file.ts';

const driver = await loadTestDriver();

const schema = `
  CREATE TABLE t(id INTEGER PRIMARY KEY, word TEXT UNIQUE, n, twice AS (n * 2));
  CREATE TABLE w(k TEXT PRIMARY KEY) WITHOUT ROWID;
  WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 3000)
    INSERT INTO t(id, word, n) SELECT n, 'word ' || n, n % 9 FROM i;
  CREATE INDEX by_n ON t(n);
  CREATE INDEX "By Word" ON t(word, n);
  CREATE INDEX kept ON t(twice);
`;

function original(from: Driver = driver): Database {
  const database = from.open();
  database.run(schema);
  return database;
}

function fileOf(database: Database, request: ExportRequest, from: Driver = driver): Uint8Array {
  const [file] = exportFile(from, database.export(), request, () => {});
  return file instanceof Uint8Array ? file : new Uint8Array();
}

function textOf(database: Database, request: ExportRequest): string {
  return [...exportFile(driver, database.export(), request, () => {})].join('');
}

const switchable = ['BY_N', 'by word', 'never built'];

test.each([{ indexes: [] }, { indexes: ['By_N'] }, { indexes: ['by word', 'by_n'] }])(
  'a database has just the indexes $indexes and those of no setup',
  async ({ indexes }) => {
    for (const build of [driver, await loadOfficialTestDriver()]) {
      for (const hasStatistics of [true, false]) {
        const source = original(build);
        source.run('ANALYZE');
        const setup = { format: 'sqlite' as const, indexes, switchable, hasStatistics };
        const image = fileOf(source, setup, build);
        const made = build.open(image);
        const names = made
          .all("SELECT name FROM sqlite_schema WHERE type = 'index'")
          .map(([name]) => String(name).toLowerCase());
        const always = ['kept', 'sqlite_autoindex_t_1'];
        expect(names.sort()).toEqual(
          [...always, ...indexes.map((each) => each.toLowerCase())].sort(),
        );
        expect(contentHash(made, readSchema(made))).toBe(contentHash(source, readSchema(source)));
        expect(made.all('PRAGMA integrity_check')).toEqual([['ok']]);
        expect(made.all('PRAGMA freelist_count')).toEqual([[0]]);
        const statistics = made.all("SELECT 1 FROM sqlite_schema WHERE name LIKE 'sqlite_stat_'");
        expect(statistics).toHaveLength(hasStatistics ? 1 : 0);
        if (hasStatistics) {
          const analysed = build.open(image);
          analysed.run('ANALYZE');
          const rows = 'SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY 1, 2';
          expect(made.all(rows)).toEqual(analysed.all(rows));
          expect(made.all(rows).length).toBeGreaterThan(1);
          analysed.close();
        }
        made.close();
        source.close();
      }
    }
  },
);

test('a file without the indexes that are off is smaller', () => {
  const source = original();
  const size = (indexes: string[]) =>
    fileOf(source, { format: 'sqlite', indexes, switchable, hasStatistics: false }).length;
  expect(size([])).toBeLessThan(size(['by_n']));
  expect(size(['by_n'])).toBeLessThan(size(switchable));
});

test('a table is CSV with its generated columns, in the order of its rows', () => {
  const source = driver.open();
  source.run(`CREATE TABLE "a,b"(id INTEGER PRIMARY KEY, "=x" TEXT, b, twice AS (id * 2));
    CREATE INDEX covering ON "a,b"("=x", b);
    INSERT INTO "a,b" VALUES (1, '=z', x'0a'), (2, '', NULL), (-3, '"a"', 9007199254740993);
    INSERT INTO "a,b" VALUES (5, char(65279) || 'mark', -1.5)`);
  const csv = (isRaw: boolean) =>
    textOf(source, { format: 'csv', table: 'a,b', csv: { isRaw } }).split('\r\n');
  expect(csv(false)).toEqual([
    "id,'=x,b,twice",
    '-3,"""a""",9007199254740993,-6',
    "1,'=z,x'0a',2",
    '2,"",,4',
    '5,\ufeffmark,-1.5,10',
    '',
  ]);
  expect(csv(true)[0]).toBe('id,=x,b,twice');
  expect(csv(true)[2]).toBe("1,=z,x'0a',2");
  expect(textOf(source, { format: 'json', table: 'a,b' })).toContain(
    '{"id":-3,"=x":"\\"a\\"","b":9007199254740993,"twice":-6},\n{"id":1,"=x":"=z","b":{"$blob":"0a"},',
  );
});

test('an empty table is its header, a table that is not there an error', () => {
  const source = original();
  expect(textOf(source, { format: 'csv', table: 'w', csv: { isRaw: false } })).toBe('k\r\n');
  expect(JSON.parse(textOf(source, { format: 'json', table: 'w' }))).toEqual([]);
  expect(() => textOf(source, { format: 'json', table: 'gone' })).toThrow(EngineFailure);
});

test('pieces are of a bounded length and progress ends at 1', () => {
  const source = driver.open();
  source.run(`CREATE TABLE t(a, b);
    WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 60000)
    INSERT INTO t SELECT n, 'a text of some length ' || n FROM i`);
  const fractions: number[] = [];
  const request = { format: 'csv' as const, table: 't', csv: { isRaw: false } };
  const pieces = [
    ...exportFile(driver, source.export(), request, ({ fraction }) => fractions.push(fraction)),
  ];
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(300_000);
  expect(pieces.join('').split('\r\n')).toHaveLength(60_002);
  expect(fractions).toEqual([1 / 3, 2 / 3, 1, 1]);
});
