// The counters of a link's author, for the receiver's page to confirm or contradict. Plain data.
import type { Counters } from './counters.ts';

/** Counters with their hashes cut to 8 hex digits, which is enough to notice a difference. */
export type SharedCounters = Counters;

/** What the author's page counted. */
export interface AuthorCounters {
  /** Counters are the same everywhere for the same version, and may differ between versions. */
  sqliteVersion: string;
  /** By position: [query][setup]; null where nothing was counted. */
  cells: (SharedCounters | null)[][];
}
