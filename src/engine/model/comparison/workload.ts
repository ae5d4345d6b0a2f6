// The summary of a comparison over the whole workload: which setup wins, and by how much.
// Plain data.
import type { Fraction } from '../units.ts';
import type { RatioInterval, Verdict } from './verdict.ts';

export interface WorkloadSummary {
  /** The queries that the summary is about; empty when there is none. */
  counted: CountedQuery[];
  leftOut: LeftOutQuery[];
  /** Rounds that count: as many as the counted query with the fewest has. */
  rounds: number;
  /**
   * By setup id, the baseline included: the weighted geometric mean of the ratios as a verdict.
   * Empty when no query counts.
   */
  verdicts: Record<string, Verdict>;
  /** By id of the setups with a cache: the weighted mean of the queries' hit ratios. */
  hitRatios: Record<string, Fraction>;
  /** The baseline against itself over the workload. */
  control: RatioInterval | null;
  /** Ratios within 1 +- margin count as equal. */
  margin: number;
  outcome: WorkloadOutcome;
}

export interface CountedQuery {
  queryId: string;
  name: string;
  weight: number;
  /** Its weight among the counted queries. */
  share: Fraction;
}

/** A query that does not count, for no setup: means over different queries say nothing. */
export interface LeftOutQuery {
  queryId: string;
  name: string;
  reason: LeftOutReason;
  /** The setups it is left out for; empty when the reason concerns the query itself. */
  setupIds: string[];
}

export type LeftOutReason =
  | 'no-weight'
  | 'not-measured'
  | 'too-few-rounds'
  /** Three rounds of slow statements have no interval. */
  | 'short'
  | 'failed'
  | 'different-answer'
  | 'over-limit';

/** The winner's time / the other's: below 1, with its interval wholly beyond the margin. */
export interface WinningRatio {
  setupId: string;
  ratio: RatioInterval;
}

export type WorkloadOutcome =
  /** No query counts. */
  | { kind: 'empty' }
  /** Faster than every other setup; the next best may be the baseline. */
  | {
      kind: 'winner';
      setupId: string;
      againstBaseline: WinningRatio;
      againstNextBest: WinningRatio;
    }
  /** The baseline is faster than every other setup. */
  | { kind: 'baseline-wins'; setupId: string; againstNextBest: WinningRatio }
  /** These are equal to the best within the margin, and faster than all others. */
  | { kind: 'tie'; setupIds: string[] }
  /** The best by its mean, and those that it cannot be told from. */
  | { kind: 'unresolved'; setupIds: string[]; isNoisy: boolean };
