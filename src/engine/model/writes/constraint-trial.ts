// What constraints protect: rows that break one constraint each, tried under every conflict clause.
// Plain data.
import type { EngineError } from '../errors.ts';
import type { SqlValue } from '../values.ts';

export type ConstraintKind =
  | 'not-null'
  | 'check'
  | 'unique'
  | 'primary-key'
  | 'foreign-key'
  | 'strict-type';

/** A constraint as the CREATE TABLE statement writes it, or the CREATE UNIQUE INDEX. */
export interface ConstraintDefinition {
  kind: ConstraintKind;
  /** Of `CONSTRAINT name`, or of the index; null when it has none. */
  name: string | null;
  /** Columns it is about, as declared; of a CHECK those it reads. */
  columns: string[];
  /** As written: 'CHECK (price >= 0)', 'UNIQUE (name)'. */
  sql: string;
}

export const conflictClauses = ['ROLLBACK', 'ABORT', 'FAIL', 'IGNORE', 'REPLACE'] as const;
export type ConflictClause = (typeof conflictClauses)[number];

/** One statement with good rows and the bad one in their middle, under a conflict clause. */
export interface ConflictOutcome {
  clause: ConflictClause;
  /** SQLite's message; null when the statement did not fail. */
  message: string | null;
  /** The statement was taken and COMMIT failed (a deferred foreign key); counted before ROLLBACK. */
  isAtCommit?: true;
  /** Of the rows that the transaction had inserted before the statement, those that stayed. */
  earlierKept: number;
  /** Of the statement's good rows before and after the bad one, those that stayed. */
  beforeKept: number;
  afterKept: number;
  /** Whether the bad row is in the table, perhaps with its default in place of NULL. */
  isBadRowIn: boolean;
  /** Rows of before that REPLACE deleted. */
  replaced: number;
  /** True when the transaction was still open after the statement. */
  isTransactionOpen: boolean;
}

export type ConstraintTrial = { definition: ConstraintDefinition } & (
  | {
      status: 'tried';
      /** Columns and values of the row that breaks it. */
      columns: string[];
      row: SqlValue[];
      /** Which column breaks it, as a sentence: 'price is -1'. */
      breach: string;
      /** SQLite's message when the row is inserted by itself. */
      message: string;
      outcomes: ConflictOutcome[];
    }
  /** No row that breaks it was found, or one that breaks nothing else; `reason` is a sentence. */
  | { status: 'not-tried'; reason: string }
  /** The row was accepted: the constraint does not do what it seems to (a CHECK that is NULL). */
  | { status: 'accepted'; columns: string[]; row: SqlValue[]; breach: string; reason: string }
);

export interface ConstraintTrials {
  table: string;
  /** The CREATE TABLE statement. */
  sql: string;
  trials: ConstraintTrial[];
  /** Good rows: those inserted before the statement, those before and after the bad one in it. */
  earlierRows: number;
  beforeRows: number;
  afterRows: number;
  /** Findings about the definition: UNIQUE and an index on the same column, and the like. */
  notes: string[];
}

export type ConstraintTrialsOutcome =
  | { status: 'tried'; trials: ConstraintTrials }
  | { status: 'failed'; error: EngineError };
