// The page's IndexedDB database: its stores, how it is opened and lifted, what it can fail with.
// What is saved when, and what is dropped, stands in playground-store.ts and history-store.ts.
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

/** What can be said of a kept comparison without reading it whole. Parse before use. */
export interface SavedSummary {
  formatVersion: number;
  /** Of the comparison, about. */
  sizeBytes: number;
  isPinned: boolean;
  /** Without what stands beside it: its key and `isPinned`. */
  summary: unknown;
}

export interface DynoDatabase extends DBSchema {
  generations: { key: number; value: SavedGeneration };
  pointers: { key: 'current' | 'shelved'; value: Pointer };
  /** Since version 2. A comparison and its summary have the same key. */
  comparisons: { key: number; value: SavedGeneration };
  summaries: { key: number; value: SavedSummary };
}

export type StoreName = 'generations' | 'pointers' | 'comparisons' | 'summaries';
export type OpenedDatabase = IDBPDatabase<DynoDatabase>;
export type WriteTransaction<Name extends StoreName> = IDBPTransaction<
  DynoDatabase,
  Name[],
  'readwrite'
>;

/** Version 1: generations and pointers. Version 2: comparisons and summaries as well. */
const databaseVersion = 2;

/**
 * Opens the database, making the stores that it lacks. Not idb's openDB: that takes the global
 * factory, whose mere mention throws in some privacy modes.
 */
export function openDynoDatabase(
  factory: IDBFactory,
  name: string,
  onClosed: () => void,
): Promise<OpenedDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, databaseVersion);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore('generations');
        request.result.createObjectStore('pointers');
      }
      if (oldVersion < 2) {
        request.result.createObjectStore('comparisons');
        request.result.createObjectStore('summaries', { autoIncrement: true });
      }
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

/** What failed to be kept, and what the user can do instead. */
export interface StorageSubject {
  /** 'this playground' */
  name: string;
  /** 'keep your work as a link or a file' */
  advice: string;
}

/** Why storage failed, as a sentence with what to do. Quota errors have three spellings. */
export function describeStorageFailure(thrown: unknown, { name, advice }: StorageSubject): string {
  const kind = thrown instanceof Error ? thrown.name : '';
  if (/quota/i.test(kind) || /quota|disk is full/i.test(String(thrown))) {
    return `The browser has no space left for ${name}. Free some space, or ${advice}.`;
  }
  if (kind === 'VersionError') {
    return `A newer SQL Dyno has saved here. Reload the page to get the newest version; until then ${advice}.`;
  }
  const capital = advice.slice(0, 1).toUpperCase() + advice.slice(1);
  return `The browser does not let this page save (a private window, perhaps). ${capital}.`;
}
