// What the engine answered: state of the database, plans, measurements, the last run.
// Can be lost at any time without loss to the user; never persisted.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Environment, FirstRun, RoundReport } from '../engine/model/comparison.ts';
import type { BuildProgress, DatabaseSummary } from '../engine/model/database.ts';
import type { EngineError } from '../engine/model/errors.ts';
import type { PlanOutcome } from '../engine/model/plan.ts';
import type { InspectReport } from '../engine/model/planning.ts';
import type { Setup } from '../engine/model/playground.ts';
import type { RunOutcome } from '../engine/model/run.ts';

/** What the tool is doing now: the one sentence of the live region is made from it. */
export type Activity =
  | { kind: 'ready' }
  | { kind: 'generating'; progress: BuildProgress }
  | { kind: 'running'; queryName: string }
  /** The data is hashed, to be compared with a link's. */
  | { kind: 'checking'; fraction: number }
  /** A terminated engine still burns a core: measuring waits for it. */
  | { kind: 'settling' }
  | {
      kind: 'measuring';
      queryName: string;
      round: number;
      minRounds: number;
      maxRounds: number;
      /** Of the whole comparison. */
      fraction: number;
    }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: EngineError };

export interface BuiltDatabase {
  summary: DatabaseSummary;
  /** What it was built from (see selectors/basis): differs from the playground's when stale. */
  basis: string;
}

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
  rounds: RoundReport[];
  status: 'measuring' | 'done' | 'stopped';
  /** A failure that ended this query's measuring. */
  error: EngineError | null;
}

export interface LastRun {
  /** Counts the page's runs: ids of results begin anew with every engine. */
  number: number;
  queryId: string;
  setupId: string;
  /** The text that ran: of the query the selection, or the statement at the caret. */
  sql: string;
  /** What it was made from (see selectors/basis): differs from the playground's when stale. */
  basis: string;
  /** Of a run that did not come to an answer: no statements, and the error that ended it. */
  outcome: RunOutcome;
}

export interface RunsState {
  activity: Activity;
  database: BuiltDatabase | null;
  /** Null until the planner has answered for the first time. */
  inspection: InspectReport | null;
  /** By cellKey(queryId, setupId). */
  plans: Record<string, PlanOutcome>;
  /** By query id. */
  results: Record<string, QueryResult>;
  lastRun: LastRun | null;
}

export type RunsStore = StoreApi<RunsState>;

export const noRuns: RunsState = {
  activity: { kind: 'ready' },
  database: null,
  inspection: null,
  plans: {},
  results: {},
  lastRun: null,
};

export function createRunsStore(): RunsStore {
  return createStore<RunsState>()(() => noRuns);
}

/** The key of a cell of the bench. */
export function cellKey(queryId: string, setupId: string): string {
  return `${queryId}/${setupId}`;
}
