// The Scale lab: what the user chose in it, kept in the browser, and what its runs found out, not kept.
// Knows no engine and no screen; who measures stands in commands/scale/scale-commands.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Environment, FirstRun, Standing } from '../engine/model/comparison/comparison.ts';
import type { CountOutcome } from '../engine/model/counters/counters.ts';
import type { EngineError } from '../engine/model/errors.ts';
import type { Setup, SetupLetter } from '../engine/model/playground.ts';
import type { FlipProbe, FlipResult } from '../engine/model/scale/crossover.ts';
import type { Milliseconds } from '../engine/model/units.ts';
import type { LiteralValue } from '../engine/model/values.ts';
import type { RangeParameter } from '../engine/sql/parameters/range-parameters.ts';

/** What grows: all tables in proportion, or the share of rows that a range parameter takes. */
export type ScaleAxis = { kind: 'rows' } | { kind: 'share'; parameter: string };

export const pointBudgetsMs = [1000, 3000, 10_000] as const;

/** What stands in the lab's fields; what is null follows the playground. */
export interface ScaleSettings {
  queryId: string | null;
  /** Setups that are not measured. */
  leftOutIds: string[];
  axis: ScaleAxis;
  /** Rows of the axis' table at its last step; on the axis of shares, at every step. */
  largestRows: number | null;
  /** Time for the rounds of a point. */
  budgetMs: Milliseconds;
  /** The two setups whose flip is searched. */
  flipIds: [string | null, string | null];
}

/** What is measured of a setup at a point. */
export interface ScaleCell {
  firstRun: FirstRun | null;
  samplesMs: Milliseconds[];
  counts: CountOutcome | null;
}

export interface ScalePoint {
  /** Rows of the axis' table, or the share of them that the comparison takes, as counted. */
  x: number;
  /** On the axis of shares, the parameter's value. */
  value: LiteralValue;
  /** Of all tables. */
  rowCount: number;
  /** By setup id. */
  cells: Record<string, ScaleCell>;
  standing: Standing | null;
  status: 'measuring' | 'done' | 'stopped';
  /** Why nothing could be measured here. */
  error: EngineError | null;
}

/** What a run measures, as it was when it began. */
export interface ScaleSubject {
  queryId: string;
  queryName: string;
  /** The first is the baseline. */
  setups: (Setup & { letter: SetupLetter })[];
  axis: ScaleAxis;
  table: string;
  /** On the axis of shares, with the rows of its table. */
  range: RangeParameter | null;
  rows: number | null;
  budgetMs: Milliseconds;
  /** What it was made from: a playground that gives another text makes it stale. */
  basis: string;
}

/** A search for the place where the winner of two setups changes. */
export interface ScaleFlip {
  /** The first is the pair's baseline. */
  setupIds: [string, string];
  probes: FlipProbe[];
  /** Null until it has ended, and when it was stopped. */
  result: FlipResult | null;
}

export interface ScaleRun {
  subject: ScaleSubject;
  /** Where it measures: rows or shares, rising. */
  steps: number[];
  /** Rising in x. */
  points: ScalePoint[];
  environment: Environment | null;
  status: 'measuring' | 'done' | 'stopped' | 'failed';
  /** What ended it. */
  error: EngineError | null;
  flip: ScaleFlip | null;
}

export interface ScaleState {
  settings: ScaleSettings;
  run: ScaleRun | null;
}

export type ScaleStore = StoreApi<ScaleState>;

export const firstSettings: ScaleSettings = {
  queryId: null,
  leftOutIds: [],
  axis: { kind: 'rows' },
  largestRows: null,
  budgetMs: 3000,
  flipIds: [null, null],
};

export function createScaleStore(): ScaleStore {
  return createStore<ScaleState>()(() => ({ settings: firstSettings, run: null }));
}
