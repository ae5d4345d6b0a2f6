// Which values of a sample lie far out, so that charts can mark them. Nothing is ever left out.
// Tukey's outer fences (Exploratory Data Analysis, 1977): three interquartile ranges from the box.
import { quantile } from '../../engine/statistics/distributions/quantiles.ts';

/** Fewer values have no quartiles to speak of. */
const leastValues = 8;
/** A sample lasts at least 30 ticks of the clock: differences finer than that are its steps. */
const tickShare = 1 / 30;

/** True for each value beyond the outer fences, in the order given. */
export function farOutFlags(values: readonly number[]): boolean[] {
  const usable = values.filter(Number.isFinite);
  if (usable.length < leastValues) return values.map(() => false);
  const low = quantile(usable, 0.25);
  const high = quantile(usable, 0.75);
  const range = Math.max(high - low, quantile(usable, 0.5) * tickShare);
  return values.map((value) => value < low - 3 * range || value > high + 3 * range);
}
