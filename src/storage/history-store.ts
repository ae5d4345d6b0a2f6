// Keeps comparisons in IndexedDB: the newest 100 or so, and one that is pinned.
// Never throws: when storage fails the page goes on, and says so. Knows nothing of the screen.
import type {
  HistoryEntry,
  HistoryRecord,
  HistorySummary,
} from '../engine/model/comparison/history.ts';
import type { Bytes } from '../engine/model/units.ts';
import type { SavedSummary, WriteTransaction } from './dyno-database.ts';
import {
  createGuardedDatabase,
  type DatabaseOptions,
  type StorageFailure,
} from './guarded-database.ts';

export interface HistoryStore {
  /** Keeps a comparison; the oldest that are not pinned go when there are too many or too large. */
  add(record: HistoryRecord): Promise<AddOutcome>;
  /** Newest first. */
  list(): Promise<ListOutcome>;
  load(id: number): Promise<LoadEntryOutcome>;
  /** Pins it, and unpins the one that was pinned; or unpins it. */
  setPinned(id: number, isPinned: boolean): Promise<ChangeOutcome>;
  remove(id: number): Promise<ChangeOutcome>;
  /** Removes all, the pinned one and those of another version too: ask before. */
  clear(): Promise<ChangeOutcome>;
}

export type AddOutcome = { kind: 'added'; id: number; dropped: number } | StorageFailure;

export type ListOutcome =
  | {
      kind: 'listed';
      entries: HistorySummary[];
      /** Entries that this page cannot read; they are kept. */
      unreadable: number;
      /** Says so; null when there are none. */
      message: string | null;
    }
  | StorageFailure;

export type LoadEntryOutcome =
  | { kind: 'loaded'; entry: HistoryEntry }
  | { kind: 'none' }
  | { kind: 'unreadable'; message: string }
  | StorageFailure;

export type ChangeOutcome = { kind: 'changed' } | { kind: 'none' } | StorageFailure;

export interface HistoryStoreOptions extends DatabaseOptions {
  /** Any value as a kept comparison, null when it is none. */
  parseEntry: (value: unknown) => HistoryEntry | null;
  /** Any value as the summary of one, null when it is none. */
  parseSummary: (value: unknown) => HistorySummary | null;
  maxEntries?: number;
  /** Of all comparisons that can be read together, about. */
  maxBytes?: Bytes;
}

type Stores = 'comparisons' | 'summaries';

const formatVersion = 1;
const stores: Stores[] = ['comparisons', 'summaries'];

/** A store over the browser's IndexedDB. */
export function createHistoryStore(options: HistoryStoreOptions): HistoryStore {
  const { opened, guarded, inTurn, write } = createGuardedDatabase(options, {
    name: 'this comparison',
    advice: 'copy it as Markdown or save its samples as a file',
  });
  const maxEntries = options.maxEntries ?? 100;
  const maxBytes = options.maxBytes ?? 50_000_000;

  function parseSaved(saved: SavedSummary, id: number): HistorySummary | null {
    if (saved.formatVersion !== formatVersion) return null;
    return options.parseSummary({ ...Object(saved.summary), id, isPinned: saved.isPinned });
  }

  async function add(record: HistoryRecord): Promise<AddOutcome> {
    if (options.parseEntry({ ...record, id: 1, isPinned: false }) === null) {
      const message =
        'This comparison is not kept in the history, because it could not be read back. Its results stand as they are.';
      return { kind: 'failed', message };
    }
    const sizeBytes = JSON.stringify(record).length;
    if (sizeBytes > maxBytes) {
      const message =
        'This comparison is too large for the history. Save its samples as a file to keep them.';
      return { kind: 'failed', message };
    }
    const saved = { formatVersion, sizeBytes, isPinned: false, summary: summaryOf(record) };
    return write(stores, async (transaction) => {
      const dropped = await makeRoom(transaction, sizeBytes);
      const id = await transaction.objectStore('summaries').add(saved);
      await transaction.objectStore('comparisons').put({ formatVersion, document: record }, id);
      return { kind: 'added' as const, id, dropped };
    });
  }

  /** Drops the oldest that can be read and are not pinned, until one more fits; says how many. */
  async function makeRoom(
    transaction: WriteTransaction<Stores>,
    sizeBytes: Bytes,
  ): Promise<number> {
    const summaries = transaction.objectStore('summaries');
    const keys = await summaries.getAllKeys();
    const saved = await summaries.getAll();
    const kept = saved.flatMap((each, index) => {
      const id = keys[index];
      return id === undefined || parseSaved(each, id) === null ? [] : [{ ...each, id }];
    });
    let count = kept.length + 1;
    let bytes = kept.reduce((sum, each) => sum + each.sizeBytes, sizeBytes);
    const dropped = kept.filter((each) => {
      if (each.isPinned || (count <= maxEntries && bytes <= maxBytes)) return false;
      count--;
      bytes -= each.sizeBytes;
      return true;
    });
    for (const { id } of dropped) await deleteEntry(transaction, id);
    return dropped.length;
  }

  async function list(): Promise<ListOutcome> {
    const transaction = (await opened()).transaction('summaries', 'readonly');
    const keys = await transaction.store.getAllKeys();
    const saved = await transaction.store.getAll();
    const parsed = saved.map((each, index) => parseSaved(each, keys[index] ?? 0));
    const entries = parsed.filter((summary) => summary !== null).reverse();
    const unreadable = saved.length - entries.length;
    return { kind: 'listed', entries, unreadable, message: unreadableWords(unreadable) };
  }

  async function load(id: number): Promise<LoadEntryOutcome> {
    const transaction = (await opened()).transaction(stores, 'readonly');
    const summary = await transaction.objectStore('summaries').get(id);
    const comparison = await transaction.objectStore('comparisons').get(id);
    if (!summary && !comparison) return { kind: 'none' };
    const entry =
      comparison?.formatVersion === formatVersion
        ? options.parseEntry({
            ...Object(comparison.document),
            id,
            isPinned: summary?.isPinned === true,
          })
        : null;
    if (entry) return { kind: 'loaded', entry };
    const message =
      'This comparison was kept by another version of SQL Dyno and cannot be opened here. It is still kept.';
    return { kind: 'unreadable', message };
  }

  function setPinned(id: number, isPinned: boolean): Promise<ChangeOutcome> {
    return write(['summaries'], async (transaction) => {
      const summaries = transaction.objectStore('summaries');
      const keys = await summaries.getAllKeys();
      const saved = await summaries.getAll();
      if (!keys.includes(id)) return { kind: 'none' as const };
      for (const [index, each] of saved.entries()) {
        const key = keys[index];
        const wanted = key === id ? isPinned : each.isPinned && !isPinned;
        if (each.formatVersion !== formatVersion || each.isPinned === wanted) continue;
        await summaries.put({ ...each, isPinned: wanted }, key);
      }
      return { kind: 'changed' as const };
    });
  }

  function remove(id: number): Promise<ChangeOutcome> {
    return write(stores, async (transaction) => {
      const known = await transaction.objectStore('summaries').getKey(id);
      await deleteEntry(transaction, id);
      return { kind: known === undefined ? ('none' as const) : ('changed' as const) };
    });
  }

  function clear(): Promise<ChangeOutcome> {
    return write(stores, async (transaction) => {
      for (const name of stores) await transaction.objectStore(name).clear();
      return { kind: 'changed' as const };
    });
  }

  return {
    add: (record) => inTurn(() => add(record)),
    list: () => guarded(list),
    load: (id) => guarded(() => load(id)),
    setPinned: (id, isPinned) => inTurn(() => setPinned(id, isPinned)),
    remove: (id) => inTurn(() => remove(id)),
    clear: () => inTurn(clear),
  };
}

async function deleteEntry(transaction: WriteTransaction<Stores>, id: number): Promise<void> {
  for (const name of stores) await transaction.objectStore(name).delete(id);
}

function summaryOf(record: HistoryRecord): Omit<HistorySummary, 'id' | 'isPinned'> {
  const { at, title, headline, playgroundHash, environment, playground, results } = record;
  const measured = new Set(results.map(({ queryId }) => queryId));
  return {
    at,
    title,
    ...(headline === undefined ? {} : { headline }),
    playgroundHash,
    environment,
    queries: playground.queries.filter(({ id }) => measured.has(id)).map(({ name }) => name),
    setups: playground.setups.map(({ name }) => name),
  };
}

function unreadableWords(count: number): string | null {
  if (count === 0) return null;
  const entries = count === 1 ? '1 entry' : `${count} entries`;
  return `${entries} of another version of SQL Dyno: kept, but not shown here.`;
}
