// What differs between two plans of a query, step by step. Plain data, to be drawn in line with a tree.
import type { AccessPath } from '../../model/plan/plan-step.ts';

/** From the baseline's step to the other's. */
export type StepChange =
  | { kind: 'verb'; from: 'scan' | 'search'; to: 'scan' | 'search' }
  /** Another index of the schema: gained when `from` is null, lost when `to` is null. */
  | { kind: 'index'; from: string | null; to: string | null }
  /** Whether the index alone answers: gained or lost. */
  | { kind: 'covering'; to: boolean }
  /** Whether an index is built on every execution. */
  | { kind: 'automatic-index'; to: boolean }
  /** Reached in another way, where no index of the schema or made for the execution plays a part. */
  | { kind: 'access'; from: AccessPath['kind']; to: AccessPath['kind'] }
  /** As the lines print them. */
  | { kind: 'terms'; from: string[]; to: string[] }
  /** One search for each arm of an OR in place of a single access, or the other way round. */
  | { kind: 'multi-index-or'; to: boolean }
  /** The loop's place among those of its join, from 1 for the outermost. */
  | { kind: 'order'; from: number; to: number }
  /** Whether a subquery is computed anew for each row. */
  | { kind: 'correlated'; to: boolean }
  /** Stored as a whole before it is read (true), or handed out row by row. */
  | { kind: 'materialized'; to: boolean }
  /** How many of the last terms are sorted; null for all. */
  | { kind: 'sorted-terms'; from: number | null; to: number | null }
  /** Anything else: the lines say other words. */
  | { kind: 'line'; from: string; to: string };

export interface StepDifference {
  /** StepNode.path in the other plan. */
  path: string;
  status: 'same' | 'changed' | 'added';
  /** Path of its counterpart in the baseline; null for an added step. */
  baselinePath: string | null;
  /** Empty but for changed steps. */
  changes: StepChange[];
}

/** A step of the baseline that the other plan lacks. */
export interface RemovedStep {
  /** In the baseline. */
  path: string;
  /**
   * Path in the other plan of the step behind which it would be drawn; null: before the first.
   * Several behind the same step follow each other as in the list.
   */
  after: string | null;
}

export interface PlanDifference {
  /** The same work: no step differs. Numbering, ids and costs do not count. */
  isSame: boolean;
  /**
   * False when no access of one plan has a counterpart in the other: a tree with differences says
   * nothing then, and the lines are better set against each other (lineDifference).
   */
  isAligned: boolean;
  /** One for each step of the other plan, in the order of drawing (a step, then those inside it). */
  steps: StepDifference[];
  /** In the baseline's order of drawing. */
  removed: RemovedStep[];
}

/** A line of two plans set against each other. `indent`: levels from the root. */
export interface LineDifference {
  status: 'same' | 'added' | 'removed';
  indent: number;
  text: string;
}
