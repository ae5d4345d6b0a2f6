// A slider over magnitudes: positions 0..steps stand for 0, 1, 2, 5, 10, ... up to a maximum.
// Keeps away from the drawing of the slider.

/** What a slider needs to stand for other values than its positions. */
export interface SliderScale {
  /** Positions are the whole numbers 0..steps. */
  steps: number;
  /** The value at a position. */
  toValue: (position: number) => number;
  /** The position nearest to a value; every value has one. */
  toPosition: (value: number) => number;
}

/**
 * A scale of round numbers (1, 2, 5 and their tenfolds), from 0 to `max`.
 * @example logScale(1_000_000).toValue(19) is 1,000,000
 */
export function logScale(max: number): SliderScale {
  const stops = [0];
  for (let magnitude = 1; magnitude <= max; magnitude *= 10) {
    for (const digit of [1, 2, 5]) {
      if (digit * magnitude <= max) stops.push(digit * magnitude);
    }
  }
  if (stops.at(-1) !== max) stops.push(max);
  return {
    steps: stops.length - 1,
    toValue: (position) =>
      stops[Math.min(Math.max(Math.round(position), 0), stops.length - 1)] ?? 0,
    toPosition: (value) => nearestStop(stops, value),
  };
}

/** Nearest by ratio, as the eye measures it on a logarithmic scale. */
function nearestStop(stops: readonly number[], value: number): number {
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [position, stop] of stops.entries()) {
    const distance = Math.abs(Math.log(1 + Math.max(value, 0)) - Math.log(1 + stop));
    if (distance < bestDistance) {
      best = position;
      bestDistance = distance;
    }
  }
  return best;
}
