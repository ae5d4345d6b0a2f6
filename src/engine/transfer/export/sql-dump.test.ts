import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../../datagen/content-hash.ts';
import type { ExportedSetup } from '../../model/transfer/export.ts';
import type { SqlValue } from '../../model/values.ts';
import { readSchema } from '../../schema/read-schema.ts';
import { quoteName } from '../../sql/quote-name.ts';
import type { Database, Driver } from '../../sqlite/driver.ts';
import { loadOfficialTestDriver } from '../../sqlite/official.testing.ts';
import { loadTestDriver } from '../../sqlite/sqljs.testing.ts';
import { exportFile } from './export-file.ts';

const driver = await loadTestDriver();
const everything: ExportedSetup = { indexes: [], switchable: [], hasStatistics: false };

function dump(database: Database, from: Driver = driver, setup = everything): string {
  const pieces = [...exportFile(from, database.export(), { format: 'sql', ...setup }, () => {})];
  return pieces.map(String).join('');
}

function load(script: string, into: Driver = driver): Database {
  const database = into.open();
  database.run(script);
  return database;
}

function schemaOf(database: Database): SqlValue[][] {
  return database.all(
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat_' ORDER BY 1, 2",
  );
}

/** Every value with its kind and its bytes: more than the content hash tells apart. */
function cellsOf(database: Database): unknown {
  return readSchema(database).tables.map(({ name, columns }) => {
    const list = columns.flatMap((column) => {
      const quoted = quoteName(column.name);
      return [quoted, `typeof(${quoted})`, `hex(CAST(${quoted} AS BLOB))`];
    });
    return [name, database.all(`SELECT ${list.join(', ')} FROM ${quoteName(name)} NOT INDEXED`)];
  });
}

function expectSame(made: Database, original: Database): void {
  expect(schemaOf(made)).toEqual(schemaOf(original));
  expect(contentHash(made, readSchema(made))).toBe(contentHash(original, readSchema(original)));
  expect(cellsOf(made)).toEqual(cellsOf(original));
  expect(made.all('PRAGMA integrity_check')).toEqual([['ok']]);
}

const schemas: Record<string, string> = {
  'names that must be quoted': `
    CREATE TABLE "order"("group" TEXT, "a""b" INTEGER, [c d], \`e-f\` REAL, 'g' BLOB);
    INSERT INTO "order" VALUES ('x', 1, 2, 3, 4), (NULL, NULL, NULL, NULL, NULL);
    CREATE TABLE "tab""le; --"(x); INSERT INTO "tab""le; --" VALUES ('--'), ('/*'), (';');`,
  'kinds of numbers': `
    CREATE TABLE n(i INTEGER, r REAL, t TEXT, b BLOB, u, m NUMERIC);
    INSERT INTO n VALUES
      (9223372036854775807, 1, 1, 1, 1, 1), (-9223372036854775808, 1.0, 1.0, 1.0, 1.0, 1.0),
      (9007199254740993, 9007199254740993, 9007199254740993, -9007199254740993, 9e15, 1e20),
      (1e300, 1e999, -1e999, 1e999, -1e999, 5e-324), (0.5, -0.0, 0.1, 1e15, 1e17, 1.5),
      (1e19, 1e19, 1e19, 1e19, -1e19, 1e19), ('12x', 'x', 'x', x'00', zeroblob(3), 'y');
    CREATE TABLE s(a ANY, i INT, r REAL) STRICT; INSERT INTO s VALUES (1.0, 1, 1), ('1', 2, 2.5);`,
  'texts and blobs': `
    CREATE TABLE t(x TEXT, y);
    INSERT INTO t VALUES ('it''s', 'a' || char(0) || 'b'), (char(0), ''), (char(10), char(13, 10)),
      (CAST(x'ff00c3' AS TEXT), x''), (char(65279) || 'marked', char(65279, 65279)), ('"', '\\'),
      (CAST(x'EFBFBD61' AS TEXT), 'é𝄞'), (x'0102ff', CAST(x'80' AS TEXT));`,
  'keys and generated columns': `
    CREATE TABLE w(a TEXT, b INT, c AS (b * 2), PRIMARY KEY (a, b)) WITHOUT ROWID;
    INSERT INTO w VALUES ('b', 1), ('a', 2);
    CREATE TABLE g(id INTEGER PRIMARY KEY, n INT, d INT AS (n + 1) STORED UNIQUE);
    INSERT INTO g(id, n) VALUES (7, 1), (3, 2);
    CREATE TABLE p(id INTEGER PRIMARY KEY AUTOINCREMENT, parent INTEGER REFERENCES p(id));
    INSERT INTO p VALUES (1, 5), (5, 1); DELETE FROM p WHERE id = 5; INSERT INTO p VALUES (NULL, 1);`,
  'indexes, triggers and views': `
    CREATE TABLE t(x, y); INSERT INTO t VALUES (1, 2), (3, 4);
    CREATE VIEW v AS SELECT x FROM t -- the end
    ;
    CREATE TRIGGER on_v INSTEAD OF INSERT ON v BEGIN INSERT INTO t(x) VALUES (new.x); END;
    CREATE TRIGGER on_t AFTER INSERT ON t BEGIN INSERT INTO t VALUES (new.x, 'again'); END;
    CREATE INDEX by_x ON t(x) WHERE y > 1; CREATE UNIQUE INDEX "by y" ON t(y DESC, x + 1);
    CREATE VIEW later AS SELECT * FROM v /* closed */`,
  'a full-text table': `
    CREATE VIRTUAL TABLE notes USING fts3(body);
    INSERT INTO notes VALUES ('hello world'), ('the slow query');`,
  nothing: 'CREATE TABLE a(x); DROP TABLE a;',
};

test.each(Object.entries(schemas))('%s come back as they were', (_, sql) => {
  const original = driver.open();
  original.run('PRAGMA foreign_keys = OFF');
  original.run(sql);
  const made = load(dump(original));
  expectSame(made, original);
  // The dump of what was made is the same text.
  expect(dump(made)).toBe(dump(original));
  original.close();
  made.close();
});

test('a full-text table works after loading, AUTOINCREMENT goes on where it was', () => {
  const original = driver.open();
  original.run('PRAGMA foreign_keys = OFF');
  original.run(schemas['a full-text table'] ?? '');
  original.run(schemas['keys and generated columns'] ?? '');
  const made = load(dump(original));
  expect(made.all("SELECT body FROM notes WHERE notes MATCH 'slow'")).toEqual([['the slow query']]);
  expect(made.all('INSERT INTO p VALUES (NULL, 1) RETURNING id')).toEqual([[7]]);
});

test('a view whose text ends in a comment that is never closed does not swallow what follows', () => {
  const original = driver.open();
  original.run('CREATE TABLE t(x); CREATE VIEW v AS SELECT x FROM t /* open');
  const made = load(`${dump(original)} SELECT 1`);
  expect(made.all('SELECT * FROM v')).toEqual([]);
});

test('what needs the official build is dumped and loaded by it', async () => {
  const official = await loadOfficialTestDriver();
  const original = official.open();
  original.run(`
    CREATE VIRTUAL TABLE notes USING fts5(body); INSERT INTO notes VALUES ('hello world');
    CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1); INSERT INTO boxes VALUES (1, 0.5, 2);
    CREATE TABLE t(x); INSERT INTO t VALUES (char(65279) || 'a' || char(0)), (CAST(x'ff' AS TEXT));`);
  const made = load(dump(original, official), official);
  expect(made.all("SELECT body FROM notes WHERE notes MATCH 'world'")).toEqual([['hello world']]);
  expect(made.all('SELECT id FROM boxes WHERE x1 > 1')).toEqual([[1]]);
  expect(made.all('SELECT hex(x) FROM t')).toEqual(original.all('SELECT hex(x) FROM t'));
  expect(made.all('PRAGMA integrity_check')).toEqual([['ok']]);
});

test('a table of as many columns as SQLite has', () => {
  const columns = Array.from({ length: 2000 }, (_, at) => `c${at}`);
  const original = driver.open();
  original.run(`CREATE TABLE wide(${columns.join(', ')})`);
  const values = columns.map((_, at) =>
    at % 3 === 0 ? 'char(65279)' : at % 3 === 1 ? '1.0' : '1',
  );
  original.run(`INSERT INTO wide VALUES (${values.join(',')})`);
  const kinds = (database: Database) =>
    [columns.slice(0, 1000), columns.slice(1000)].map((part) =>
      database.all(
        `SELECT ${part.map((each) => `typeof(${each}), length(${each})`).join()} FROM wide`,
      ),
    );
  expect(kinds(load(dump(original)))).toEqual(kinds(original));
});

test('a database in UTF-16 is dumped as its characters', () => {
  const original = driver.open();
  original.run(`PRAGMA encoding = 'UTF-16le'; CREATE TABLE t(x);
    INSERT INTO t VALUES ('é𝄞'), ('a' || char(0) || 'b'), (char(65533)), (char(65279) || 'x')`);
  const made = load(dump(original));
  expect(made.all('SELECT x, unicode(x) FROM t')).toEqual(
    original.all('SELECT x, unicode(x) FROM t'),
  );
});

test('it has the indexes of the setup, and those that no setup switches', () => {
  const original = driver.open();
  original.run(`CREATE TABLE t(x UNIQUE, y); INSERT INTO t VALUES (1, 2);
    CREATE INDEX kept ON t(y); CREATE INDEX Off ON t(y, x); CREATE INDEX "on" ON t(x, y)`);
  const setup = { indexes: ['ON'], switchable: ['off', 'on'], hasStatistics: true };
  const made = load(dump(original, driver, setup));
  expect(made.all("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY 1").flat()).toEqual(
    ['kept', 'on', 'sqlite_autoindex_t_1'],
  );
  expect(made.all('SELECT count(*) FROM sqlite_stat1')).toEqual([[3]]);
});

test('rows of more than one piece are all there, and progress is told', () => {
  const original = driver.open();
  original.run(`CREATE TABLE t(id INTEGER PRIMARY KEY, word TEXT);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
    INSERT INTO t SELECT i, 'word number ' || i || iif(i % 7000, '', char(0)) FROM n;
    CREATE INDEX by_word ON t(word)`);
  const fractions: number[] = [];
  const request = { format: 'sql' as const, ...everything };
  const pieces = [
    ...exportFile(driver, original.export(), request, ({ fraction }) => fractions.push(fraction)),
  ];
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(400_000);
  expect(fractions).toEqual([0.4, 0.8, 1]);
  expectSame(load(pieces.join('')), original);
});

const anyDouble = fc
  .uint8Array({ minLength: 8, maxLength: 8 })
  .map((bytes) => new DataView(bytes.buffer).getFloat64(0))
  .filter((value) => !Number.isNaN(value));
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom("'", '"', '\0', '\n', '\r', '\ufeff', '\ufffd', 'é', '𝄞'),
    fc.string(),
  ),
});
const anyValue: fc.Arbitrary<SqlValue> = fc.oneof(
  fc.constant(null),
  fc.integer(),
  anyDouble,
  fc.double({ noNaN: true }),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  anyText,
  fc.uint8Array({ maxLength: 20 }),
);

test('whatever is stored comes back the same', () => {
  const types = fc.constantFrom('', 'INTEGER', 'REAL', 'TEXT', 'BLOB', 'NUMERIC', 'ANY');
  const tables = fc
    .array(types, { minLength: 1, maxLength: 5 })
    .chain((columns) =>
      fc.tuple(
        fc.constant(columns),
        fc.array(fc.tuple(...columns.map(() => anyValue)), { maxLength: 12 }),
      ),
    );
  fc.assert(
    fc.property(tables, ([columns, rows]) => {
      const original = driver.open();
      original.run(`CREATE TABLE t(${columns.map((type, at) => `c${at} ${type}`).join(', ')})`);
      const places = columns.map(() => '?').join(',');
      for (const row of rows) original.all(`INSERT INTO t VALUES (${places})`, row);
      const made = load(dump(original));
      expectSame(made, original);
      original.close();
      made.close();
    }),
    { numRuns: 150 },
  );
});
