// What a comparison says about a setup against the baseline: one union, the same everywhere.
// Ratios are time of the setup / time of the baseline: below 1 is faster.
import type { EngineError } from '../errors.ts';
import type { Estimate } from '../interval.ts';
import type { Milliseconds } from '../units.ts';

/** A ratio with its interval; `level` is the coverage, 0.975 for two comparisons. */
export type RatioInterval = Estimate;

export type Verdict =
  | { kind: 'baseline' }
  /** Not measured yet, or fewer rounds than an interval needs. */
  | { kind: 'too-few-runs'; rounds: number }
  | { kind: 'faster'; ratio: RatioInterval; margin: number }
  | { kind: 'slower'; ratio: RatioInterval; margin: number }
  /** The whole interval lies within the margin: it counts as equal. */
  | { kind: 'equal'; ratio: RatioInterval; margin: number }
  | { kind: 'unresolved'; ratio: RatioInterval; margin: number; moreRounds: number }
  /** Short mode: beyond 25 % on the same side in every one of `rounds` runs. */
  | { kind: 'clearly-faster'; low: number; high: number; rounds: number }
  | { kind: 'clearly-slower'; low: number; high: number; rounds: number }
  /**
   * The baseline against itself reaches beyond 10 %, and the interval is not beyond twice that.
   * `control` is the baseline against itself; absent where the two that are compared have none.
   */
  | { kind: 'too-noisy'; ratio: RatioInterval; margin: number; control?: RatioInterval }
  /** Results differ from the baseline's: ranking would be meaningless. */
  | { kind: 'different-answer'; difference: AnswerDifference }
  | { kind: 'failed'; error: EngineError }
  | { kind: 'over-limit'; limitMs: Milliseconds };

/** How a setup's answer differs from the baseline's. */
export interface AnswerDifference {
  baselineRows: number;
  setupRows: number;
  /**
   * 'count': row counts differ; 'content': rows differ, in whatever order;
   * 'unstable': the baseline run twice differs from itself (random(), the time, a LIMIT with ties).
   */
  kind: 'count' | 'content' | 'unstable';
}
