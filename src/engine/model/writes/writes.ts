// A run of the Writes lab: contenders that do the same writes, measured in rounds. Plain data.
// Contenders of a group are compared with the group's baseline; groups are shown side by side.
import type { Environment } from '../comparison/comparison.ts';
import type { Verdict } from '../comparison/verdict.ts';
import type { EngineError } from '../errors.ts';
import type { Interval, TimeDifference } from '../interval.ts';
import type { Setup } from '../playground.ts';
import type { Bytes, Fraction, Milliseconds } from '../units.ts';
import type { TechniqueId, WriteOperation, WriteTally } from './technique.ts';

/**
 * What the table holds before each run. 'as-is': its rows. 'alone': its rows, and the tables that
 * refer to it are empty (rows that are referred to cannot be deleted). 'empty': it is empty too.
 */
export type WriteStart = 'as-is' | 'alone' | 'empty';

/** What an update sets: a column to an expression over the row, as SQL. */
export interface UpdateSetting {
  column: string;
  expression: string;
}

export type WritesRequest = WritesBase &
  (
    | {
        kind: 'techniques';
        operation: WriteOperation;
        techniques: TechniqueId[];
        /** One of `techniques`: within each setup the others are compared with it. */
        baseline: TechniqueId;
        /** Rows a statement of the batched techniques takes. */
        batchSize: number;
        setups: Setup[];
      }
    /** A batched technique with several sizes; the first is the baseline. */
    | {
        kind: 'batch-sizes';
        technique: TechniqueId;
        batchSizes: number[];
        setups: Setup[];
      }
    /**
     * The same writes with other indexes; the first set is the baseline. Inserts into the empty table
     * also compare the two ways to load it with all indexes, in a group of their own (build).
     */
    | { kind: 'index-price'; operations: WriteOperation[]; indexSets: IndexSet[] }
    /**
     * The same load into tables with other constraints; which, follows from the table. Also deletes
     * of parents, in groups of their own (parents).
     */
    | { kind: 'constraints' }
  );

export type WritesKind = WritesRequest['kind'];

export interface WritesBase {
  table: string;
  /** Rows to write, at least 1; of updates and deletes at most those that the table has. */
  rows: number;
  start: WriteStart;
  /** Needed for updates. */
  update: UpdateSetting | null;
  /** Names of the indexes that setups switch; all others stay. */
  indexNames: string[];
  /** Seeds the rows and the order of the samples. */
  seed: number;
  /** Time for all of it, at most; the first run of each contender comes in any case. */
  budgetMs: Milliseconds;
}

/** Indexes of the table that are on; named by what the chart writes at it. */
export interface IndexSet {
  id: string;
  indexes: string[];
}

/** One thing that is measured. */
export interface WriteContender {
  /** Unique in the run. */
  id: string;
  /** Setup id, operation, or one of group-ids: within it verdicts are made. */
  groupId: string;
  /** What it stands for besides its group: technique, batch size, index set, table variant. */
  subject: ContenderSubject;
  isBaseline: boolean;
  technique: TechniqueId;
  /** Null when the technique has none. */
  batchSize: number | null;
  /** Indexes of the table that it maintains, those of constraints not counted. */
  indexes: string[];
}

export type ContenderSubject =
  | { kind: 'technique'; technique: TechniqueId }
  | { kind: 'batch-size'; batchSize: number }
  | { kind: 'index-set'; indexSetId: string }
  | { kind: 'variant'; variant: TableVariant };

/** The table as the constraint experiment makes it. */
export interface TableVariant {
  id: string;
  kind: VariantKind;
  /** 'CHECK (price >= 0)', '5 CHECKs', 'the table as written'. */
  name: string;
  /** CREATE TABLE and CREATE INDEX statements of it. */
  sql: string;
  /** Whether the table of the playground has it, or it is tried on it. */
  isOwn: boolean;
  /** What is worth knowing of it ("makes a second index of the same column"), as a sentence. */
  note?: string;
  /** Id of the variant that it differs from in one thing, where that is not the baseline. */
  against?: string;
}

export type VariantKind =
  | 'none'
  | 'as-is'
  | 'check'
  | 'five-checks'
  | 'unique'
  | 'unique-and-index'
  | 'foreign-key'
  | 'foreign-key-indexed'
  | 'not-null'
  | 'autoincrement'
  | 'strict'
  | 'without-rowid';

/** What a contender could not do, and why, as a sentence. */
export interface RefusedContender {
  contender: WriteContender;
  reason: string;
}

export interface OpenedWrites {
  writesId: number;
  /** In the order of the request. */
  contenders: WriteContender[];
  refused: RefusedContender[];
  /** Rows that each run writes. */
  rows: number;
  /** Rows in the table before. */
  rowsBefore: number;
  /** What was done to the database before, as sentences: tables emptied, rows made. */
  notes: string[];
  /**
   * What COMMIT takes after the rows were written, measured once on a copy: the samples of
   * techniques in one transaction end with ROLLBACK instead. Null where there are none.
   */
  commitMs: Milliseconds | null;
  environment: Environment;
}

/** What the first run of a contender left, read outside of the time. */
export interface WriteProof extends WriteTally {
  /** Rows of the table afterwards. */
  tableRows: number;
  /** What the database grew by: pages in use, times their size; below zero when it shrank. */
  grownBytes: Bytes;
  /** Of the content of all tables that the writes may change, order-insensitive. */
  contentHash: string;
}

/** One timed run, or several in turn when the clock is too coarse for one. */
export interface WriteSample {
  contenderId: string;
  /** 1-based; samples of a group's round are paired. */
  round: number;
  /** True for the baseline measured once more (A'). */
  isControl: boolean;
  /** Mean over the runs. */
  elapsedMs: Milliseconds;
  runs: number;
}

/** What was known of a run when it ended: a run that continues it counts on from there. */
export interface EarlierWrites {
  samples: WriteSample[];
  /** By contender id. */
  proofs: Record<string, WriteProof>;
  /** By contender id, those over the time limit among them: they are not run again. */
  failures: Record<string, EngineError>;
  /** Groups of which only row counts are compared. */
  varying: string[];
}

/** What one message measured. */
export interface WriteStep {
  /** Null when there was nothing left, or the contender failed. */
  sample: WriteSample | null;
  /** With the first sample of a contender. */
  proof: WriteProof | null;
  failure: EngineError | null;
  /** Whom it was about; null when there was nothing left. */
  contenderId: string | null;
  standing: WritesStanding;
}

/** Where all contenders stand. */
export interface WritesStanding {
  cells: Record<string, ContenderStanding>;
  /** By group; null before the least number of rounds. */
  margins: Record<string, number>;
  /** Groups whose content differs from run to run: only row counts are compared. */
  varying: string[];
  /** Of the whole run, by time expected. */
  fraction: Fraction;
  next: 'measure' | 'done';
  /** Why it is done: all rounds taken, or the time is over. */
  reason: 'rounds' | 'budget' | 'nothing-to-measure' | null;
  /** What has to be known of the verdicts, as sentences. */
  notes: string[];
}

export interface ContenderStanding {
  status: 'waiting' | 'measured' | 'failed';
  /** Against the group's baseline: its time to the baseline's, in the same rounds. */
  verdict: Verdict;
  /** Too few rounds for an interval: a verdict needs all of them to agree. */
  isShort: boolean;
  samples: number;
  /** Null before the first sample. */
  medianMs: Milliseconds | null;
  /** Of the median; null below 6 samples. */
  interval: Interval | null;
  /**
   * Time less the baseline's of the same round, its middle and interval (Hodges-Lehmann); null for
   * the baseline itself and below the least number of rounds.
   */
  difference: TimeDifference | null;
}

/** Counters of one run of a contender, from SQLite's official build. */
export interface WriteCounters {
  vmSteps: number;
  /** Pages written to the database file (DBSTATUS_CACHE_WRITE), the same page again each time. */
  pagesWritten: number;
}

export type WriteCountOutcome =
  | { status: 'counted'; contenderId: string; counters: WriteCounters }
  | { status: 'failed'; contenderId: string; error: EngineError };
