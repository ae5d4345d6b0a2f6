// What a comparison found out about a query, as the page keeps it, shows it and stores it.
// Plain data; who measures it stands in engine/measure, who decides what is stale in state.

import type { CountOutcome } from '../counters/counters.ts';
import type { EngineError } from '../errors.ts';
import type { Setup } from '../playground.ts';
import type { Milliseconds } from '../units.ts';
import type { CallParts } from './call-parts.ts';
import type { DiscardReason, Environment, FirstRun, RoundReport } from './comparison.ts';
import type { Confirmation } from './confirmation.ts';

/** Everything one comparison found out about a query. */
export interface QueryResult {
  queryId: string;
  /** The setups as they were when measured. */
  setups: Setup[];
  /** By setup id: what the cell was measured from (see selectors/basis). */
  bases: Record<string, string>;
  environment: Environment;
  /** In the order of the setups, as far as they have come. */
  firstRuns: FirstRun[];
  /** Those that count, in the order measured. */
  rounds: RoundReport[];
  discarded: Record<DiscardReason, number>;
  /** By setup id, as far as they have been measured. */
  parts: Record<string, CallParts>;
  /** Time that the rounds may take, what Continue added included. */
  budgetMs: Milliseconds;
  /** What fresh workers said; null before Confirm. */
  confirmation: Confirmation | null;
  status: 'measuring' | 'done' | 'stopped';
  /** A failure that ended this query's measuring. */
  error: EngineError | null;
}

/** The key of a cell of the bench. */
export function cellKey(queryId: string, setupId: string): string {
  return `${queryId}/${setupId}`;
}

/** A cell's counters with what they were counted from: the same basis gives the same counters. */
export interface CountedCell {
  basis: string;
  outcome: CountOutcome;
}
