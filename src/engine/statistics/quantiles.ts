// Order statistics of a sample: quantiles, median, median absolute deviation, far outliers.
// Nothing is ever removed from a sample here; outliers are only pointed out.

/** The values in ascending order, as a new array. Typed arrays sort numbers several times faster. */
export function sorted(values: readonly number[]): number[] {
  return Array.from(Float64Array.from(values).sort());
}

/**
 * The quantile of a sample, `share` between 0 and 1, interpolated linearly between order
 * statistics (Hyndman and Fan 1996, definition 7). NaN when the sample is empty.
 */
export function quantile(values: readonly number[], share: number): number {
  return quantileOfSorted(sorted(values), share);
}

function quantileOfSorted(ascending: readonly number[], share: number): number {
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

/** A value's place against Tukey's outer fences. */
export type OutlierMark = 'none' | 'low' | 'high';

/**
 * Marks the values beyond 3 interquartile ranges from the quartiles (Tukey 1977, "far out").
 * In the order of the values.
 */
export function tukeyMarks(values: readonly number[]): OutlierMark[] {
  const ascending = sorted(values);
  const first = quantileOfSorted(ascending, 0.25);
  const third = quantileOfSorted(ascending, 0.75);
  const reach = 3 * (third - first);
  return values.map((value) => {
    if (value < first - reach) return 'low';
    return value > third + reach ? 'high' : 'none';
  });
}
