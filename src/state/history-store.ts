// Comparisons that were kept: the list as storage has it, and the pinned one in full.
// A mirror of storage/history-store.ts: what it holds survives a reload there, not here.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HistoryEntry, HistorySummary } from '../engine/model/comparison/history.ts';

export interface HistoryState {
  /** Newest first; null until the list has been read. */
  entries: HistorySummary[] | null;
  /** What the current comparison is compared with. */
  pinned: HistoryEntry | null;
  /** The entry of what was measured last in this page; null while nothing is kept of it. */
  currentId: number | null;
  /** Entries of another version: they are kept, and cannot be shown. */
  unreadable: number;
  /** What could not be read or kept, as a sentence. */
  problem: string | null;
}

export type HistoryStateStore = StoreApi<HistoryState>;

export function createHistoryState(): HistoryStateStore {
  return createStore<HistoryState>()(() => ({
    entries: null,
    pinned: null,
    currentId: null,
    unreadable: 0,
    problem: null,
  }));
}
