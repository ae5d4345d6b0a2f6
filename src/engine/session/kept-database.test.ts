import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { bytesHash } from '../../lib/hash/bytes-hash.ts';
import { parseImageRecord } from '../../share/image-record-schema.ts';
import { failCall } from '../../storage/failing-calls.testing.ts';
import type { ImageStore } from '../../storage/images/image-store.ts';
import { createMemoryDirectory } from '../../storage/images/memory-directory.testing.ts';
import { createMemoryImages, localLocks } from '../../storage/images/memory-images.testing.ts';
import { createOriginPrivateImages } from '../../storage/images/origin-private-images.ts';
import type { BuildProgress, DatabaseRequest } from '../model/database/database.ts';
import type { ImportedData } from '../model/database/imported-data.ts';
import type { Platform } from '../model/platform.ts';
import type { Index } from '../model/playground.ts';
import type { Driver } from '../sqlite/driver.ts';
import { loadOfficialTestDriver } from '../sqlite/official.testing.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { createEngineSession } from './engine-session.ts';

const driver = await loadTestDriver();

/** Each look at the clock finds so much time gone: whatever is timed took that long. */
function platformOf(stepMs: number): Platform {
  let now = 0;
  return {
    now() {
      now += stepMs;
      return now;
    },
    isIsolated: false,
    userAgent: 'test',
    cores: 1,
  };
}

const byWord = { name: 'by_word', sql: 'CREATE INDEX by_word ON t(word)' };
const byNumber = { name: 'by_number', sql: 'CREATE INDEX by_number ON t(number, word)' };

function requestOf(...indexes: Index[]): DatabaseRequest {
  return {
    schemaSql: 'CREATE TABLE t(id INTEGER PRIMARY KEY, word TEXT, number INT DEFAULT 5);',
    recipe: { seed: 1, generatorsVersion: 1, rows: { t: 300 } },
    indexes,
    needsStatistics: true,
    isKept: true,
  };
}

/** A new engine over the same images, and what a call of it reported. */
function openSession(images: ImageStore | null, { stepMs = 400, by = driver } = {}) {
  const session = createEngineSession(by, platformOf(stepMs), images);
  return {
    session,
    hash: () => session.contentHash(() => {}),
    async ensure(request: DatabaseRequest, file?: () => Promise<ArrayBuffer>) {
      const phases: BuildProgress['phase'][] = [];
      const summary = await session.ensureKeptDatabase(
        request,
        ({ phase }) => {
          if (phases.at(-1) !== phase) phases.push(phase);
        },
        file,
      );
      return { summary, phases };
    },
  };
}

/** A driver that refuses images as SQLite does, and opens empty databases. */
function refusing(reason: string): Driver {
  return {
    ...driver,
    open(image, options) {
      if (image) throw new Error(reason);
      return driver.open(image, options);
    },
  };
}

/** A store that counts what is asked of it. */
function countingImages(limitBytes = 1e9) {
  const images = createMemoryImages(limitBytes);
  const calls = { reads: 0, keeps: 0 };
  const counting: ImageStore = {
    ...images,
    read: (imageId, onFound) => {
      calls.reads++;
      return images.read(imageId, onFound);
    },
    keep: (record, bytes) => {
      calls.keeps++;
      return images.keep(record, bytes);
    },
  };
  return { images: counting, calls };
}

describe('a generated database', () => {
  test('comes back from its image as it was, without its rows being made', async () => {
    const { images } = countingImages();
    const first = openSession(images);
    const made = await first.ensure(requestOf(byWord, byNumber));
    expect(made.phases).toEqual(['schema', 'rows', 'indexes', 'statistics', 'keeping']);
    expect(made.summary.loadMs).toBeUndefined();

    const second = openSession(images);
    const restored = await second.ensure(requestOf(byWord, byNumber));
    expect(restored.phases).toEqual(['loading']);
    const { loadMs, ...summary } = restored.summary;
    expect(summary).toEqual(made.summary);
    expect(loadMs).toBeGreaterThan(0);
    expect(second.hash()).toBe(first.hash());
    expect(second.session.storageSizes()).toEqual(first.session.storageSizes());
    expect((await images.list())[0]).toMatchObject({ kind: 'generated', title: 't' });
  });

  test('comes back with what there is to say of its rows', async () => {
    const { images } = countingImages();
    const request = requestOf();
    const trigger =
      'CREATE TRIGGER half BEFORE INSERT ON t WHEN new.rowid % 2 BEGIN SELECT RAISE(IGNORE); END;';
    const changed = { ...request, schemaSql: `${request.schemaSql}; ${trigger}` };
    const made = await openSession(images).ensure(changed);
    expect(made.summary.notes?.[0]).toMatch(/^300 rows were generated for t, .* a trigger left/);
    const restored = await openSession(images).ensure(changed);
    expect(restored.phases).toEqual(['loading']);
    expect(restored.summary.notes).toEqual(made.summary.notes);
    expect((await openSession(null).ensure(request)).summary).not.toHaveProperty('notes');
  });

  test('is kept anew for an index that took long, and for nothing less', async () => {
    const { images, calls } = countingImages();
    const { ensure } = openSession(images);
    await ensure(requestOf());
    expect(calls.keeps).toBe(1);
    await ensure(requestOf());
    expect(calls.keeps).toBe(1);
    await ensure(requestOf(byWord));
    expect(calls.keeps).toBe(2);
    await ensure({ ...requestOf(), needsStatistics: false });
    expect(calls.keeps).toBe(2);

    const other = openSession(images);
    const { phases } = await other.ensure(requestOf(byWord));
    expect(phases).toEqual(['loading']);
    // An index that is no longer wanted is dropped, and built again when it is wanted again.
    expect((await other.ensure({ ...requestOf(), needsStatistics: false })).phases).toEqual([]);
    expect((await other.ensure(requestOf(byNumber))).summary.indexes).toMatchObject([
      { status: 'built', name: 'by_number' },
    ]);
    expect(calls).toEqual({ keeps: 3, reads: 2 });
  });

  test('made quickly, or measured once, is not kept; it is taken where it is', async () => {
    const { images, calls } = countingImages();
    await openSession(images, { stepMs: 0 }).ensure(requestOf(byWord));
    const { isKept, ...once } = requestOf(byWord);
    expect(isKept).toBe(true);
    await openSession(images).ensure(once);
    expect(calls.keeps).toBe(0);
    await openSession(images).ensure(requestOf(byWord));
    expect((await openSession(images).ensure(once)).phases).toEqual(['loading']);
    const { phases } = await openSession(null).ensure(requestOf());
    expect(phases).toEqual(['schema', 'rows', 'statistics']);
  });

  test.each([
    ['another seed', { recipe: { ...requestOf().recipe, seed: 2 } }],
    ['another count', { recipe: { ...requestOf().recipe, rows: { t: 301 } } }],
    ['another schema', { schemaSql: `${requestOf().schemaSql} CREATE TABLE u(a)` }],
  ])('is made anew for %s', async (_, change) => {
    const { images } = countingImages();
    await openSession(images).ensure(requestOf());
    const { phases } = await openSession(images).ensure({ ...requestOf(), ...change });
    expect(phases).toContain('rows');
    expect(await images.list()).toHaveLength(2);
  });

  test('is made anew when the image is none, which goes', async () => {
    const { images } = countingImages();
    const first = openSession(images);
    await first.ensure(requestOf(byWord));
    const [record] = await images.list();
    if (!record) throw new Error('nothing kept');
    await images.keep(record, new Uint8Array(5000).fill(7));
    const { isKept: _, ...once } = requestOf(byWord);
    const again = openSession(images);
    expect((await again.ensure(once)).phases).toContain('rows');
    expect(again.hash()).toBe(first.hash());
    expect(await images.list()).toEqual([]);
  });

  test('is made anew and stays kept when SQLite has no memory for its image', async () => {
    const { images } = countingImages();
    await openSession(images).ensure(requestOf(byWord));
    const { isKept: _, ...once } = requestOf(byWord);
    const { ensure } = openSession(images, { by: refusing('out of memory') });
    expect((await ensure(once)).phases).toContain('rows');
    expect(await images.list()).toHaveLength(1);
  });

  test('that found no room is told of, and not tried again before there is more to keep', async () => {
    const { images, calls } = countingImages(100);
    const { ensure } = openSession(images);
    const notKept = expect.stringContaining('larger than all the room');
    expect((await ensure(requestOf())).summary).toMatchObject({ notKept });
    expect((await ensure(requestOf())).summary).toMatchObject({ notKept });
    expect(calls.keeps).toBe(1);
    await ensure(requestOf(byWord));
    expect(calls.keeps).toBe(2);
    const other = { ...requestOf(), recipe: { ...requestOf().recipe, rows: {} }, isKept: true };
    expect(
      (await openSession(images, { stepMs: 0 }).ensure({ ...other, isKept: true })).summary,
    ).not.toHaveProperty('notKept');
  });

  test('goes from one build of SQLite to the other', async () => {
    const official = await loadOfficialTestDriver();
    expect(official.info.sqliteVersion).toBe(driver.info.sqliteVersion);
    for (const [from, to] of [
      [driver, official],
      [official, driver],
    ]) {
      const { images } = countingImages();
      const first = openSession(images, { by: from });
      await first.ensure(requestOf(byWord));
      const second = openSession(images, { by: to });
      expect((await second.ensure(requestOf(byWord))).phases).toEqual(['loading']);
      expect(second.hash()).toBe(first.hash());
    }
  });

  test('is whole whenever the worker was killed while it was kept', async () => {
    const reference = openSession(null);
    await reference.ensure(requestOf(byWord));
    let kills = 0;
    for (let killAt = 1; ; killAt++) {
      const factory = new IDBFactory();
      const directory = createMemoryDirectory(true);
      const open = () =>
        openSession(
          createOriginPrivateImages({
            directory: async () => directory.root,
            factory: () => factory,
            parse: parseImageRecord,
            checksum: bytesHash,
            tryHold: localLocks(),
            limitBytes: async () => 1e9,
            now: () => killAt,
            timeLimitMs: 60_000,
          }),
        );
      await open().ensure(requestOf());
      const faults = failCall(killAt, 'kill');
      directory.step = faults.step;
      const outcome = await Promise.race([
        open().ensure(requestOf(byWord)),
        faults.reached.then(() => null),
      ]);
      faults.restore();
      directory.step = async () => {};
      for (const file of directory.files.values()) file.isOpen = false;
      const after = open();
      const { summary, phases } = await after.ensure(requestOf(byWord));
      expect(after.hash(), `kill at ${killAt}`).toBe(reference.hash());
      expect(summary.indexes).toMatchObject([{ status: 'built', name: 'by_word' }]);
      // The old image or the new one: the rows are not made again.
      expect(phases[0]).toBe('loading');
      expect(phases).not.toContain('rows');
      if (faults.calls() < killAt) break;
      expect(outcome).toBeNull();
      kills++;
    }
    expect(kills).toBeGreaterThan(15);
  });
});

describe('an imported database', () => {
  const bytes = () => {
    const database = driver.open();
    database.run(`CREATE TABLE t(word, number); ${byWord.sql};
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
        INSERT INTO t SELECT 'w' || (i % 7), i FROM n;
      ANALYZE;`);
    const image = database.export();
    database.close();
    return Uint8Array.from(image);
  };
  const imported: ImportedData = {
    imageId: 'i0123456789abcdef',
    fileName: 'shop.db',
    sizeBytes: bytes().length,
    tables: [{ name: 't', rows: 500 }],
    engine: 'sql.js',
  };
  const request = (...indexes: Index[]): DatabaseRequest => ({
    ...requestOf(...indexes),
    imported,
  });

  async function imagesWith(state: { indexes: Index[] }): Promise<ImageStore> {
    const { images } = countingImages();
    const built = state.indexes.map(({ name }) => ({
      status: 'built' as const,
      name,
      sizeBytes: 8192,
      buildMs: 0,
    }));
    const { imageId, tables, sizeBytes } = imported;
    await images.keep(
      {
        imageId,
        kind: 'imported',
        title: 'shop.db',
        sizeBytes,
        state: { tables, ...state, built, hasStatistics: true, contentMs: 0 },
      },
      bytes(),
    );
    return images;
  }

  test('is opened from its image, its indexes and statistics are its own', async () => {
    const images = await imagesWith({ indexes: [byWord] });
    const { ensure, session } = openSession(images);
    const { summary, phases } = await ensure(request(byWord));
    expect(phases).toEqual(['loading']);
    expect(summary).toMatchObject({ rowCount: 500, indexes: [{ name: 'by_word' }] });
    expect(summary.statistics).toEqual([{ tbl: 't', idx: 'by_word', stat: '500 72' }]);
    expect(session.storageSizes().map(({ name }) => name)).toContain('by_word');
    // Another index is built once.
    expect((await ensure(request(byWord, byNumber))).phases).toContain('keeping');
    const again = await openSession(images).ensure(request(byWord, byNumber));
    expect(again.phases).toEqual(['loading']);
    expect((await images.list()).map(({ kind, title }) => [kind, title])).toEqual([
      ['imported', 'shop.db'],
    ]);
  });

  test('comes from the file where storage has no room, and nothing of it is built again', async () => {
    const { images, calls } = countingImages();
    const file = async () => bytes().buffer;
    const { ensure, session } = openSession(images);
    const { summary, phases } = await ensure(request(byWord), file);
    expect(phases).toEqual(['loading']);
    const { sizeBytes } = session.storageSizes().find(({ name }) => name === 'by_word') ?? {};
    expect(sizeBytes).toBeGreaterThan(0);
    expect(summary).toMatchObject({
      rowCount: 500,
      indexes: [{ status: 'built', name: 'by_word', sizeBytes, buildMs: 0 }],
      statistics: [{ idx: 'by_word' }],
    });
    expect((await ensure(request(byWord, byNumber), file)).phases).toEqual([
      ...['indexes', 'statistics'],
    ]);
    expect(calls.keeps).toBe(0);
  });

  test('that is nowhere is said to be missing, and what was open stays', async () => {
    const { images } = countingImages();
    const { ensure, hash } = openSession(images);
    await ensure(requestOf());
    const before = hash();
    const missing = expect.objectContaining({
      error: expect.objectContaining({
        code: 'image-missing',
        message: expect.stringContaining('shop.db'),
        hint: expect.stringMatching(/Open the file again/),
      }),
    });
    const gone = async () => {
      throw new DOMException('The file changed.', 'NotReadableError');
    };
    await expect(ensure(request(byWord))).rejects.toEqual(missing);
    await expect(ensure(request(byWord), gone)).rejects.toEqual(missing);
    expect(() => openSession(null).session.ensureDatabase(request(), () => {})).toThrow(missing);
    expect(hash()).toBe(before);
  });

  test('stays kept when SQLite has no memory for it, or says that it is no database', async () => {
    for (const [reason, error] of [
      ['out of memory', { code: 'too-large', message: expect.stringContaining('shop.db') }],
      ['file is not a database', { code: 'image-missing' }],
    ] as const) {
      const images = await imagesWith({ indexes: [byWord] });
      const { ensure } = openSession(images, { by: refusing(reason) });
      await expect(ensure(request(byWord))).rejects.toMatchObject({ error });
      expect((await images.list()).map(({ imageId }) => imageId)).toEqual([imported.imageId]);
      expect((await openSession(images).ensure(request(byWord))).phases).toEqual(['loading']);
    }
  });

  test('is never taken from an image that was generated', async () => {
    const images = await imagesWith({ indexes: [byWord] });
    const [record] = await images.list();
    if (record) await images.keep({ ...record, kind: 'generated' }, bytes());
    await expect(openSession(images).ensure(request(byWord))).rejects.toThrow('shop.db');
  });
});
