import { beforeAll, describe, expect, it } from 'vitest';
import {
  databaseFile,
  refusalOf,
  richScript,
  sourceOf,
  testDrivers,
} from '../import-files.testing.ts';
import { inspectFile } from '../inspect-file.ts';
import { importDatabase } from './import-database.ts';
import type { Drivers } from './virtual-tables.ts';

let drivers: Drivers;
let rich: Uint8Array;
const silent = () => {};

beforeAll(async () => {
  drivers = await testDrivers();
  rich = databaseFile(drivers.sqljs, richScript);
});

function load(bytes: Uint8Array, name = 'shop.db') {
  return importDatabase(sourceOf(bytes, name), drivers, silent);
}

function made(script: string) {
  return databaseFile(drivers.sqljs, script);
}

async function messageOf(bytes: Uint8Array) {
  return (await refusalOf(() => load(bytes))).message;
}

describe('a SQLite file', () => {
  it('is reported with its tables, columns and rows as ANALYZE left them', async () => {
    expect(await inspectFile(sourceOf(rich, 'picture.png'), drivers)).toEqual({
      kind: 'database',
      sizeBytes: rich.length,
      tables: [
        { name: 'author', columns: ['id', 'name'], rows: 50 },
        { name: 'book', columns: ['id', 'author_id', 'title', 'price', 'body'], rows: 400 },
        { name: 'tag', columns: ['book_id', 'word', 'weight'], rows: 400 },
      ],
      indexCount: 2,
      viewCount: 1,
      triggerCount: 1,
      modules: [],
      warnings: [],
    });
  });

  it('is reported with the rows that its pages have, where ANALYZE left none or others', async () => {
    const rows = 'WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)';
    const file = made(`CREATE TABLE a (x); CREATE TABLE b (k TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE none (x); INSERT INTO a VALUES (1); CREATE INDEX i ON a (x); ANALYZE;
      ${rows} INSERT INTO a SELECT i FROM n; ${rows} INSERT INTO b SELECT 'key ' || i FROM n;`);
    expect(await inspectFile(sourceOf(file), drivers)).toMatchObject({
      tables: [
        { name: 'a', rows: 3001 },
        { name: 'b', rows: 3000 },
        { name: 'none', rows: 0 },
      ],
    });
  });

  it('of more than 32 MB is reported without rows, but for those that ANALYZE left', async () => {
    const file = made(`CREATE TABLE a (x); CREATE TABLE b (x); CREATE INDEX i ON b (x);
      INSERT INTO b VALUES (1), (2); ANALYZE; INSERT INTO a VALUES (zeroblob(34000000));`);
    expect(await inspectFile(sourceOf(file), drivers)).toMatchObject({
      tables: [
        { name: 'a', rows: null },
        { name: 'b', rows: 2 },
      ],
    });
  });

  it('becomes an image of the same bytes, its schema a text that makes it again', async () => {
    const { outcome, record, bytes } = await load(rich);
    expect(Buffer.from(bytes).equals(rich)).toBe(true);
    expect(outcome).toMatchObject({
      imported: {
        fileName: 'shop.db',
        sizeBytes: rich.length,
        tables: [
          { name: 'author', rows: 50 },
          { name: 'book', rows: 400 },
          { name: 'tag', rows: 400 },
        ],
        engine: 'sql.js',
      },
      hasStatistics: true,
      rowCount: 850,
      badRowCount: 0,
      warnings: [],
    });
    expect(outcome.imported.imageId).toMatch(/^i[0-9a-f]{16}$/);
    expect(outcome.indexes.map(({ name }) => name)).toEqual(['book_author', 'book_cheap']);
    expect(record.state.built).toMatchObject([
      { status: 'built', name: 'book_author', buildMs: 0 },
      { status: 'built', name: 'book_cheap', buildMs: 0 },
    ]);
    for (const index of record.state.built) {
      expect(index.status === 'built' ? index.sizeBytes : 0).toBeGreaterThan(0);
    }
    const again = made(
      `${outcome.schemaSql}\n${outcome.indexes.map(({ sql }) => `${sql};`).join('\n')}`,
    );
    const { outcome: second } = await load(again);
    expect(second.schemaSql).toBe(outcome.schemaSql);
    expect(second.indexes).toEqual(outcome.indexes);
    expect(outcome.schemaSql.split('\n\n')).toHaveLength(5);
    expect(outcome.schemaSql).not.toMatch(/sqlite_/);
  });

  it('in WAL mode is opened without its log, and says so', async () => {
    const wal = rich.slice();
    wal[18] = 2;
    wal[19] = 2;
    const { outcome, bytes } = await load(wal);
    expect(Buffer.from(bytes).equals(rich)).toBe(true);
    expect(outcome.warnings).toEqual([expect.stringContaining('WAL mode')]);
  });

  it('in UTF-16 works, and says so', async () => {
    const script =
      "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (a); INSERT INTO t VALUES ('ä€😀')";
    const { outcome } = await load(made(script));
    expect(outcome.rowCount).toBe(1);
    expect(outcome.warnings).toEqual([expect.stringContaining('UTF-16LE')]);
  });

  it('with rows that break keys and rules is taken, and says so', async () => {
    const { outcome } = await load(
      made(`PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
        CREATE TABLE p (id INTEGER PRIMARY KEY);
        CREATE TABLE c (p INTEGER REFERENCES p, n INTEGER CHECK (n > 0));
        INSERT INTO c VALUES (1, 1), (2, -1);
        CREATE TABLE d (x REFERENCES p (other)); INSERT INTO d VALUES (1);`),
    );
    expect(outcome.warnings).toEqual([
      'Rows break rules of the schema (1); SQLite took them once and keeps them. The first: CHECK constraint failed in c.',
      '2 rows refer to parents that are not there (c). They are kept as they are; deleting or updating them may fail.',
      expect.stringMatching(/^The foreign keys of d could not be checked: foreign key mismatch/),
    ]);
  });

  it('with FTS5 or R-Tree is opened by the official build; with FTS4 by sql.js', async () => {
    const official = await drivers.official();
    const file = databaseFile(
      official,
      "CREATE VIRTUAL TABLE note USING fts5(body); INSERT INTO note VALUES ('a b'); CREATE VIRTUAL TABLE box USING rtree(id, x0, x1);",
    );
    expect(await inspectFile(sourceOf(file), drivers)).toMatchObject({
      kind: 'database',
      modules: ['fts5', 'rtree'],
      warnings: [expect.stringMatching(/^It uses fts5 and rtree, which sql.js lacks/)],
      tables: [{ name: 'note' }, { name: 'box' }],
    });
    const { outcome } = await load(file);
    expect(outcome.imported.engine).toBe('sqlite-wasm');
    expect(outcome.schemaSql).toBe(
      'CREATE VIRTUAL TABLE note USING fts5(body);\n\nCREATE VIRTUAL TABLE box USING rtree(id, x0, x1);',
    );
    expect(outcome.rowCount).toBe(1);
    const older = made("CREATE VIRTUAL TABLE old USING fts4(body); INSERT INTO old VALUES ('a')");
    expect((await load(older)).outcome).toMatchObject({
      imported: { engine: 'sql.js', tables: [{ name: 'old', rows: 1 }] },
    });
  });

  it('with a module that no build has is refused by name', async () => {
    const hostile = made(`CREATE TABLE t (a); PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema VALUES ('table', 'words', 'words', 0, 'CREATE VIRTUAL TABLE words USING spellfix1');`);
    expect(await messageOf(hostile)).toContain('words (spellfix1)');
    const both = made(`CREATE VIRTUAL TABLE a USING fts4(x); PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema VALUES ('table', 'b', 'b', 0, 'CREATE VIRTUAL TABLE b USING fts5(y)');`);
    expect(await messageOf(both)).toContain('fts5 and fts4');
  });

  it('whose schema is not what it claims is refused', async () => {
    const rewrite = (sql: string) =>
      made(`CREATE TABLE t (a); CREATE INDEX i ON t (a); CREATE VIEW v AS SELECT a FROM t;
        PRAGMA writable_schema = ON; ${sql}`);
    for (const change of [
      "UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a); DROP TABLE t' WHERE name = 't'",
      "UPDATE sqlite_schema SET sql = 'CREATE INDEX j ON t (a)' WHERE name = 'i'",
      "UPDATE sqlite_schema SET sql = 'CREATE TABLE u (a)' WHERE name = 't'",
      "UPDATE sqlite_schema SET sql = 'CREATE VIEW v AS SELECT 1; SELECT 2' WHERE name = 'v'",
      "UPDATE sqlite_schema SET sql = 'DELETE FROM t' WHERE name = 'v'",
      "UPDATE sqlite_schema SET type = 'trigger' WHERE name = 'v'",
      "UPDATE sqlite_schema SET rootpage = 4711 WHERE name = 't'",
      "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 't'",
      'UPDATE sqlite_schema SET sql = 17',
    ]) {
      expect(await messageOf(rewrite(change)), change).toMatch(/damaged|tampered/);
    }
  });

  it('that is cut, empty, or of no tables is refused with the figures', async () => {
    expect(await messageOf(rich.subarray(0, rich.length - 1))).toBe(
      `The database file is cut short: by its header it has ${rich.length.toLocaleString('en')} bytes, but only ${(rich.length - 1).toLocaleString('en')} are there.`,
    );
    expect(await messageOf(rich.subarray(0, 300))).toContain('cut short');
    expect(await messageOf(made('PRAGMA user_version = 1'))).toContain('no tables');
  });

  it('is kept by the same name only when it has the same bytes', async () => {
    const first = (await load(rich)).record.imageId;
    expect((await load(rich, 'other.db')).record.imageId).toBe(first);
    const other = rich.slice();
    // The user version: nothing in it depends on it.
    other[63] = 1;
    expect((await load(other)).record.imageId).not.toBe(first);
  });

  it('reports its progress, ever forward', async () => {
    const fractions: number[] = [];
    await importDatabase(sourceOf(rich), drivers, ({ phase, fraction }) =>
      fractions.push(phase === 'reading' ? 0 : fraction),
    );
    expect(fractions).toEqual(fractions.toSorted((one, other) => one - other));
    expect(fractions.at(-1)).toBeLessThanOrEqual(1);
  });
});
