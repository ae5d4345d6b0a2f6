import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { HistoryRecord } from '../engine/model/comparison/history.ts';
import { parsePlayground } from '../share/playground-schema.ts';
import { samplePlayground } from '../share/playgrounds.testing.ts';
import { parseHistoryEntry, parseHistorySummary } from '../share/results/history-schema.ts';
import { anyEnvironment, anyResults } from '../share/results/results.testing.ts';
import { failCall } from './failing-calls.testing.ts';
import { createHistoryStore, type HistoryStoreOptions } from './history-store.ts';
import { createPlaygroundStore } from './playground-store.ts';

const [environment] = fc.sample(anyEnvironment, { seed: 1, numRuns: 1 });
const [measured] = fc.sample(anyResults(samplePlayground), { seed: 5, numRuns: 1 });

function titled(title: string): HistoryRecord {
  if (!environment || !measured) throw new Error('fast-check gave nothing');
  return {
    at: '2026-01-02T03:04:05.678Z',
    title,
    playgroundHash: '0123456789abcdef',
    playground: samplePlayground,
    environment,
    ...measured,
  };
}

/** A browser profile: its tabs share one factory. */
function createProfile() {
  const factory = new IDBFactory();
  return {
    factory,
    openHistory: (options: Partial<HistoryStoreOptions> = {}) =>
      createHistoryStore({
        parseEntry: parseHistoryEntry,
        parseSummary: parseHistorySummary,
        factory: () => factory,
        ...options,
      }),
  };
}

type History = ReturnType<typeof createHistoryStore>;

async function titlesOf(history: History): Promise<string[]> {
  const outcome = await history.list();
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.entries.map(({ title, isPinned }) => (isPinned ? `${title} (pinned)` : title));
}

async function added(history: History, title: string): Promise<number> {
  const outcome = await history.add(titled(title));
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.id;
}

/** The database behind the store's back. */
function open(
  factory: IDBFactory,
  version: number | undefined,
  upgrade: (database: IDBDatabase) => void = () => {},
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open('sql-dyno', version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve) => {
    transaction.oncomplete = () => resolve();
  });
}

describe('the history', () => {
  it('is empty at first', async () => {
    const history = createProfile().openHistory();
    expect(await history.list()).toEqual({
      kind: 'listed',
      entries: [],
      unreadable: 0,
      message: null,
    });
    expect(await history.load(1)).toEqual({ kind: 'none' });
    expect(await history.setPinned(1, true)).toEqual({ kind: 'none' });
    expect(await history.remove(1)).toEqual({ kind: 'none' });
  });

  it('gives back what was kept, in a new page too', async () => {
    const profile = createProfile();
    const record = titled('first');
    expect(await profile.openHistory().add(record)).toEqual({ kind: 'added', id: 1, dropped: 0 });
    expect(await profile.openHistory().load(1)).toEqual({
      kind: 'loaded',
      entry: { ...record, id: 1, isPinned: false },
    });
  });

  it('lists summaries, the newest first', async () => {
    const history = createProfile().openHistory();
    for (const title of ['one', 'two', 'three']) await added(history, title);
    expect(await titlesOf(history)).toEqual(['three', 'two', 'one']);
    const outcome = await history.list();
    const { environment: place } = titled('');
    expect(outcome.kind === 'listed' && outcome.entries[0]).toEqual({
      id: 3,
      at: '2026-01-02T03:04:05.678Z',
      title: 'three',
      playgroundHash: '0123456789abcdef',
      environment: place,
      queries: ['expensive in a category'],
      setups: ['baseline', 'by price'],
      isPinned: false,
    });
  });

  it('pins one at a time', async () => {
    const history = createProfile().openHistory();
    const one = await added(history, 'one');
    const two = await added(history, 'two');
    await history.setPinned(one, true);
    expect(await titlesOf(history)).toEqual(['two', 'one (pinned)']);
    expect(await history.load(one)).toMatchObject({ entry: { isPinned: true } });
    await history.setPinned(two, true);
    expect(await titlesOf(history)).toEqual(['two (pinned)', 'one']);
    await history.setPinned(one, false);
    expect(await titlesOf(history)).toEqual(['two (pinned)', 'one']);
    await history.setPinned(two, false);
    expect(await titlesOf(history)).toEqual(['two', 'one']);
  });

  it('removes one, or all with the pinned one', async () => {
    const profile = createProfile();
    const history = profile.openHistory();
    const ids = [await added(history, 'one'), await added(history, 'two')];
    expect(await history.remove(ids[0] ?? 0)).toEqual({ kind: 'changed' });
    expect(await titlesOf(history)).toEqual(['two']);
    await history.setPinned(ids[1] ?? 0, true);
    expect(await history.clear()).toEqual({ kind: 'changed' });
    expect(await titlesOf(history)).toEqual([]);
    const database = await open(profile.factory, undefined);
    const request = database.transaction('comparisons').objectStore('comparisons').count();
    await ended(request.transaction ?? database.transaction('comparisons'));
    expect(request.result).toBe(0);
    // Ids are never given twice: a page may still show the old one.
    expect(await added(history, 'three')).toBe(3);
  });

  it('drops the oldest that is not pinned when there are too many', async () => {
    const history = createProfile().openHistory({ maxEntries: 3 });
    await history.setPinned(await added(history, 'one'), true);
    for (const title of ['two', 'three', 'four', 'five']) await added(history, title);
    expect(await titlesOf(history)).toEqual(['five', 'four', 'one (pinned)']);
    expect(await history.load(2)).toEqual({ kind: 'none' });
  });

  it('drops the oldest when they are too large together, and refuses what is by itself', async () => {
    const maxBytes = JSON.stringify(titled('one')).length * 2.5;
    const history = createProfile().openHistory({ maxBytes });
    for (const title of ['one', 'two']) await added(history, title);
    expect(await history.add(titled('six'))).toEqual({ kind: 'added', id: 3, dropped: 1 });
    expect(await titlesOf(history)).toEqual(['six', 'two']);
    const huge = titled('x'.repeat(900));
    huge.playground = { ...samplePlayground, notes: 'x'.repeat(maxBytes) };
    expect(await history.add(huge)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('too large for the history'),
    });
    expect(await titlesOf(history)).toEqual(['six', 'two']);
  });

  it('keeps nothing that could not be read back', async () => {
    const history = createProfile().openHistory();
    const record = { ...titled('one'), at: 'yesterday' };
    expect(await history.add(record)).toMatchObject({ kind: 'failed' });
    expect(await titlesOf(history)).toEqual([]);
  });

  it('counts entries of another version, and never drops them by itself', async () => {
    const profile = createProfile();
    const history = profile.openHistory({ maxEntries: 2 });
    for (const title of ['one', 'two']) await added(history, title);
    const database = await open(profile.factory, undefined);
    const transaction = database.transaction(['summaries', 'comparisons'], 'readwrite');
    const future = { formatVersion: 2, sizeBytes: 1e12, isPinned: false, summary: { new: true } };
    transaction.objectStore('summaries').put(future, 1);
    transaction.objectStore('comparisons').put({ formatVersion: 2, document: { new: true } }, 1);
    await ended(transaction);
    for (const title of ['three', 'four']) await added(history, title);
    expect(await titlesOf(history)).toEqual(['four', 'three']);
    expect(await history.list()).toMatchObject({
      unreadable: 1,
      message: '1 entry of another version of SQL Dyno: kept, but not shown here.',
    });
    expect(await history.load(1)).toMatchObject({ kind: 'unreadable' });
    await history.clear();
    expect(await history.list()).toMatchObject({ unreadable: 0 });
  });

  it('of two tabs is one', async () => {
    const profile = createProfile();
    const tabs = [profile.openHistory(), profile.openHistory()];
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => tabs[index % 2]?.add(titled(`${index}`))),
    );
    const titles = await titlesOf(profile.openHistory());
    expect(titles.sort()).toEqual(Array.from({ length: 10 }, (_, index) => `${index}`));
  });
});

describe('a database of version 1', () => {
  it('keeps its playground when the history comes', async () => {
    const factory = new IDBFactory();
    const old = await open(factory, 1, (database) => {
      database.createObjectStore('generations');
      database.createObjectStore('pointers');
    });
    const transaction = old.transaction(['generations', 'pointers'], 'readwrite');
    const generation = { formatVersion: 1, document: samplePlayground };
    transaction.objectStore('generations').put(generation, 7);
    const pointer = { formatVersion: 1, revision: 7, previousRevision: null, tabId: 'old' };
    transaction.objectStore('pointers').put(pointer, 'current');
    await ended(transaction);
    // As the page of version 1 does, when a newer one wants to change the stores.
    old.onversionchange = () => old.close();
    const options = { factory: () => factory };
    const history = createHistoryStore({
      parseEntry: parseHistoryEntry,
      parseSummary: parseHistorySummary,
      ...options,
    });
    expect(await added(history, 'one')).toBe(1);
    const playgrounds = createPlaygroundStore({ parse: parsePlayground, ...options });
    expect(await playgrounds.loadCurrent()).toEqual({
      kind: 'loaded',
      playground: samplePlayground,
      revision: 7,
    });
    expect(await playgrounds.saveCurrent(samplePlayground)).toMatchObject({ revision: 8 });
  });

  it('of a newer page is told in a sentence', async () => {
    const factory = new IDBFactory();
    (await open(factory, 4)).close();
    const history = createHistoryStore({
      parseEntry: parseHistoryEntry,
      parseSummary: parseHistorySummary,
      factory: () => factory,
    });
    expect(await history.list()).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/^A newer SQL Dyno has saved here\. .*\.$/),
    });
  });
});

describe('a history whose storage fails', () => {
  const verbs: [string, (history: History) => Promise<{ kind: string }>][] = [
    ['add', (history) => history.add(titled('new'))],
    ['list', (history) => history.list()],
    ['load', (history) => history.load(1)],
    ['setPinned', (history) => history.setPinned(2, true)],
    ['remove', (history) => history.remove(1)],
    ['clear', (history) => history.clear()],
  ];

  it.each(verbs)('at any call of %s says so and has done all or nothing', async (name, verb) => {
    for (let failAt = 1; ; failAt++) {
      const history = createProfile().openHistory({ maxEntries: 2 });
      await history.setPinned(await added(history, 'one'), true);
      await added(history, 'two');
      const before = await titlesOf(history);
      const faults = failCall(failAt);
      const outcome = await verb(history);
      faults.restore();
      if (faults.calls() < failAt) {
        expect(outcome.kind).not.toBe('failed');
        expect(failAt, name).toBeGreaterThan(2);
        break;
      }
      expect(outcome, `call ${failAt}`).toMatchObject({ kind: 'failed' });
      expect(await titlesOf(history)).toEqual(before);
      expect(await history.load(1)).toMatchObject({ kind: 'loaded' });
    }
  });

  it('for want of space keeps what it has', async () => {
    const history = createProfile().openHistory();
    await added(history, 'one');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    const outcome = await history.add(titled('two'));
    put.mockRestore();
    expect(outcome).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('no space left for this comparison'),
    });
    expect(await titlesOf(history)).toEqual(['one']);
  });

  it('by never answering is given up after a while', async () => {
    const never = { open: () => ({}) } as unknown as IDBFactory;
    const history = createProfile().openHistory({ factory: () => never, timeLimitMs: 10 });
    for (const [, verb] of verbs) expect(await verb(history)).toMatchObject({ kind: 'failed' });
  });

  it('by being forbidden is told in a sentence', async () => {
    const forbidden = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const history = createProfile().openHistory({ factory: forbidden });
    expect(await history.add(titled('one'))).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/private window.*Copy it as Markdown.*\.$/),
    });
  });
});
