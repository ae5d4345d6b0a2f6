// From how many reads per write an index is worth its price. Plain data.
import type { TimeDifference } from '../interval.ts';

/** A difference of times, and what the verdict on the same times says of it. */
export interface ToldDifference extends TimeDifference {
  /** No meaningful difference, on whichever side of zero its interval lies. */
  isEqual: boolean;
}

/** What becomes of the writes; 'unclear' where the interval lies on both sides of zero. */
export type WriteChange = 'dearer' | 'equal' | 'cheaper' | 'unclear';

/**
 * Reads against writes. Figures are writes per read; `level` is that of all of their bounds
 * together.
 */
export type BreakEven =
  /** Reads gain, writes pay: one read saves what this many writes cost more. */
  | { kind: 'worth'; writesPerRead: number; low: number; high: number; level: number }
  /** Reads gain; what writes pay is not told from nothing, and this is the most that it may be. */
  | { kind: 'worth-at-latest'; writesPerRead: number; writes: 'equal' | 'unclear'; level: number }
  /** Reads gain, writes do not pay: every read is a gain. */
  | { kind: 'free'; writes: 'equal' | 'cheaper' }
  /** Reads neither gain nor lose in a way that matters. */
  | { kind: 'no-saving'; writes: WriteChange }
  /** Reads lose, and writes do not gain. */
  | { kind: 'never'; writes: 'dearer' | 'equal' }
  /** Reads lose, writes gain: one read loses what this many writes save. */
  | { kind: 'reverse'; writesPerRead: number; low: number; high: number; level: number }
  /** An interval on both sides of zero leaves this open. */
  | { kind: 'unclear'; open: 'saving' | 'cost' | 'both' };
