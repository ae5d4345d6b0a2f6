// The Storage lab: the bytes of the built database, and what VACUUM would make of them. Never
// persisted. Who reads them stands in commands/storage.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineError } from '../engine/model/errors.ts';
import type { StorageReport } from '../engine/model/storage/storage-report.ts';
import type { Bytes } from '../engine/model/units.ts';

export const pageSizeChoices = [512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536] as const;

/** Reading needs copies of the database: of a larger one only once the user agreed to that. */
const largeStorageBytes: Bytes = 128 * 1024 * 1024;

export interface StorageState {
  /** Null before the first reading. */
  read: { report: StorageReport; basis: string } | null;
  /** What VACUUM would make of the database that was read, by page size. */
  trials: Record<number, StorageReport>;
  /** The page size that is chosen for the next trial; null: the one that the database has. */
  trialPageSize: number | null;
  /** A larger database waits for the user's word. */
  largeBytes: Bytes;
  /** It waits. */
  asking: { sizeBytes: Bytes; trialPageSize: number | null } | null;
  /** Why the last reading or trial failed. */
  error: EngineError | null;
}

export type StorageStore = StoreApi<StorageState>;

export const noStorage: StorageState = {
  read: null,
  trials: {},
  trialPageSize: null,
  largeBytes: largeStorageBytes,
  asking: null,
  error: null,
};

export function createStorageStore(largeBytes = largeStorageBytes): StorageStore {
  return createStore<StorageState>()(() => ({ ...noStorage, largeBytes }));
}
