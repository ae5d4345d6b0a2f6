// What catches the eye in a schema before any query is known: each with its reason and a remedy.
import type { Index } from '../playground.ts';

export type SchemaFindingKind =
  | 'foreign-key-without-index'
  | 'duplicate-index'
  | 'redundant-index' // the beginning of another one
  | 'table-without-key'
  | 'wide-without-rowid'
  | 'untyped-column'
  | 'no-statistics';

export interface SchemaFinding {
  kind: SchemaFindingKind;
  table: string;
  /** The sentence: what, where. */
  message: string;
  /** Why it may matter, and what to do. */
  reason: string;
  /** Name of the index that finds nothing new; absent where it is about something else. */
  repeatedIndex?: string;
  /** An index that would mend it, ready to be added; null when it takes something else. */
  index: Index | null;
  /** Indexes that must be on in the same setup for it to matter; absent where setups do not. */
  together?: string[];
}
