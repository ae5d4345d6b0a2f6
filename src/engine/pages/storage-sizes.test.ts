import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { realisticSchemas } from '../datagen/schemas.testing.ts';
import type { StorageSize } from '../model/database/storage-size.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { loadOfficialTestDriver } from '../sqlite/official.testing.ts';
import { storageSizes } from './storage-sizes.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await loadOfficialTestDriver();
});

function open(script: string): Database {
  const database = driver.open();
  database.run(script);
  return database;
}

/** What SQLite's own dbstat says, in the same form. */
function dbstat(database: Database): StorageSize[] {
  const schema = [
    ['table', 'sqlite_schema', 'sqlite_schema', 1],
    ...database.all(
      'SELECT type, name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY rowid',
    ),
  ];
  const stat = new Map(
    database
      .all(
        `SELECT name, count(*), sum(pgsize), sum(ncell), sum(ncell) FILTER (WHERE pagetype = 'leaf')
         FROM dbstat GROUP BY name`,
      )
      .map((row) => [row[0], row]),
  );
  return schema.map(([kind, name, table]) => {
    const [, pages, bytes, all, leaf] = stat.get(name ?? '') ?? [];
    const isTree = kind === 'index' || isWithoutRowid(database, String(name));
    return {
      name: String(name),
      kind: kind === 'index' ? 'index' : 'table',
      table: String(table),
      pages: Number(pages),
      sizeBytes: Number(bytes),
      entries: Number(isTree ? all : leaf),
    };
  });
}

function isWithoutRowid(database: Database, table: string): boolean {
  return database
    .all('PRAGMA table_list')
    .some((row) => row[1] === table && row[0] === 'main' && row[4] === 1);
}

function expectEqual(script: string): StorageSize[] {
  const database = open(script);
  try {
    const sizes = storageSizes(database.export());
    expect(sizes).toEqual(dbstat(database));
    return sizes;
  } finally {
    database.close();
  }
}

const numbers = (count: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;

describe('storageSizes', () => {
  it.each(realisticSchemas.map(({ name, sql }) => [name, sql]))('agrees on %s', (_, sql) => {
    const sizes = expectEqual(sql);
    expect(sizes.length).toBeGreaterThan(1);
  });

  it.each([512, 1024, 4096, 16_384, 65_536])('agrees with pages of %i bytes', (pageSize) => {
    const sizes = expectEqual(`
      PRAGMA page_size = ${pageSize};
      CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b BLOB);
      CREATE INDEX t_a ON t (a);
      CREATE TABLE w (k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID;
      ${numbers(2000)} INSERT INTO t SELECT i, 'name ' || (i * 7919 % 2000), zeroblob(i % 300) FROM n;
      ${numbers(40)} INSERT INTO t SELECT NULL, hex(zeroblob(i * 500)), zeroblob(i * 3000) FROM n;
      ${numbers(1500)} INSERT INTO w SELECT hex(i * 7919 % 1500), hex(zeroblob(i % 400)) FROM n;`);
    expect(sizes.find(({ name }) => name === 't')).toMatchObject({ entries: 2040, kind: 'table' });
    expect(sizes.find(({ name }) => name === 't_a')).toMatchObject({ entries: 2040, table: 't' });
    expect(sizes.find(({ name }) => name === 'w')).toMatchObject({ entries: 1500 });
  });

  it.each(['UTF-8', 'UTF-16le', 'UTF-16be'])('reads names in %s', (encoding) => {
    const sizes = expectEqual(`
      PRAGMA encoding = '${encoding}';
      CREATE TABLE "größte 🚲 Städte" (a, b); CREATE INDEX "日本" ON "größte 🚲 Städte" (a);`);
    expect(sizes.map(({ name }) => name)).toEqual(['sqlite_schema', 'größte 🚲 Städte', '日本']);
  });

  it('agrees with auto-vacuum, free pages, views, triggers, statistics and long statements', () => {
    const columns = Array.from({ length: 900 }, (_, at) => `a_rather_long_column_${at}`).join(', ');
    expectEqual(`
      PRAGMA auto_vacuum = FULL;
      CREATE TABLE wide (${columns});
      CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE, b);
      CREATE VIEW v AS SELECT a FROM t;
      CREATE TRIGGER r AFTER INSERT ON wide BEGIN SELECT 1; END;
      ${numbers(5000)} INSERT INTO t SELECT i, i, zeroblob(50) FROM n;
      DELETE FROM t WHERE id % 3 > 0;
      CREATE INDEX t_b ON t (b) WHERE a > 100;
      ANALYZE;`);
  });

  it('agrees on many tables', () => {
    const tables = Array.from({ length: 400 }, (_, at) => `CREATE TABLE t${at} (a UNIQUE);`);
    const sizes = expectEqual(`PRAGMA page_size = 512; ${tables.join('\n')}`);
    expect(sizes).toHaveLength(801);
    expect(sizes[0]?.pages).toBeGreaterThan(1);
  });

  it('gives nothing for an empty image, and only the schema before the first table', () => {
    expect(storageSizes(new Uint8Array())).toEqual([]);
    expect(expectEqual('PRAGMA user_version = 1')).toHaveLength(1);
  });
});

describe('a damaged file', () => {
  function sampleImage(): Uint8Array {
    const database = open(`
      PRAGMA page_size = 512;
      CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
      CREATE INDEX t_a ON t (a);
      ${numbers(300)} INSERT INTO t SELECT i, hex(zeroblob(i % 17 * 40)) FROM n;`);
    const image = database.export().slice();
    database.close();
    return image;
  }

  it.each([
    ['that is none', new TextEncoder().encode('<!doctype html>'.repeat(100)), /does not begin/],
    [
      'that is cut',
      sampleImageLater((image) => image.slice(0, image.length / 2)),
      /refers to page/,
    ],
    ['with an impossible page size', withByte(16, 3), /pages have/],
    ['with an impossible encoding', withByte(59, 9), /encoding/],
  ])('%s is told', (_, image, message) => {
    expect(() => storageSizes(typeof image === 'function' ? image() : image)).toThrow(message);
  });

  it('with a tree that leads back into itself ends', () => {
    const image = sampleImage();
    const root = storageSizes(image).find(({ name }) => name === 't');
    expect(root?.pages).toBeGreaterThan(10);
    // The right-most child of the table's root, which is page 2, becomes the root.
    image.set([0, 0, 0, 2], 512 + 8);
    expect(() => storageSizes(image)).toThrow(/page 2, which has its place already/);
  });

  it('anywhere gives sizes or an EngineFailure, and soon', () => {
    const image = sampleImage();
    const started = performance.now();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(image.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(image.length),
        fc.boolean(),
        (changes, cut, isCut) => {
          const broken = image.slice(0, isCut ? cut : image.length);
          for (const [at, byte] of changes) if (at < broken.length) broken[at] = byte;
          try {
            const sizes = storageSizes(broken);
            const pages = sizes.reduce((sum, size) => sum + size.pages, 0);
            expect(pages).toBeLessThanOrEqual(Math.floor(broken.length / 512));
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(EngineFailure);
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });

  function sampleImageLater(change: (image: Uint8Array) => Uint8Array): () => Uint8Array {
    return () => change(sampleImage());
  }

  function withByte(at: number, byte: number): () => Uint8Array {
    return sampleImageLater((image) => {
      image[at] = byte;
      return image;
    });
  }
});
