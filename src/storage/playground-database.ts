// The IndexedDB database of saved playgrounds: its stores, how it is opened, what it can fail with.
// What is saved when, and what to do about another tab, stands in playground-store.ts.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, wrap } from 'idb';

/** A saved generation. `document` came from a page, perhaps a newer one: parse before use. */
export interface SavedGeneration {
  formatVersion: number;
  document: unknown;
}

/** Points at a generation. Revisions count up by one with every save of any tab. */
export interface Pointer {
  formatVersion: number;
  revision: number;
  /** The generation kept to fall back on. */
  previousRevision: number | null;
  /** The tab that saved. */
  tabId: string;
}

export interface PlaygroundDatabase extends DBSchema {
  generations: { key: number; value: SavedGeneration };
  pointers: { key: 'current' | 'shelved'; value: Pointer };
}

export type OpenedDatabase = IDBPDatabase<PlaygroundDatabase>;

export type WriteTransaction = IDBPTransaction<
  PlaygroundDatabase,
  ['generations', 'pointers'],
  'readwrite'
>;

const databaseVersion = 1;

/**
 * Opens the database, making its stores the first time. Not idb's openDB: that takes the global
 * factory, whose mere mention throws in some privacy modes.
 */
export function openPlaygroundDatabase(
  factory: IDBFactory,
  name: string,
  onClosed: () => void,
): Promise<OpenedDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, databaseVersion);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('generations');
      request.result.createObjectStore('pointers');
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // A newer page in another tab wants to change the stores: let it.
      database.onversionchange = () => {
        database.close();
        onClosed();
      };
      database.onclose = onClosed;
      resolve(wrap(database) as unknown as OpenedDatabase);
    };
  });
}

/** Why storage failed, as a sentence with what to do. Quota errors have three spellings. */
export function describeStorageFailure(thrown: unknown): string {
  const name = thrown instanceof Error ? thrown.name : '';
  if (/quota/i.test(name) || /quota|disk is full/i.test(String(thrown))) {
    return 'The browser has no space left for this playground. Free some space, or keep the playground as a link or a file.';
  }
  if (name === 'VersionError') {
    return 'A newer SQL Dyno has saved here. Reload the page to get the newest version; until then keep your work as a link or a file.';
  }
  return 'The browser does not let this page save (a private window, perhaps). Keep your work as a link or a file.';
}
