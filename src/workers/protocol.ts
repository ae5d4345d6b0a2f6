// The whole contract between the page and its workers: operations, progress, errors. Plain data only.
// Who answers stands in handlers; who asks stands in client.
import type { PartsReport } from '../engine/model/comparison/call-parts.ts';
import type {
  ComparisonRequest,
  EarlierRounds,
  FirstRun,
  OpenedComparison,
  RoundReport,
} from '../engine/model/comparison/comparison.ts';
import type { DifferingRows } from '../engine/model/comparison/differing-rows.ts';
import type { CountOutcome, CountRequest } from '../engine/model/counters/counters.ts';
import type {
  BuildProgress,
  DatabaseRequest,
  DatabaseSummary,
} from '../engine/model/database/database.ts';
import type { EngineInfo } from '../engine/model/database/engine-info.ts';
import type { RowsRequest, RunOutcome, RunRequest } from '../engine/model/database/run.ts';
import type { StorageSize } from '../engine/model/database/storage-size.ts';
import type { EngineError } from '../engine/model/errors.ts';
import type { LoopCountOutcome, LoopCountRequest } from '../engine/model/plan/loop-counts.ts';
import type {
  ExplainReport,
  ExplainRequest,
  InspectReport,
  InspectRequest,
  PlanReport,
  PlanRequest,
} from '../engine/model/plan/planning.ts';
import type { Query, Recipe } from '../engine/model/playground.ts';
import type { StorageReport } from '../engine/model/storage/storage-report.ts';
import type { ExportProgress, ExportRequest } from '../engine/model/transfer/export.ts';
import type {
  FileReport,
  ImportOutcome,
  ImportProgress,
  RowsOptions,
  RowsTarget,
} from '../engine/model/transfer/import.ts';
import type { Fraction, Milliseconds } from '../engine/model/units.ts';
import type { Bindings, SqlValue } from '../engine/model/values.ts';
import type { ConstraintTrials } from '../engine/model/writes/constraint-trial.ts';
import type {
  EarlierWrites,
  OpenedWrites,
  WriteCountOutcome,
  WriteStep,
  WritesRequest,
} from '../engine/model/writes/writes.ts';

/** One operation: what is asked, what is told meanwhile, what is answered. */
export interface Operation<Request, Response, Progress = never> {
  request: Request;
  response: Response;
  progress: Progress;
}

/** Operations of the engine worker: it holds the database and measures. */
export interface EngineOperations {
  /**
   * Makes what is missing (data, indexes, statistics); answers at once when nothing is. Takes a kept
   * image where there is one. `file`: the imported image, where the browser's storage has no room.
   */
  ensureDatabase: Operation<DatabaseRequest & { file?: Blob }, DatabaseSummary, BuildProgress>;
  /** Hash of the content of all tables, order-insensitive within a table. */
  contentHash: Operation<Record<string, never>, { hash: string }, { fraction: Fraction }>;
  runQuery: Operation<RunRequest, RunOutcome>;
  readRows: Operation<RowsRequest, SqlValue[][]>;
  /** Opens a comparison; the one before, if any, is dropped. */
  openComparison: Operation<ComparisonRequest, OpenedComparison>;
  /** The first execution in one setup; ask for the baseline's first. */
  firstRun: Operation<{ comparisonId: number; queryId: string; setupId: string }, FirstRun>;
  /** `discardLast`: the round before was disturbed; it is dropped and does not count. */
  measureRound: Operation<
    { comparisonId: number; queryId: string; discardLast: boolean },
    RoundReport
  >;
  /** Goes on from rounds measured before (perhaps by another engine), with so much more time. */
  resumeQuery: Operation<
    { comparisonId: number; queryId: string; earlier: EarlierRounds; moreMs: Milliseconds },
    Record<string, never>
  >;
  /** One round of taking the calls of a query apart; after its rounds, within a tenth of them. */
  measureParts: Operation<{ comparisonId: number; queryId: string }, PartsReport>;
  /** Runs the query in the baseline and in this setup and compares their rows. */
  differingRows: Operation<
    { comparisonId: number; queryId: string; setupId: string },
    DifferingRows
  >;
  /** A copy of the whole database as a file's bytes, without a copy on the way. */
  exportImage: Operation<Record<string, never>, { image: ArrayBuffer }>;
  /** The values that a run or comparison with this seed binds first, by query id. */
  firstDraws: Operation<{ queries: Query[]; seed: number }, { draws: Record<string, Bindings> }>;
  /** Executes a copy of a query that counts the rows of each loop, in one setup; rolled back. */
  countLoops: Operation<LoopCountRequest, LoopCountOutcome>;
  /** Bytes of every table and index, counted from the pages. */
  storageSizes: Operation<Record<string, never>, { sizes: StorageSize[] }>;
  /**
   * Opens a run of the Writes lab on a copy of the database; the one before is closed. `earlier`: what
   * a run of the same request ended with (perhaps in another engine), to count on from there.
   */
  openWrites: Operation<
    WritesRequest & { earlier?: EarlierWrites },
    OpenedWrites,
    { fraction: Fraction }
  >;
  /** Takes the next sample; `discardLast`: the one before was disturbed and does not count. */
  measureWrite: Operation<{ writesId: number; discardLast: boolean }, WriteStep>;
  /** Frees the copy of a run of the Writes lab. */
  closeWrites: Operation<{ writesId: number }, Record<string, never>>;
  /** Breaks each constraint of a table by a row, on a copy. */
  tryConstraints: Operation<
    { table: string; seed: number },
    ConstraintTrials,
    { fraction: Fraction }
  >;
}

/** Operations of the transfer worker: files in and out. Opened for one purpose, then closed. */
export interface TransferOperations {
  /** Looks at a file without changing anything; `rows` are options that the user changed. */
  inspectFile: Operation<{ file: Blob; name: string; rows?: RowsOptions }, FileReport>;
  /** Checks a SQLite file and keeps it as an image. */
  importDatabase: Operation<{ file: Blob; name: string }, ImportedFile, ImportProgress>;
  /** Runs a script in an empty database and keeps the result as an image. */
  importScript: Operation<{ file: Blob; name: string }, ImportedFile, ImportProgress>;
  /** Adds the rows of a file to a database (an empty one without `base`); keeps it as an image. */
  importRows: Operation<
    {
      file: Blob;
      name: string;
      options: RowsOptions;
      target: RowsTarget;
      base: ArrayBuffer | null;
    },
    ImportedFile,
    ImportProgress
  >;
  /** Makes a file from a database image. */
  exportFile: Operation<
    { image: ArrayBuffer; request: ExportRequest },
    { file: Blob },
    ExportProgress
  >;
}

/** What an import made. `file` holds the image where the browser's storage could not keep it. */
export interface ImportedFile {
  outcome: ImportOutcome;
  file: Blob | null;
}

/** Operations of the counter worker: SQLite's official build, which has instruments. */
export interface CounterOperations {
  /** Opens a copy of the engine's database; the one before is closed. */
  loadImage: Operation<{ image: ArrayBuffer }, EngineInfo>;
  /** Executes a query once in each setup and counts its work; a failure is an outcome. */
  count: Operation<CountRequest, CountOutcome[]>;
  /**
   * Runs each contender of a run of the Writes lab once on a fresh copy and counts its work.
   * `recipe`: the one that the image was made with; it makes the rows to insert.
   */
  countWrites: Operation<
    WritesRequest & { recipe: Recipe },
    WriteCountOutcome[],
    { fraction: Fraction }
  >;
  /** Bytes, pages and fill of every table and index. */
  readStorage: Operation<Record<string, never>, StorageReport>;
  /** The same after a VACUUM with this page size, on a copy; the open one stays as it is. */
  tryStorage: Operation<{ pageSizeBytes: number }, StorageReport>;
}

/** Operations of the planner worker: empty shadow databases; answers while the engine measures. */
export interface PlannerOperations {
  /** Runs only the CREATE statements of the schema and the indexes, on an empty database. */
  inspect: Operation<InspectRequest, InspectReport>;
  plan: Operation<PlanRequest, PlanReport>;
  /** One query in full: the lines of its plan, its program, and the b-trees that it names. */
  explain: Operation<ExplainRequest, ExplainReport>;
}

export type Operations = Record<string, Operation<unknown, unknown, unknown>>;

export interface RequestMessage {
  id: number;
  operation: string;
  request: unknown;
}

export type ResponseMessage =
  | { id: number; kind: 'progress'; progress: unknown }
  | { id: number; kind: 'done'; response: unknown }
  /** `isFatal`: the engine itself broke (a trap, memory), the worker must be replaced. */
  | { id: number; kind: 'failed'; error: EngineError; isFatal?: true };
