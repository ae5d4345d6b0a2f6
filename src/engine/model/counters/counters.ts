// Work counters of one execution: deterministic, the same on every machine for the same playground
// and SQLite version. Plain data.
import type { EngineError } from '../errors.ts';
import type { Query, Setup } from '../playground.ts';
import type { Milliseconds } from '../units.ts';

/**
 * What one execution of a statement with its first drawn values did, in a setup entered with an
 * empty page cache. Sources: sqlite3_stmt_status and sqlite3_db_status of the official build.
 */
export interface Counters {
  /** Virtual machine instructions executed (SQLITE_STMTSTATUS_VM_STEP). */
  vmSteps: number;
  /** Steps forward in a scan of a whole table or index (FULLSCAN_STEP). */
  fullScanSteps: number;
  /** Sort operations (SORT). */
  sorts: number;
  /** Rows put into indexes that exist for this execution alone, one fewer an index (AUTOINDEX). */
  autoIndexRows: number;
  /** Lookups that a Bloom filter spared (FILTER_HIT), and those that it did not (FILTER_MISS). */
  filterHits: number;
  filterMisses: number;
  /** Pages found in the page cache (DBSTATUS_CACHE_HIT). */
  pageHits: number;
  /** Pages read into it: the distinct pages of the execution (DBSTATUS_CACHE_MISS). */
  pageMisses: number;
  /** Rows of the answer; of an INSERT, UPDATE or DELETE the rows that it changed. */
  rows: number;
  /** Order-insensitive hash of the answer, as FirstRun.resultHash. */
  resultHash: string;
  /** Hash of the plan's lines without their costs. */
  planHash: string;
}

export type CountOutcome =
  | { status: 'counted'; setupId: string; counters: Counters }
  | { status: 'failed'; setupId: string; error: EngineError };

export interface CountRequest {
  query: Query;
  setups: Setup[];
  /** Names of the indexes that setups switch; all others stay. */
  indexNames: string[];
  /** Seeds the parameters' draws, as ComparisonRequest.seed. */
  seed: number;
  /** An execution that takes longer is interrupted: the outcome is a failure 'time-limit'. */
  limitMs: Milliseconds;
}
