// What this browser keeps: database images, and the playground put aside.
// A mirror of storage/images and storage/playground-store.ts, read when somebody looks at it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImageRecord } from '../engine/model/database/database-image.ts';
import type { ImageUsage } from '../storage/images/image-store.ts';

export interface StoredState {
  /** Last used first; null until they have been read. */
  images: ImageRecord[] | null;
  usage: ImageUsage | null;
  /** Title of the playground that was put aside; null when there is none. */
  shelvedTitle: string | null;
  /** Images that are being removed. */
  removing: readonly string[];
}

export type StoredStore = StoreApi<StoredState>;

export function createStoredStore(): StoredStore {
  return createStore<StoredState>()(() => ({
    images: null,
    usage: null,
    shelvedTitle: null,
    removing: [],
  }));
}
