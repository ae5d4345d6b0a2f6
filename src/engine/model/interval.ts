// An interval with its coverage, and what is estimated with one. Plain data.
import type { Milliseconds } from './units.ts';

export interface Interval {
  low: number;
  high: number;
  /** The coverage: 0.95 holds the true value in 95 of 100 cases. */
  level: number;
}

/** What is estimated, with the interval that holds it: a ratio, a size. */
export interface Estimate extends Interval {
  estimate: number;
}

/** Of two times, the one less the other; its bounds in milliseconds too. */
export interface TimeDifference extends Interval {
  estimateMs: Milliseconds;
}
