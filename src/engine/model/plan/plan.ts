// A query plan as SQLite's EXPLAIN QUERY PLAN gives it: raw rows. What they mean is read elsewhere.
import type { EngineError } from '../errors.ts';

/** One row of EXPLAIN QUERY PLAN. `cost` is the planner's estimate per invocation, 10*log2. */
export interface PlanRow {
  id: number;
  parent: number;
  cost: number;
  detail: string;
}

/** The plan of one statement. No rows is a valid plan (INSERT VALUES, DELETE without WHERE). */
export interface QueryPlan {
  rows: PlanRow[];
  badge: PlanBadge;
}

/**
 * The plan in one word, the worst access of it:
 * scan = goes over a table or index without seeking; automatic = builds an index on every run;
 * search = seeks by index or key and looks rows up; covering = served by an index alone;
 * none = no plan steps.
 */
export type PlanBadge = 'scan' | 'automatic' | 'search' | 'covering' | 'none';

/**
 * Why the loaded database may plan otherwise. 'statistics': the setup has statistics on, and those of
 * its indexes are not made yet; 'values': parameters take values from data that is not there.
 */
export type ProvisionalReason = 'statistics' | 'values';

/** The plan of a query in a setup, or why there is none. */
export type PlanOutcome =
  | {
      status: 'planned';
      plan: QueryPlan;
      isProvisional: boolean;
      provisionalReason?: ProvisionalReason;
    }
  | { status: 'failed'; error: EngineError };
