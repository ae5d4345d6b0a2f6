// What the engine answered: state of the database, plans, measurements, the last run.
// Can be lost at any time without loss to the user; never persisted.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DifferingRows } from '../engine/model/comparison/differing-rows.ts';
import type { CountedCell, QueryResult } from '../engine/model/comparison/query-result.ts';
import type { BuildProgress, DatabaseSummary } from '../engine/model/database/database.ts';
import type { RunOutcome } from '../engine/model/database/run.ts';
import type { StorageSize } from '../engine/model/database/storage-size.ts';
import type { EngineError } from '../engine/model/errors.ts';
import type { InstrumentReport } from '../engine/model/instrument/instrument.ts';
import type { LoopCountOutcome } from '../engine/model/plan/loop-counts.ts';
import type { PlanOutcome } from '../engine/model/plan/plan.ts';
import type { ExplainOutcome, InspectReport } from '../engine/model/plan/planning.ts';
import type { Playground } from '../engine/model/playground.ts';
import type { ImportProgress } from '../engine/model/transfer/import.ts';
import type { Fraction, Milliseconds } from '../engine/model/units.ts';

/** What the tool is doing now: the one sentence of the live region is made from it. */
export type Activity =
  | { kind: 'ready' }
  | { kind: 'generating'; progress: BuildProgress }
  | { kind: 'importing'; fileName: string; progress: ImportProgress }
  /** A file is made of the data or of a result. */
  | { kind: 'exporting'; fraction: Fraction }
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
  /** The page is hidden: browsers slow it down, so measuring waits. */
  | { kind: 'paused' }
  | { kind: 'counting'; fraction: Fraction }
  /** The rows of each loop of a plan, setup by setup. */
  | { kind: 'counting-loops'; queryName: string; fraction: Fraction }
  /** Slow queries: the user says whether they are measured. */
  | { kind: 'asking'; names: string[]; expectedMs: Milliseconds }
  | { kind: 'confirming'; queryName: string; run: number; runs: number; fraction: Fraction }
  /** The instrument's own test. */
  | { kind: 'testing'; fraction: Fraction }
  /** The Scale lab; `text` says where it is. */
  | { kind: 'scaling'; text: string; fraction: Fraction }
  /** The Writes lab; `text` says where it is. */
  | { kind: 'writing'; text: string; fraction: Fraction }
  /** The Storage lab reads pages. */
  | { kind: 'reading-pages'; text: string; fraction: Fraction }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: EngineError };

export interface BuiltDatabase {
  summary: DatabaseSummary;
  /** What it was built from (see selectors/basis): differs from the playground's when stale. */
  basis: string;
  /** The playground as it was when the user last asked for it; a restart of the engine is no asking. */
  askedWith?: Playground;
}

export interface MeasuredSizes {
  /** Of which database (see selectors/basis): another one's are of no use. */
  basis: string;
  sizes: StorageSize[];
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

/** Rows in which a setup's answer differs, and the first runs that the answers were those of. */
export interface ShownDifference {
  firstRuns: QueryResult['firstRuns'];
  rows: DifferingRows;
}

/** Rows of a plan's loops, counted once for a cell as it stood then. */
export interface CountedLoops {
  /** What it was counted for (see selectors/basis): differs from the playground's when stale. */
  basis: string;
  outcome: LoopCountOutcome;
}

export interface RunsState {
  activity: Activity;
  database: BuiltDatabase | null;
  /** The image of a file's data that was looked for in this browser and is not here. */
  missingImage: string | null;
  /** Null until the planner has answered for the first time. */
  inspection: InspectReport | null;
  /** By cellKey(queryId, setupId). */
  plans: Record<string, PlanOutcome>;
  /** Of the selected query, by cellKey(queryId, setupId). */
  explanations: Record<string, ExplainOutcome>;
  /** By cellKey(queryId, setupId), as far as they have been asked for. */
  loopCounts: Record<string, CountedLoops>;
  /** By query id. */
  results: Record<string, QueryResult>;
  /** By cellKey(queryId, setupId). */
  counts: Record<string, CountedCell>;
  /** By cellKey(queryId, setupId), as far as they have been asked for. */
  differences: Record<string, ShownDifference>;
  lastRun: LastRun | null;
  /** Bytes of the tables and indexes of a built database, as far as they have been asked for. */
  sizes: MeasuredSizes | null;
  /** What the last test of the instrument said. */
  instrument: InstrumentReport | null;
}

export type RunsStore = StoreApi<RunsState>;

export const noRuns: RunsState = {
  activity: { kind: 'ready' },
  database: null,
  missingImage: null,
  inspection: null,
  plans: {},
  explanations: {},
  loopCounts: {},
  results: {},
  counts: {},
  differences: {},
  lastRun: null,
  sizes: null,
  instrument: null,
};

export function createRunsStore(): RunsStore {
  return createStore<RunsState>()(() => noRuns);
}
