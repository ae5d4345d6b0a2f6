// Numbers of a bell-like distribution of which no two are equal, for UNIQUE columns.
// Evenly spaced quantiles, rounded: random access without remembering any of them.
import type { Distinct } from '../../generator.ts';

/**
 * `needed` quantiles of a distribution, each on its own step of the grid as long as neighbours lie
 * at least a step apart where the distribution is densest: `room` of them do.
 */
export function spreadQuantiles(
  needed: number,
  room: number,
  quantile: (share: number) => number,
): Distinct {
  const size = Math.max(1, Math.min(needed, Math.floor(room)));
  return { size, at: (number) => quantile((number + 0.5) / size), isOrdered: false };
}

/** The centre of one of 2^32 equal parts of (0, 1): never 0 and never 1. */
export function centredUnit(bits: number): number {
  return (bits + 0.5) / 4294967296;
}
