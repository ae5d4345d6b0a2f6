// The IndexedDB database: its stores, how it is opened and lifted, what it can fail with.
// What is saved when, and what is dropped, stands in playground-store.ts, history-store.ts and images.
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

/** A database image: its bytes are a file, this is what makes the file count. Parse before use. */
export interface SavedImage {
  formatVersion: number;
  /** Name of the file in the folder of images. */
  file: string;
  sizeBytes: number;
  /** Hash of the file's bytes. */
  checksum: string;
  kind: 'generated' | 'imported';
  /** Milliseconds since 1970. */
  savedAt: number;
  usedAt: number;
  /** The rest of the ImageRecord. */
  about: unknown;
}

export interface DynoDatabase extends DBSchema {
  generations: { key: number; value: SavedGeneration };
  pointers: { key: 'current' | 'shelved'; value: Pointer };
  /** Since version 2. A comparison and its summary have the same key. */
  comparisons: { key: number; value: SavedGeneration };
  summaries: { key: number; value: SavedSummary };
  /** Since version 3, by imageId. */
  images: { key: string; value: SavedImage };
}

export type StoreName = 'generations' | 'pointers' | 'comparisons' | 'summaries' | 'images';
export type OpenedDatabase = IDBPDatabase<DynoDatabase>;
export type WriteTransaction<Name extends StoreName> = IDBPTransaction<
  DynoDatabase,
  Name[],
  'readwrite'
>;

/** Version 1: generations and pointers. 2: comparisons and summaries as well. 3: images as well. */
const databaseVersion = 3;

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
      if (oldVersion < 3) request.result.createObjectStore('images');
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

/** Whether storage failed because it is full. Quota errors have three spellings. */
export function isQuotaFailure(thrown: unknown): boolean {
  const kind = thrown instanceof Error ? thrown.name : '';
  return /quota/i.test(kind) || /quota|disk is full/i.test(String(thrown));
}

/** Why storage failed, as a sentence with what to do. */
export function describeStorageFailure(thrown: unknown, { name, advice }: StorageSubject): string {
  const kind = thrown instanceof Error ? thrown.name : '';
  if (isQuotaFailure(thrown)) {
    return `The browser has no space left for ${name}. Free some space, or ${advice}.`;
  }
  if (kind === 'VersionError') {
    return `A newer SQL Dyno has saved here. Reload the page to get the newest version; until then ${advice}.`;
  }
  const capital = advice.slice(0, 1).toUpperCase() + advice.slice(1);
  return `The browser does not let this page save (a private window, perhaps). ${capital}.`;
}
