// What in a plan costs time, with the reason and how much it weighs. Plain data.

export type PlanFindingKind =
  | 'full-scan'
  | 'min-max-scan'
  | 'automatic-index'
  | 'sort'
  | 'lookups'
  | 'correlated-subquery'
  | 'foreign-key-scan'
  | 'skip-scan'
  | 'no-statistics'
  /** What the statement says to the planner and not about its answer: INDEXED BY, unary +. */
  | 'hint';

export interface PlanFinding {
  kind: PlanFindingKind;
  /** By the number of rows concerned: what a tiny table costs is no fault. */
  severity: 'high' | 'medium' | 'low';
  /** StepNode.path of the step that it is about; null for the whole statement. */
  path: string | null;
  /** A few words: "Reads all of products". */
  title: string;
  /** Why it costs, and on what that rests, in one or two sentences. */
  reason: string;
  /** Rows concerned; null where they are not known. */
  rows: number | null;
}
