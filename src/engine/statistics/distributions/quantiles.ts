// Order statistics of a sample: quantiles, median, median absolute deviation.
// Nothing is ever removed from a sample here, however far out it lies.

/** The values in ascending order, as a new array. */
export function sorted(values: readonly number[]): number[] {
  return Array.from(typedSorted(values));
}

/** Typed arrays sort numbers several times faster, and need no copy back where they will do. */
function typedSorted(values: readonly number[]): Float64Array {
  return new Float64Array(values).sort();
}

/**
 * The quantile of a sample, `share` between 0 and 1, interpolated linearly between order
 * statistics (Hyndman and Fan 1996, definition 7). NaN when the sample is empty.
 */
export function quantile(values: readonly number[], share: number): number {
  return quantileOfSorted(typedSorted(values), share);
}

/** The same of values that are in ascending order already. */
export function quantileOfSorted(ascending: ArrayLike<number>, share: number): number {
  const position = (ascending.length - 1) * share;
  const below = ascending[Math.floor(position)] ?? Number.NaN;
  const above = ascending[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** The middle value, or the mean of the two middle ones. NaN when the sample is empty. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Median of the absolute distances from the median, unscaled. NaN when the sample is empty. */
export function medianAbsoluteDeviation(values: readonly number[]): number {
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle)));
}
