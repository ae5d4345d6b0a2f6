// Rows in which a setup's answer differs from the baseline's. Plain data.
import type { SqlValue } from '../values.ts';

/** Answers compared as multisets of rows; at most `maxDifferingRows` rows of each side. */
export interface DifferingRows {
  columns: string[];
  onlyInBaseline: SqlValue[][];
  onlyInSetup: SqlValue[][];
  /** How many there are in all. */
  baselineCount: number;
  setupCount: number;
  /** False when an answer was too large to be compared whole: the counts are then at least these. */
  isComplete: boolean;
}

export const maxDifferingRows = 20;
