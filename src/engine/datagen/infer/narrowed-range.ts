// The range of a number within what CHECKs demand.
// What the CHECKs say is read elsewhere (check-rules.ts).
import type { RangeShape } from '../../model/recipe/column-generator.ts';
import type { Bound } from '../plan/checks/column-rules.ts';

/** A range of numbers, both ends included. */
export interface NumberRange {
  min: number;
  max: number;
  shape: RangeShape;
}

/**
 * The range within the bounds that a CHECK sets, in steps of `step`. A range that lies wholly
 * outside keeps its width and moves to the bound. Null when the bounds leave nothing.
 */
export function narrowed(
  range: NumberRange,
  bounds: { min: Bound | null; max: Bound | null },
  step: number,
): NumberRange | null {
  const { min, max } = bounds;
  const width = range.max - range.min;
  let low = min ? lowest(min, step) : Number.NEGATIVE_INFINITY;
  let high = max ? highest(max, step) : Number.POSITIVE_INFINITY;
  if (low > high) return null;
  if (low > range.max) high = Math.min(high, low + width);
  else if (high < range.min) low = Math.max(low, high - width);
  else {
    low = Math.max(low, range.min);
    high = Math.min(high, range.max);
  }
  return { min: low, max: high, shape: range.shape };
}

function lowest(bound: Bound, step: number): number {
  if (step === 1) return bound.isOpen ? Math.floor(bound.value) + 1 : Math.ceil(bound.value);
  return bound.isOpen ? bound.value + step : bound.value;
}

function highest(bound: Bound, step: number): number {
  if (step === 1) return bound.isOpen ? Math.ceil(bound.value) - 1 : Math.floor(bound.value);
  return bound.isOpen ? bound.value - step : bound.value;
}
