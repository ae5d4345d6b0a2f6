import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { examples } from '../../examples/list.ts';
import { realisticSchemas } from '../datagen/schemas.testing.ts';
import type { StorageReport, TreeStorage } from '../model/storage/storage-report.ts';
import { storageSizes } from '../pages/storage-sizes.ts';
import type { InstrumentedDatabase } from '../sqlite/instruments.ts';
import { loadOfficialTestDriver, officialHeapBytes } from '../sqlite/official.testing.ts';
import { readStorage } from './read-storage.ts';
import { tryStorage } from './try-storage.ts';

const driver = await loadOfficialTestDriver();
const version = driver.info.sqliteVersion;
const open: InstrumentedDatabase[] = [];
afterAll(() => {
  for (const database of open) database.close();
});

function databaseOf(script: string): InstrumentedDatabase {
  const database = driver.open();
  open.push(database);
  database.run(script);
  // As in the worker: a copy of an image.
  const copy = driver.open(database.export());
  open.push(copy);
  return copy;
}

const numbers = (count: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;

function treeOf({ trees }: StorageReport, name: string): TreeStorage {
  const tree = trees.find((each) => each.name === name);
  if (!tree) throw new Error(`no tree ${name}`);
  return tree;
}

/** Reads, and checks all that must hold of any database, against the pages themselves. */
function expectSound(database: InstrumentedDatabase): StorageReport {
  const report = readStorage(database, version);
  const image = database.export();
  const bare = report.trees.map(({ name, kind, table, pages, sizeBytes, entries }) => ({
    name,
    kind,
    table,
    pages,
    sizeBytes,
    entries,
  }));
  expect(bare).toEqual(storageSizes(image));
  for (const tree of report.trees) {
    expect(tree.interiorPages + tree.leafPages + tree.overflowPages).toBe(tree.pages);
    expect(tree.fill).toBeGreaterThanOrEqual(0);
    expect(tree.fill).toBeLessThanOrEqual(1);
    expect(tree.depth).toBe(depthOf(image, report.pageSizeBytes, rootOf(database, tree.name)));
    expect(tree.largestPayloadBytes).toBeLessThanOrEqual(tree.sizeBytes - tree.unusedBytes);
  }
  return report;
}

function rootOf(database: InstrumentedDatabase, name: string): number {
  const rows = database.all('SELECT rootpage FROM sqlite_schema WHERE name = ?', [name]);
  return Number(rows[0]?.[0] ?? 1);
}

/**
 * By way of the last child, whose page number stands at 8 in an interior page (types 2 and 5): all
 * leaves lie equally deep. https://www.sqlite.org/fileformat.html#b_tree_pages
 */
function depthOf(image: Uint8Array, pageSize: number, root: number): number {
  const bytes = new DataView(image.buffer, image.byteOffset, image.byteLength);
  let depth = 1;
  for (let page = root; ; depth++) {
    const start = (page - 1) * pageSize + (page === 1 ? 100 : 0);
    if (![2, 5].includes(bytes.getUint8(start))) return depth;
    page = bytes.getUint32(start + 8);
  }
}

const odd = `
  CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b BLOB);
  CREATE INDEX t_a ON t (a);
  CREATE TABLE w (k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID;
  CREATE TABLE "größte Städte" (a UNIQUE, b);
  CREATE TABLE empty (a);
  ${numbers(3000)} INSERT INTO t SELECT i, 'name ' || (i * 7919 % 3000), zeroblob(i % 300) FROM n;
  ${numbers(40)} INSERT INTO t SELECT NULL, hex(zeroblob(i * 500)), zeroblob(i * 3000) FROM n;
  ${numbers(1500)} INSERT INTO w SELECT hex(i * 7919 % 1500), hex(zeroblob(i % 400)) FROM n;
  DELETE FROM t WHERE id BETWEEN 100 AND 1500;
  ANALYZE;`;

describe('readStorage', () => {
  it.each(realisticSchemas.map(({ name, sql }) => [name, sql]))('agrees on %s', (_, sql) => {
    expect(expectSound(databaseOf(sql)).trees.length).toBeGreaterThan(1);
  });

  it.each(examples.map(({ playground }) => [playground.title, playground]))(
    'agrees on the schema of the example %s',
    (_, { schemaSql, indexes }) => {
      expectSound(databaseOf([schemaSql, ...indexes.map(({ sql }) => sql)].join(';\n')));
    },
  );

  it.each([512, 1024, 4096, 65_536])('agrees with pages of %i bytes', (pageSize) => {
    const report = expectSound(databaseOf(`PRAGMA page_size = ${pageSize}; ${odd}`));
    expect(report.pageSizeBytes).toBe(pageSize);
    expect(report.sizeBytes).toBe(report.pages * pageSize);
    const used = report.trees.reduce((sum, { pages }) => sum + pages, 0);
    expect(used + report.freePages).toBe(report.pages);
    expect(report.freePages).toBeGreaterThan(0);
    expect(treeOf(report, 'empty')).toMatchObject({
      pages: 1,
      depth: 1,
      entries: 0,
      unusedBytes: pageSize - 8,
    });
    expect(treeOf(report, 't').largestPayloadBytes).toBeGreaterThan(120_000);
    expect(treeOf(report, 't').overflowPages).toBeGreaterThan(0);
    const names = report.trees.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('sqlite_'))).toEqual([
      'sqlite_schema',
      'sqlite_autoindex_größte Städte_1',
      'sqlite_stat1',
    ]);
  });

  it('counts as rows what leaf pages of a table hold, and as entries all cells of an index', () => {
    const report = expectSound(databaseOf(odd));
    const table = treeOf(report, 't');
    expect(table.entries).toBe(3040 - 1401);
    expect(table.entriesPerLeaf).toBeCloseTo(table.entries / table.leafPages, 9);
    const index = treeOf(report, 't_a');
    expect(index.entries).toBe(3040 - 1401);
    // What stands on interior pages is not on leaves.
    expect(index.entriesPerLeaf * index.leafPages).toBeLessThan(index.entries);
    expect(treeOf(report, 'w').entries).toBe(1500);
  });

  it('says payload, unused bytes and depth as reckoned by hand', () => {
    // A row: 2 bytes of header, 100 of blob; its cell adds the length (1) and the rowid (1).
    const { trees } = expectSound(
      databaseOf(`PRAGMA page_size = 512; CREATE TABLE t (b);
        ${numbers(8)} INSERT INTO t SELECT zeroblob(100) FROM n`),
    );
    const table = trees[1];
    expect(table).toMatchObject({ depth: 2, interiorPages: 1, leafPages: 2, entries: 8 });
    // The header of a record says the length of the blob, 212, in two bytes.
    expect(table?.largestPayloadBytes).toBe(103);
    const cells = 8 * (103 + 2 + 2);
    const signposts = 2 + 4 + 1;
    expect(table?.unusedBytes).toBe(3 * 512 - 2 * 8 - 12 - cells - signposts);
  });

  it('reads virtual tables as the trees of their own tables', () => {
    const { trees } = expectSound(
      databaseOf(`CREATE VIRTUAL TABLE words USING fts5(body);
        ${numbers(500)} INSERT INTO words SELECT 'text number ' || i FROM n;
        CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1); INSERT INTO boxes VALUES (1, 0, 2);
        CREATE TABLE words_of_mine (a)`),
    );
    const names = trees.map(({ name }) => name);
    expect(names).toContain('words_content');
    expect(names).toContain('boxes_node');
    expect(names).not.toContain('words');
    expect(trees.find(({ name }) => name === 'words_content')?.entries).toBe(500);
    expect(trees.filter(({ virtualTable }) => virtualTable === 'words')).toHaveLength(
      names.filter((name) => name.startsWith('words_') && name !== 'words_of_mine').length,
    );
    expect(trees.find(({ name }) => name === 'words_of_mine')?.virtualTable).toBeNull();
    expect(trees.filter((tree) => tree.isWithoutRowid).map(({ name }) => name)).toEqual([
      'words_idx',
      'words_config',
    ]);
  });

  it('leaves out what belongs to no tree: pages that say where others are', () => {
    const report = expectSound(
      databaseOf(`PRAGMA auto_vacuum = FULL; CREATE TABLE t (a);
        ${numbers(20_000)} INSERT INTO t SELECT zeroblob(200) FROM n`),
    );
    const used = report.trees.reduce((sum, { pages }) => sum + pages, 0);
    expect(report.pages - used - report.freePages).toBe(2);
  });

  it('agrees on tables of any rows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(512, 1024, 4096),
        fc.array(fc.nat(3000), { maxLength: 60 }),
        fc.boolean(),
        (pageSize, lengths, isWithoutRowid) => {
          const rows = lengths.map((length, at) => `(${at}, zeroblob(${length}))`).join(', ');
          const database = databaseOf(`PRAGMA page_size = ${pageSize};
            CREATE TABLE t (a PRIMARY KEY, b) ${isWithoutRowid ? 'WITHOUT ROWID' : ''};
            CREATE INDEX i ON t (b);
            ${rows && `INSERT INTO t VALUES ${rows}`}`);
          expect(treeOf(expectSound(database), 't').entries).toBe(lengths.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('tryStorage', () => {
  it.each([512, 4096, 8192, 65_536])('says what VACUUM with pages of %i bytes makes', (size) => {
    const database = databaseOf(odd);
    const before = database.export();
    const report = tryStorage(database, size, version);
    expect(report).toMatchObject({ pageSizeBytes: size, freePages: 0 });
    const entries = ({ trees }: StorageReport) =>
      Object.fromEntries(trees.map((tree) => [tree.name, tree.entries]));
    expect(entries(report)).toEqual(entries(readStorage(database, version)));
    // Matchers take seconds to compare bytes one by one.
    expect(Buffer.compare(database.export(), before)).toBe(0);
  });

  it('makes what sqlite makes of the same database with that page size', () => {
    const rows = `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); CREATE INDEX t_a ON t (a);
      ${numbers(2000)} INSERT INTO t SELECT i, 'name ' || (i * 7919 % 2000) FROM n;`;
    const report = tryStorage(databaseOf(rows), 1024, version);
    // A table that was loaded in order and an index made of it: as VACUUM leaves them.
    const [, table] = readStorage(databaseOf(`PRAGMA page_size = 1024; ${rows}`), version).trees;
    expect(report.trees[1]).toEqual(table);
  });

  it('gives the free pages and the holes of a database back', () => {
    const database = databaseOf(`CREATE TABLE t (a);
      ${numbers(20_000)} INSERT INTO t SELECT zeroblob(200) FROM n;
      DELETE FROM t WHERE rowid % 2 = 0 OR rowid > 10000`);
    const before = readStorage(database, version);
    const report = tryStorage(database, 4096, version);
    expect(before.freePages).toBeGreaterThan(400);
    expect(treeOf(before, 't').fill).toBeLessThan(0.6);
    expect(treeOf(report, 't').fill).toBeGreaterThan(0.95);
    expect(report.sizeBytes).toBeLessThan(before.sizeBytes / 3);
  });

  it('takes a schema that needs its connection as the others have it', () => {
    const database = databaseOf(`CREATE TABLE t (a); CREATE INDEX i ON t (a) WHERE a <> "none";
      INSERT INTO t VALUES ('none'), ('some');
      CREATE VIRTUAL TABLE words USING fts5(body); INSERT INTO words VALUES ('hello world')`);
    const report = tryStorage(database, 8192, version);
    expect(treeOf(report, 'i').entries).toBe(1);
  });

  it.each([0, 500, 1000, 4096.5, 131_072, Number.NaN])('refuses pages of %s bytes', (size) => {
    expect(() => tryStorage(databaseOf('CREATE TABLE t (a)'), size, version)).toThrow(
      /no pages of/,
    );
  });

  it('gives the memory of its copy back', () => {
    const database = databaseOf('CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(10000000))');
    // The heap grows by more than is needed, and never shrinks.
    for (let turn = 0; turn < 2; turn++) tryStorage(database, 1024, version);
    const heapBytes = officialHeapBytes();
    for (let turn = 0; turn < 4; turn++) tryStorage(database, 1024, version);
    expect(officialHeapBytes()).toBe(heapBytes);
  });
});
