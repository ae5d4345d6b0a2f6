import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ImageRecord } from '../../engine/model/database/database-image.ts';
import { bytesHash } from '../../lib/hash/bytes-hash.ts';
import { parseImageRecord } from '../../share/image-record-schema.ts';
import { type Fault, failCall } from '../failing-calls.testing.ts';
import type { ImageStore } from './image-store.ts';
import { createMemoryDirectory } from './memory-directory.testing.ts';
import { createMemoryImages, localLocks } from './memory-images.testing.ts';
import { createOriginPrivateImages, type OriginPrivateOptions } from './origin-private-images.ts';

const id = (digit: number | string) => `g${String(digit).padStart(16, '0')}`;

function record(part: Partial<ImageRecord> = {}): Omit<ImageRecord, 'savedAt' | 'usedAt'> {
  return {
    imageId: id(1),
    kind: 'generated',
    title: 'products, orders',
    sizeBytes: 1,
    state: { tables: [], indexes: [], built: [], hasStatistics: false, contentMs: 1 },
    ...part,
  };
}

/** Content that tells itself apart, of any length. */
function bytesOf(seed: number, length = 100): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + seed) % 251);
}

/** Moments, each later than the one before. */
function clock(): () => number {
  let moment = 1_700_000_000_000;
  return () => ++moment;
}

/** A browser profile: its tabs share database, files and locks. */
function createProfile(isWorker = true) {
  const factory = new IDBFactory();
  const directory = createMemoryDirectory(isWorker);
  const tryHold = localLocks();
  const now = clock();
  const open = (options: Partial<OriginPrivateOptions> = {}): ImageStore =>
    createOriginPrivateImages({
      directory: async () => directory.root,
      factory: () => factory,
      parse: parseImageRecord,
      checksum: bytesHash,
      tryHold,
      limitBytes: async () => 1000,
      now,
      timeLimitMs: 500,
      ...options,
    });
  return { directory, factory, open };
}

async function contentOf(images: ImageStore, imageId = id(1)): Promise<Uint8Array | null> {
  return (await images.read(imageId))?.bytes ?? null;
}

async function idsOf(images: ImageStore): Promise<string[]> {
  return (await images.list()).map(({ imageId }) => imageId).sort();
}

const kept = { kind: 'kept' };
const refused = { kind: 'refused', message: expect.stringMatching(/\w{3}.*\.$/) };

describe.each([
  ['in memory', () => createMemoryImages(1000, clock())],
  ['in a worker', () => createProfile(true).open()],
  ['in a page', () => createProfile(false).open()],
])('an image store %s', (_, open) => {
  it('gives back what was kept, replaces and removes it', async () => {
    const images = open();
    expect(await images.read(id(1))).toBeNull();
    expect(await images.keep(record(), bytesOf(1))).toEqual(kept);
    expect(await contentOf(images)).toEqual(bytesOf(1));
    expect(await images.keep(record({ title: 'other' }), bytesOf(2, 50))).toEqual(kept);
    const read = await images.read(id(1));
    expect(read?.bytes).toEqual(bytesOf(2, 50));
    expect(read?.record).toMatchObject({ title: 'other', sizeBytes: 50 });
    expect(await images.usage()).toEqual({ usedBytes: 50, limitBytes: 1000 });
    await images.remove(id(1));
    expect(await contentOf(images)).toBeNull();
    expect(await images.list()).toEqual([]);
  });

  it('drops the generated images that were not used for longest', async () => {
    const images = open();
    for (const digit of [1, 2, 3]) {
      await images.keep(record({ imageId: id(digit) }), bytesOf(digit, 300));
    }
    await images.read(id(1));
    expect(await images.keep(record({ imageId: id(4) }), bytesOf(4, 300))).toEqual(kept);
    expect(await idsOf(images)).toEqual([id(1), id(3), id(4)]);
    expect(await contentOf(images, id(2))).toBeNull();
    expect((await images.usage()).usedBytes).toBe(900);
  });

  it('never drops an imported one, and says so when they fill the room', async () => {
    const images = open();
    const imported = (imageId: string) => record({ imageId, kind: 'imported' });
    await images.keep(imported(`i${id(1).slice(1)}`), bytesOf(1, 600));
    await images.keep(record({ imageId: id(2) }), bytesOf(2, 300));
    const outcome = await images.keep(imported(`i${id(3).slice(1)}`), bytesOf(3, 500));
    expect(outcome).toEqual({
      kind: 'refused',
      message: expect.stringMatching(/Remove data under File > Stored data\.$/),
    });
    expect(await idsOf(images)).toEqual([id(2), `i${id(1).slice(1)}`]);
    const large = await images.keep(record({ imageId: id(4) }), bytesOf(4, 1001));
    expect(large).toEqual({ kind: 'refused', message: expect.stringContaining('larger') });
    expect(await images.keep(record({ imageId: id(5) }), bytesOf(5, 400))).toEqual(kept);
    expect(await idsOf(images)).toEqual([id(5), `i${id(1).slice(1)}`]);
  });
});

describe('images in the browser’s file system', () => {
  it('outlive the page, one file each', async () => {
    const { open, directory } = createProfile();
    await open().keep(record(), bytesOf(1));
    await open().keep(record(), bytesOf(2));
    expect(await contentOf(open())).toEqual(bytesOf(2));
    expect([...directory.files.keys()]).toEqual([expect.stringMatching(/^g0{15}1\./)]);
  });

  it.each([
    ['is cut', (bytes: Uint8Array) => bytes.slice(0, 99)],
    ['is longer', (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
    ['has one bit flipped', (bytes: Uint8Array) => bytes.map((b, at) => (at === 57 ? b ^ 4 : b))],
    ['is gone', () => null],
  ])('are dropped when the file %s', async (_, damage) => {
    const { open, directory } = createProfile();
    await open().keep(record(), bytesOf(1));
    for (const [name, file] of directory.files) {
      const damaged = damage(file.bytes);
      if (damaged) file.bytes = new Uint8Array(damaged);
      else directory.files.delete(name);
    }
    expect(await contentOf(open())).toBeNull();
    expect(await open().list()).toEqual([]);
    expect(directory.files.size).toBe(0);
  });

  it('are not dropped for a failure that passes', async () => {
    for (const fault of ['fail', 'hang'] as const) {
      for (let failAt = 1; ; failAt++) {
        const { open, directory } = createProfile();
        await open().keep(record(), bytesOf(1));
        const faults = failCall(failAt, fault);
        directory.step = faults.step;
        const content = await contentOf(open({ timeLimitMs: 20 }));
        faults.restore();
        directory.step = async () => {};
        expect(content === null || bytesHash(content) === bytesHash(bytesOf(1))).toBe(true);
        expect(await contentOf(open()), `${fault} ${failAt}`).toEqual(bytesOf(1));
        if (faults.calls() < failAt) break;
      }
    }
  });

  it('are read though another tab replaces them meanwhile', async () => {
    const { open, directory } = createProfile();
    await open().keep(record(), bytesOf(1));
    for (const name of ['NotReadableError', 'NotFoundError']) {
      directory.step = async (operation) => {
        if (operation !== 'arrayBuffer') return;
        directory.step = async () => {};
        await open().keep(record(), bytesOf(2));
        throw new DOMException('Injected.', name);
      };
      expect(await contentOf(open()), name).toEqual(bytesOf(2));
    }
  });

  it('are kept by one tab when two keep the same', async () => {
    const { open, directory } = createProfile();
    const outcomes = await Promise.all([
      open().keep(record(), bytesOf(1)),
      open().keep(record(), bytesOf(2)),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['kept', 'refused']);
    expect(await contentOf(open())).toEqual(bytesOf(outcomes[0]?.kind === 'kept' ? 1 : 2));
    expect(directory.files.size).toBe(1);
  });

  it('lose files without a record, but none that another tab is writing', async () => {
    const { open, directory } = createProfile();
    let goOn = () => {};
    const pause = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    directory.step = async () => {
      if (directory.files.size > 0) await pause;
    };
    const keeping = open().keep(record(), bytesOf(1));
    while (directory.files.size < 1) await new Promise((resolve) => setTimeout(resolve));
    directory.step = async () => {};
    directory.files.set(`${id(7)}.left-behind`, { bytes: bytesOf(7), isOpen: false });
    expect(await open().list()).toEqual([]);
    expect([...directory.files.keys()]).toEqual([expect.stringContaining(id(1))]);
    goOn();
    expect(await keeping).toEqual(kept);
    expect(await contentOf(open())).toEqual(bytesOf(1));
    expect(directory.files.size).toBe(1);
  });

  it('make room on a disk that is full sooner than thought', async () => {
    const { open, directory } = createProfile();
    const images = open();
    for (const digit of [1, 2]) await images.keep(record({ imageId: id(digit) }), bytesOf(digit));
    directory.step = async (operation) => {
      const isFull = operation === 'createSyncAccessHandle' && directory.files.size > 2;
      if (isFull) throw new DOMException('Injected.', 'NS_ERROR_DOM_QUOTA_REACHED');
    };
    expect(await images.keep(record({ imageId: id(3) }), bytesOf(3))).toEqual(kept);
    expect(await idsOf(images)).toEqual([id(2), id(3)]);
    expect(directory.files.size).toBe(2);
    // Nothing is given up for what would not fit then either.
    const large = await images.keep(record({ imageId: id(4) }), bytesOf(4, 400));
    expect(large).toEqual({ kind: 'refused', message: expect.stringMatching(/Stored data\.$/) });
    expect(await idsOf(images)).toEqual([id(2), id(3)]);
    expect(directory.files.size).toBe(2);
  });

  it('are refused with a sentence where the browser has no such storage', async () => {
    const { open } = createProfile();
    const images = open({
      directory: () => {
        throw new TypeError('navigator.storage is undefined');
      },
    });
    expect(await images.keep(record(), bytesOf(1))).toEqual(refused);
    expect(await images.read(id(1))).toBeNull();
    expect(await images.list()).toEqual([]);
    const withoutRecords = open({
      factory: () => {
        throw new DOMException('Forbidden.', 'SecurityError');
      },
    });
    expect(await withoutRecords.keep(record(), bytesOf(1))).toEqual(refused);
    expect(await withoutRecords.read(id(1))).toBeNull();
    await withoutRecords.remove(id(1));
    expect(await withoutRecords.usage()).toEqual({ usedBytes: 0, limitBytes: 1000 });
  });

  it('are left alone when a newer page has kept them', async () => {
    const { open, directory } = createProfile();
    await open().keep(record(), bytesOf(1));
    const older = open({ parse: () => null });
    expect(await older.read(id(1))).toBeNull();
    expect(await older.list()).toEqual([]);
    expect(directory.files.size).toBe(1);
    expect(await contentOf(open())).toEqual(bytesOf(1));
  });
});

describe('storage that fails while an image is replaced', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const faults: Fault[] = ['fail', 'quota', 'hang', 'kill'];
  const cases = faults.flatMap((fault) => [
    { fault, isWorker: true },
    { fault, isWorker: false },
  ]);

  it.each(cases)('leaves the old or the new one: $fault, worker $isWorker', async (each) => {
    let failures = 0;
    for (let failAt = 1; ; failAt++) {
      const { open, directory, factory } = createProfile(each.isWorker);
      await open().keep(record(), bytesOf(1));
      await open().keep(record({ imageId: id(2), kind: 'imported' }), bytesOf(9, 10));
      const injected = failCall(failAt, each.fault);
      directory.step = injected.step;
      // No call of a busy machine is taken for one that hangs: that one's time is made to pass.
      const timeLimitMs = 60_000;
      if (each.fault === 'hang') vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const keeping = open({ timeLimitMs }).keep(record(), bytesOf(2, 70));
      if (each.fault === 'hang') {
        void injected.reached.then(() => vi.advanceTimersByTimeAsync(timeLimitMs));
      }
      // A worker that is killed does not learn what became of it.
      const outcome =
        each.fault === 'kill'
          ? await Promise.race([keeping, injected.reached.then(() => null)])
          : await keeping;
      if (each.fault === 'hang') vi.useRealTimers();
      injected.restore();
      directory.step = async () => {};
      // What a killed worker holds goes with it: its locks, its handles.
      for (const file of directory.files.values()) file.isOpen = false;
      const later = createProfile(each.isWorker);
      const after = later.open({ directory: async () => directory.root, factory: () => factory });
      const content = await contentOf(after);
      const where = `${each.fault} at call ${failAt}: ${outcome?.kind}`;
      if (outcome?.kind === 'kept') expect(content, where).toEqual(bytesOf(2, 70));
      else expect([bytesOf(1), bytesOf(2, 70)], where).toContainEqual(content);
      if (outcome?.kind === 'refused') expect(outcome).toEqual(refused);
      expect(await contentOf(after, id(2)), where).toEqual(bytesOf(9, 10));
      expect(await after.keep(record(), bytesOf(3))).toEqual(kept);
      expect(await contentOf(after)).toEqual(bytesOf(3));
      expect(directory.files.size, where).toBe(2);
      if (injected.calls() < failAt) break;
      failures++;
    }
    expect(failures).toBeGreaterThan(15);
  });
});
