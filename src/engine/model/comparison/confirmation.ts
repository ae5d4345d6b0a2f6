// Confirm: the same comparison in fresh workers, one after the other. Plain data.
import type { Standing } from './comparison.ts';
import type { Verdict } from './verdict.ts';

/** How many fresh workers have to agree. */
export const confirmingRuns = 3;

export interface Confirmation {
  /** The standing of each worker's comparison, in order; fewer while it is under way. */
  standings: Standing[];
  /** By setup id; empty until all workers have been asked. */
  cells: Record<string, ConfirmedCell>;
}

/** What the workers said of a setup; `low` and `high` are the spread of their estimates. */
export interface ConfirmedCell {
  /** 'stands': every worker found the same, 'clearly faster' in the short mode as 'faster'. */
  status: 'stands' | 'disagree';
  /** Of each worker, in order. */
  kinds: Verdict['kind'][];
  /** Least and largest ratio to the baseline; null where a worker has no ratio. */
  low: number | null;
  high: number | null;
}
