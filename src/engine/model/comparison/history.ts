// History: comparisons kept to be looked at, pinned and compared with later. Plain data.
// Where they are kept (storage) and how they are checked when read back (share) stand elsewhere.

import type { Playground } from '../playground.ts';
import type { Environment } from './comparison.ts';
import type { CountedCell, QueryResult } from './query-result.ts';

/** A comparison as it is handed over to be kept. */
export interface HistoryRecord {
  /** When it ended: ISO 8601, UTC. */
  at: string;
  title: string;
  /** What it found, in a line; comparisons kept earlier have none. */
  headline?: string;
  /** Fingerprint of the playground: equal for equal documents. */
  playgroundHash: string;
  /** As it was when compared. */
  playground: Playground;
  environment: Environment;
  results: QueryResult[];
  /** By cellKey(queryId, setupId). */
  counts: Record<string, CountedCell>;
}

/** A kept comparison. */
export interface HistoryEntry extends HistoryRecord {
  /** Counts up with every comparison kept. */
  id: number;
  /** At most one is pinned; it is never dropped to make room. */
  isPinned: boolean;
}

/** What a list of kept comparisons shows: no rounds, no SQL. */
export interface HistorySummary {
  id: number;
  at: string;
  title: string;
  headline?: string;
  playgroundHash: string;
  /** Names of the queries that were measured. */
  queries: string[];
  /** Names of the setups, the baseline first. */
  setups: string[];
  environment: Environment;
  isPinned: boolean;
}
