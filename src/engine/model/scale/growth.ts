// How a quantity grows with the number of rows: which law fits, and how surely. Plain data.
import type { Interval } from '../interval.ts';

export interface GrowthPoint {
  rows: number;
  /** Above zero: a time, a count of steps. */
  value: number;
  /** Of the value, where it has one. */
  interval?: Interval | null;
}

/** The exponent k of n^k that fits best; n^0 is constant, n^1 linear. */
export interface GrowthExponent extends Interval {
  estimate: number;
}

/** Every law carries the exponent too: what the points say without the choice of a law. */
export type Growth =
  /** Fewer than 4 row counts, or less than a tenfold range. */
  | { kind: 'too-few-points'; points: number; range: number }
  /** Zero somewhere and not everywhere: no law of growth has such points. */
  | { kind: 'has-zeros' }
  /** The points scatter so much that growth and its absence both fit. */
  | { kind: 'unclear'; exponent: GrowthExponent }
  | { kind: 'constant'; value: number; exponent: GrowthExponent }
  /** value = base + slope * ln(rows), slope > 0; above zero at all measured rows. */
  | { kind: 'logarithmic'; base: number; slope: number; exponent: GrowthExponent }
  /** value = factor * rows^exponent; falls when the exponent is below zero. */
  | { kind: 'power'; factor: number; exponent: GrowthExponent }
  /** value = factor * rows * ln(rows). */
  | { kind: 'linearithmic'; factor: number; exponent: GrowthExponent }
  /** value = base + slope * rows, base > 0: constant among few rows, linear among many. */
  | { kind: 'linear-above-base'; base: number; slope: number; exponent: GrowthExponent };
