// The steps of the lab's axes: row counts and shares, evenly spread on a log scale.
// Pure.
import type { Fraction } from '../../../engine/model/units.ts';

/** Fewer rows than this are measured only where the largest count is small. */
const usualStart = 1000;
/** From the first step to the last at least this factor, or four steps: growth needs room to show. */
const leastSpan = 30;
/** A step this close to the largest count says nothing new. */
const closeBy = 1.5;

/** 1k, 3k, 10k, 30k and so on, and `largest` itself; from less when `largest` is small. */
export function rowSteps(largest: number): number[] {
  const start = Math.min(usualStart, largest / leastSpan);
  const rounds = roundNumbers(largest);
  const first = rounds.findLast((step) => step <= start) ?? 1;
  return [...rounds.filter((step) => step >= first && step * closeBy <= largest), largest];
}

/** 1, 3, 10, 30 and so on up to `largest`. */
function roundNumbers(largest: number): number[] {
  const numbers: number[] = [];
  for (let power = 1; power <= largest; power *= 10) numbers.push(power, 3 * power);
  return numbers;
}

/** Largest counts to choose from: 1-3-10 numbers up to `maxRows`, and the recipe's own. */
export function largestRowChoices(recipeRows: number, maxRows: number): number[] {
  const choices = [3000, 10_000, 30_000, 100_000, 300_000, 1_000_000];
  const possible = [...choices, recipeRows, maxRows].filter((rows) => rows <= maxRows);
  return [...new Set(possible)].sort((a, b) => a - b);
}

/** 0.01 %, 0.03 % ... 100 % of the rows; none below one row. */
export function shareSteps(rows: number): Fraction[] {
  const shares = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];
  return shares.filter((share) => share * rows >= 1);
}
