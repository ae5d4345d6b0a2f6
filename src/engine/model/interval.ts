// An interval with its coverage. Plain data.

export interface Interval {
  low: number;
  high: number;
  /** The coverage: 0.95 holds the true value in 95 of 100 cases. */
  level: number;
}
