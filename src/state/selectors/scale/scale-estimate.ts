// What the steps of the Scale lab will about take: for its progress, and for "about N s" before it.
// Pure.
import type { Milliseconds } from '../../../engine/model/units.ts';
import { indexEntriesPerMs, rowsPerMs } from '../comparing/estimate.ts';

export interface ScaleCost {
  /** Rows of all tables, with the axis' table at `rows`. */
  totalRows: number;
  rows: number;
  indexCount: number;
  budgetMs: Milliseconds;
  /** On the axis of shares the data is made once, at `largestRows`. */
  isOfShares: boolean;
  largestRows: number;
}

/** First runs, counting and calibration at a step. */
const aroundRoundsMs: Milliseconds = 700;

/** Making the data of a step, and measuring there. */
export function stepCostMs(
  { totalRows, rows, indexCount, budgetMs, isOfShares }: ScaleCost,
  step: number,
): { buildMs: Milliseconds; measureMs: Milliseconds } {
  return {
    buildMs: isOfShares ? 0 : buildMs(totalRows * (step / rows), indexCount),
    measureMs: budgetMs + aroundRoundsMs,
  };
}

/** All steps: a rough figure, shown as "about". */
export function scaleEstimateMs(cost: ScaleCost, steps: readonly number[]): Milliseconds {
  const once = cost.isOfShares
    ? buildMs(cost.totalRows * (cost.largestRows / cost.rows), cost.indexCount)
    : 0;
  return steps.reduce((sum, step) => {
    const each = stepCostMs(cost, step);
    return sum + each.buildMs + each.measureMs;
  }, once);
}

function buildMs(rows: number, indexCount: number): Milliseconds {
  return rows / rowsPerMs + (rows * indexCount) / indexEntriesPerMs;
}
