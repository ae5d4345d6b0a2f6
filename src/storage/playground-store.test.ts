import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import type { Playground } from '../engine/model/playground.ts';
import { fileVersionOf } from '../share/document-version.ts';
import { parsePlayground, playgroundProblem } from '../share/playground-schema.ts';
import { recentPlayground, samplePlayground } from '../share/playgrounds.testing.ts';
import { failCall } from './failing-calls.testing.ts';
import { createPlaygroundStore, type PlaygroundStoreOptions } from './playground-store.ts';

function titled(title: string): Playground {
  return { ...samplePlayground, title };
}

/** A browser profile: its tabs share one factory. */
function createProfile() {
  const factory = new IDBFactory();
  return {
    factory,
    openTab: (tabId: string, options: Partial<PlaygroundStoreOptions> = {}) =>
      createPlaygroundStore({ parse: parsePlayground, factory: () => factory, tabId, ...options }),
  };
}

/** Changes the stored records behind the store's back. */
async function tamper(
  factory: IDBFactory,
  change: (stores: { generations: IDBObjectStore; pointers: IDBObjectStore }) => void,
): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory.open('sql-dyno');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['generations', 'pointers'], 'readwrite');
  change({
    generations: transaction.objectStore('generations'),
    pointers: transaction.objectStore('pointers'),
  });
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
  });
  database.close();
}

describe('the playground store', () => {
  it('is empty at first', async () => {
    expect(await createProfile().openTab('a').loadCurrent()).toEqual({ kind: 'none' });
  });

  it('brings back exactly what was saved, in a new page too', async () => {
    const profile = createProfile();
    const tab = profile.openTab('a');
    expect(await tab.saveCurrent(titled('first'))).toEqual({ kind: 'saved', revision: 1 });
    expect(await tab.saveCurrent(samplePlayground)).toEqual({ kind: 'saved', revision: 2 });
    const loaded = { kind: 'loaded', playground: samplePlayground, revision: 2 };
    expect(await tab.loadCurrent()).toEqual(loaded);
    expect(await profile.openTab('b').loadCurrent()).toEqual(loaded);
  });

  it('marks what older pages cannot read, so that they leave it alone', async () => {
    const profile = createProfile();
    const tab = profile.openTab('a', { versionOf: fileVersionOf });
    const formats: unknown[] = [];
    for (const playground of [samplePlayground, recentPlayground]) {
      await tab.saveCurrent(playground);
      expect(await profile.openTab('b').loadCurrent()).toMatchObject({ playground });
      await tamper(profile.factory, ({ pointers }) => {
        const request = pointers.get('current');
        request.onsuccess = () => formats.push(request.result.formatVersion);
      });
    }
    expect(formats).toEqual([1, 2]);
  });

  it('keeps what it has when the new version could not be read back', async () => {
    const profile = createProfile();
    const tab = profile.openTab('a', { problemOf: playgroundProblem });
    await tab.saveCurrent(titled('good'));
    expect(await tab.saveCurrent(titled('x'.repeat(1001)))).toEqual({
      kind: 'failed',
      message: expect.stringContaining('the title is longer than 1,000 characters'),
    });
    expect(await profile.openTab('b').loadCurrent()).toMatchObject({
      kind: 'loaded',
      playground: { title: 'good' },
    });
  });

  it('saves in the order asked', async () => {
    const tab = createProfile().openTab('a');
    const titles = Array.from({ length: 20 }, (_, index) => `${index}`);
    await Promise.all(titles.map((title) => tab.saveCurrent(titled(title))));
    expect(await tab.loadCurrent()).toMatchObject({ playground: { title: '19' }, revision: 20 });
  });

  it('falls back to the generation before when the last cannot be read', async () => {
    const profile = createProfile();
    const tab = profile.openTab('a');
    for (const title of ['one', 'two', 'three']) await tab.saveCurrent(titled(title));
    await tamper(profile.factory, ({ generations }) => {
      generations.put({ formatVersion: 1, document: { title: 'broken' } }, 3);
    });
    expect(await profile.openTab('b').loadCurrent()).toMatchObject({
      kind: 'previous',
      playground: { title: 'two' },
    });
    await tamper(profile.factory, ({ generations }) => {
      generations.clear();
    });
    expect(await profile.openTab('b').loadCurrent()).toMatchObject({ kind: 'failed' });
  });

  it('keeps two generations, not more', async () => {
    const profile = createProfile();
    const tab = profile.openTab('a');
    for (const title of ['one', 'two', 'three', 'four']) await tab.saveCurrent(titled(title));
    let keys: IDBValidKey[] = [];
    await tamper(profile.factory, ({ generations }) => {
      const request = generations.getAllKeys();
      request.onsuccess = () => {
        keys = request.result;
      };
    });
    expect(keys).toEqual([3, 4]);
  });

  it('keeps what was put aside while others are saved', async () => {
    const tab = createProfile().openTab('a');
    await tab.shelveCurrent();
    expect(await tab.loadShelved()).toEqual({ kind: 'none' });
    await tab.saveCurrent(titled('mine'));
    await tab.shelveCurrent();
    for (const title of ['theirs', 'theirs 2', 'theirs 3']) await tab.saveCurrent(titled(title));
    expect(await tab.loadShelved()).toMatchObject({
      kind: 'loaded',
      playground: { title: 'mine' },
    });
    expect(await tab.loadCurrent()).toMatchObject({ playground: { title: 'theirs 3' } });
    await tab.shelveCurrent();
    await tab.saveCurrent(titled('last'));
    expect(await tab.loadShelved()).toMatchObject({ playground: { title: 'theirs 3' } });
  });

  it('tells a tab that another one has saved', async () => {
    const profile = createProfile();
    const first = profile.openTab('a');
    const second = profile.openTab('b');
    await first.saveCurrent(titled('from a'));
    await second.loadCurrent();
    expect(await second.saveCurrent(titled('from b'))).toEqual({ kind: 'saved', revision: 2 });
    expect(await first.saveCurrent(titled('from a again'))).toMatchObject({
      kind: 'conflict',
      revision: 3,
    });
    expect(await first.saveCurrent(titled('and again'))).toEqual({ kind: 'saved', revision: 4 });
    expect(await second.loadCurrent()).toMatchObject({ playground: { title: 'and again' } });
  });

  it('never overwrites what a newer version saved', async () => {
    const profile = createProfile();
    const tab = profile.openTab('a');
    await tab.saveCurrent(titled('old'));
    await tamper(profile.factory, ({ generations, pointers }) => {
      generations.put({ formatVersion: 3, document: { future: true } }, 2);
      const pointer = { formatVersion: 3, revision: 2, previousRevision: 1, tabId: 'z' };
      pointers.put(pointer, 'current');
    });
    expect(await tab.loadCurrent()).toMatchObject({ kind: 'failed' });
    expect(await tab.saveCurrent(titled('mine'))).toMatchObject({ kind: 'failed' });
    let kept: unknown;
    await tamper(profile.factory, ({ generations }) => {
      const request = generations.get(2);
      request.onsuccess = () => {
        kept = request.result;
      };
    });
    expect(kept).toEqual({ formatVersion: 3, document: { future: true } });
  });
});

describe('failing storage', () => {
  const forbidden = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };

  it('that is forbidden is told in a sentence', async () => {
    const tab = createProfile().openTab('a', { factory: forbidden });
    for (const outcome of [await tab.saveCurrent(samplePlayground), await tab.loadCurrent()]) {
      expect(outcome).toMatchObject({ kind: 'failed' });
      expect(outcome.kind === 'failed' && outcome.message).toMatch(/private window.*\.$/);
    }
  });

  it('that is full leaves the old generation and works again later', async () => {
    const tab = createProfile().openTab('a');
    await tab.saveCurrent(titled('old'));
    const put = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      if (this.name === 'generations') return put.call(this, value, key);
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    const outcome = await tab.saveCurrent(titled('new'));
    spy.mockRestore();
    expect(outcome.kind === 'failed' && outcome.message).toMatch(/no space left/);
    expect(await tab.loadCurrent()).toMatchObject({ playground: { title: 'old' } });
    expect(await tab.saveCurrent(titled('new'))).toMatchObject({ kind: 'saved' });
    expect(await tab.loadCurrent()).toMatchObject({ kind: 'loaded', playground: { title: 'new' } });
  });

  it('at any call leaves the old or the new generation, never a mixture', async () => {
    let failures = 0;
    for (let failAt = 1; ; failAt++) {
      const profile = createProfile();
      const tab = profile.openTab('a');
      for (const title of ['older', 'old']) await tab.saveCurrent(titled(title));
      const faults = failCall(failAt);
      const outcome = await tab.saveCurrent(titled('new'));
      faults.restore();
      const title = outcome.kind === 'failed' ? 'old' : 'new';
      const loaded = { kind: 'loaded', playground: { title } };
      expect(await tab.loadCurrent(), `call ${failAt}`).toMatchObject(loaded);
      expect(await profile.openTab('b').loadCurrent()).toMatchObject(loaded);
      expect(await tab.saveCurrent(titled('newest'))).toMatchObject({ kind: 'saved' });
      if (faults.calls() < failAt) break;
      expect(outcome.kind).toBe('failed');
      failures++;
    }
    expect(failures).toBe(7);
  });

  it('that never answers is given up after a while', async () => {
    const never = { open: () => ({}) } as unknown as IDBFactory;
    const tab = createProfile().openTab('a', { factory: () => never, timeLimitMs: 20 });
    expect(await tab.loadCurrent()).toMatchObject({ kind: 'failed' });
  });
});
