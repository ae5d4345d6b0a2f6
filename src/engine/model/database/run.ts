// Running a script of statements once: what is asked, and every statement's outcome.
import type { EngineError } from '../errors.ts';
import type { Parameter, Setup } from '../playground.ts';
import type { Bytes, Milliseconds } from '../units.ts';
import type { SqlValue } from '../values.ts';

export interface RunRequest {
  /** One or more statements; SQLite splits them. */
  sql: string;
  setup: Setup;
  parameters: Parameter[];
  /** Seeds the parameters' draws; the first draw is bound. */
  seed: number;
}

/** What a run did. Statements before a failing one keep their outcomes. */
export interface RunOutcome {
  statements: StatementOutcome[];
  /** The failure that ended the script, if one did. */
  error: EngineError | null;
  /** True when a statement was more than a question: whatever it did was rolled back. */
  isRolledBack: boolean;
}

/** Rows kept of one result; more are counted but not kept. */
export const maxKeptRows = 200_000;
/** About the memory that the kept rows of one run may take, all its results together. */
export const maxKeptBytes: Bytes = 64 * 1024 * 1024;

export interface StatementOutcome {
  sql: string;
  /** UTF-16 offset of the statement in the script. */
  offset: number;
  /** Names of the result columns; empty when the statement returns no rows. */
  columns: string[];
  rowCount: number;
  /** Rows that readRows can give: at least one of those that came, at most `maxKeptRows`. */
  keptRows: number;
  /** True when more rows came than are kept; `rowCount` counts them all. */
  isTruncated: boolean;
  /** Rows inserted, updated or deleted. */
  changes: number;
  time: StatementTime;
  /** Whether a result cache answered; 'miss' when it did not and keeps the result from now on. */
  cache: 'none' | 'hit' | 'miss';
  /** Values bound to the statement's parameters. */
  bound: { name: string; value: SqlValue }[];
  /** Asks readRows for windows of rows; null when there are none. */
  resultId: number | null;
  firstRows: SqlValue[][];
}

/** Time taken in the engine, around the calls named; one run, so never more than an indication. */
export interface StatementTime {
  prepareMs: Milliseconds;
  /** Stepping through all rows. */
  executeMs: Milliseconds;
  /** Reading all columns into JavaScript values. */
  fetchMs: Milliseconds;
}

export interface RowsRequest {
  resultId: number;
  from: number;
  count: number;
}
