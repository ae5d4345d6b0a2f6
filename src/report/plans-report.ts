// What a report on the plans of one query is made from. Plain data that whoever asks for the report
// puts together; the report only reads it.
import type { Environment } from '../engine/model/comparison/comparison.ts';
import type { Counters } from '../engine/model/counters/counters.ts';
import type { EngineError } from '../engine/model/errors.ts';
import type { LoopCount } from '../engine/model/plan/loop-counts.ts';
import type { PlanFinding } from '../engine/model/plan/plan-finding.ts';
import type { StepNode } from '../engine/model/plan/plan-step.ts';
import type { Setup, SetupLetter } from '../engine/model/playground.ts';
import type { Bindings } from '../engine/model/values.ts';
import type { WriteWords } from '../engine/plan/words/writes/write-words-form.ts';

export interface PlansReport {
  /** Of the playground. */
  title: string;
  queryName: string;
  sql: string;
  /** What was bound for planning; empty where there is nothing to bind, or nobody knows what. */
  bindings: Bindings;
  /** In the order of the bench; the first is the baseline. */
  setups: ReportedPlan[];
  /** Of the SQLite that planned. */
  sqliteVersion: string;
  /** Where the query was measured; null when it was not. */
  environment: Environment | null;
  /** The playground's link. */
  link: string | null;
}

export interface ReportedPlan {
  letter: SetupLetter;
  setup: Setup;
  outcome: ReportedOutcome;
  /** One execution in this setup; null when it was not counted, or no longer holds. */
  counters: Counters | null;
}

export type ReportedOutcome =
  | {
      status: 'planned';
      nodes: readonly StepNode[];
      /** The plan may change when there is data. */
      isProvisional: boolean;
      findings: readonly PlanFinding[];
      /** By position of the plan's row; null when nothing was counted. */
      loopCounts: ReadonlyMap<number, LoopCount> | null;
      /** Of an INSERT, UPDATE or DELETE; null for others. */
      writes: WriteWords | null;
    }
  | { status: 'failed'; error: EngineError }
  | { status: 'waiting' };
