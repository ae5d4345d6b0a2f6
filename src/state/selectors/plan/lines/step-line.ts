// A line of a drawn plan: a step with its words, and what became of it against the baseline.
// Plain data; made by step-lines.ts, drawn by components/plan.
import type { StepBadge } from '../../../../engine/plan/words/step-words-form.ts';

/** A few words with the sentence behind them. */
export interface ExplainedWords {
  text: string;
  explanation: string;
}

/** What differs from the plan that it is compared with. */
export interface LineChange extends ExplainedWords {
  kind: 'added' | 'removed' | 'changed';
}

/** How a step hangs under the one above it. */
export interface LineEdge extends ExplainedWords {
  /** 'again': more than once, for each row of something. */
  kind: 'again' | 'once';
}

export interface StepLine {
  /** Unique within the column. */
  id: string;
  /** StepNode.path; of a removed line that of the baseline's step. */
  path: string;
  /** Of the plan that it is compared with alone: shown in its place, struck. */
  isRemoved: boolean;
  /** Row of the grid that all setups share, from 1. */
  row: number;
  /** 1 for a root. */
  level: number;
  /** 1-based place among the lines of one branch, and their number. */
  position: number;
  siblings: number;
  hasChildren: boolean;
  /** The line as SQLite wrote it. */
  text: string;
  edge: LineEdge | null;
  /** In plain English; empty for removed lines. */
  sentence: string;
  badges: StepBadge[];
  changes: LineChange[];
  /** Rows that were counted; null when none were. */
  actual: (ExplainedWords & { isStale: boolean }) | null;
  /** Why they could not be counted, a sentence; null when nobody tried or they were. */
  uncounted: string | null;
  /** What the planner's estimate is and is not. */
  cost: string;
}
