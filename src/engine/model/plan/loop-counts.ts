// Rows that the loops of a plan really visited, counted by a function put into a copy of the query.
import type { EngineError } from '../errors.ts';
import type { Query, Setup } from '../playground.ts';
import type { Milliseconds } from '../units.ts';
import type { PlanRow } from './plan.ts';

export interface LoopCountRequest {
  query: Query;
  setup: Setup;
  /** Seeds the parameters' draws, as ComparisonRequest.seed. */
  seed: number;
  /** An execution that hands out rows for longer is ended: a failure 'time-limit'. */
  limitMs: Milliseconds;
}

/**
 * A loop of the plan, by the position of its row among the plan's rows; also a MULTI-INDEX OR, whose
 * arms are counted together. Rows of constants are no loops.
 */
export type LoopCount =
  /**
   * `visited`: rows that the loop came to in one execution, over all of its passes: after its index
   * or key had narrowed them down, before any other condition dropped one. Not the row of NULLs that
   * an outer join makes, and not the rows read to build an automatic index or a Bloom filter.
   */
  | { row: number; status: 'counted'; visited: number }
  /** `reason`: a sentence that says why it cannot be had. */
  | { row: number; status: 'unavailable'; reason: string };

export type LoopCountOutcome =
  /** `rows`: the plan that was counted, that of the query as it stands. */
  | { status: 'counted'; rows: PlanRow[]; loops: LoopCount[]; resultRows: number }
  /** Of none of its loops: the counting function would change the plan, or has no place in it. */
  | { status: 'unavailable'; reason: string }
  | { status: 'failed'; error: EngineError };
