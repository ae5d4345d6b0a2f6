// The Writes lab: what the user chose in it, kept in the browser, and what its runs found out, not kept.
// Knows no engine and no screen; who measures stands in commands/writes/writes-commands.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineError } from '../engine/model/errors.ts';
import type { Setup, SetupLetter } from '../engine/model/playground.ts';
import type { Fraction, Milliseconds } from '../engine/model/units.ts';
import type { ConstraintTrialsOutcome } from '../engine/model/writes/constraint-trial.ts';
import type { TechniqueId, WriteOperation } from '../engine/model/writes/technique.ts';
import type {
  OpenedWrites,
  WriteCountOutcome,
  WriteProof,
  WriteSample,
  WriteStart,
  WritesKind,
  WritesRequest,
  WritesStanding,
} from '../engine/model/writes/writes.ts';

/** The experiments of the lab, each with fields and results of its own. */
export type WritesView = 'techniques' | 'index-price' | 'constraints';

export const writeRowChoices = [100, 1000, 10_000, 100_000, 1_000_000] as const;
export const writeBudgetsMs = [10_000, 20_000, 60_000, 180_000] as const;
/** Rows a statement; the largest is cut to what SQLite's variables allow. */
export const batchSizeChoices = [1, 10, 100, 1000, 10_000] as const;
export const maxLatencyMs: Milliseconds = 50;

/** What stands in the lab's fields; what is null follows the playground. */
export interface WritesSettings {
  view: WritesView;
  table: string | null;
  operation: WriteOperation;
  rows: number;
  /** Null: empty for inserts, else as it is; alone where rows could not be deleted otherwise. */
  start: WriteStart | null;
  updateColumn: string | null;
  /** SQL over the row; null: one that fits the column. */
  updateExpression: string | null;
  /** By operation; null: those that are default. */
  techniques: Record<WriteOperation, TechniqueId[] | null>;
  baselines: Record<WriteOperation, TechniqueId | null>;
  batchSize: number;
  /** By setup id, those that were ticked or unticked; of the others each that differs is measured. */
  ticked: Readonly<Record<string, boolean>>;
  /** Operations of the price of indexes. */
  priceOperations: WriteOperation[];
  budgetMs: Milliseconds;
  /** Of a round trip over a network that is not there: simulated. */
  latencyMs: Milliseconds;
}

/** What a run measures, as it was when it began. */
export interface WritesExperiment {
  request: WritesRequest;
  /** Setups by which groups or index sets are named; the first is the bench's baseline. */
  setups: (Setup & { letter: SetupLetter })[];
  /** What it was made from: a playground that gives another text makes it stale. */
  basis: string;
}

export interface WritesRun {
  subject: WritesExperiment;
  /** Null until the rows are made and the database is copied. */
  opened: Omit<OpenedWrites, 'writesId'> | null;
  samples: WriteSample[];
  /** By contender id. */
  proofs: Record<string, WriteProof>;
  failures: Record<string, EngineError>;
  standing: WritesStanding | null;
  /** Work counted by the official build, as far as asked for. */
  counts: WriteCountOutcome[] | null;
  status: 'measuring' | 'done' | 'stopped' | 'failed';
  /** What ended it. */
  error: EngineError | null;
}

export interface ConstraintTrialsRun {
  table: string;
  basis: string;
  outcome: ConstraintTrialsOutcome;
}

export interface WritesState {
  settings: WritesSettings;
  runs: Partial<Record<WritesKind, WritesRun>>;
  trials: ConstraintTrialsRun | null;
  /** Whether the run under way tries to break constraints. */
  isTrying: boolean;
  /** Of the run under way. */
  fraction: Fraction;
}

export type WritesStore = StoreApi<WritesState>;

export const firstWritesSettings: WritesSettings = {
  view: 'techniques',
  table: null,
  operation: 'insert',
  rows: 10_000,
  start: null,
  updateColumn: null,
  updateExpression: null,
  techniques: { insert: null, update: null, delete: null },
  baselines: { insert: null, update: null, delete: null },
  batchSize: 1000,
  ticked: {},
  priceOperations: ['insert', 'update', 'delete'],
  budgetMs: 20_000,
  latencyMs: 0,
};

export function createWritesStore(): WritesStore {
  return createStore<WritesState>()(() => ({
    settings: firstWritesSettings,
    runs: {},
    trials: null,
    isTrying: false,
    fraction: 0,
  }));
}
