// How far a line of a plan stands to the right.

/** Deeper steps stand no further right, and say their level. */
export const maxIndents = 7;

/** In indents; `level` counts from 1. */
export function indentsOf(level: number): number {
  return Math.min(level - 1, maxIndents);
}
