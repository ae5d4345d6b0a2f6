// A number as text that reads back as the same number, in CSV, JSON and SQL alike.

/**
 * The shortest digits that are exact. Infinity is 1e999, which every reader overflows to it. Whole
 * doubles beyond 2^53 have an exponent: written out they would be read as integers, which end at 2^63.
 */
export function numberText(value: number | bigint): string {
  if (value === Number.POSITIVE_INFINITY) return '1e999';
  if (value === Number.NEGATIVE_INFINITY) return '-1e999';
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return Number(value).toExponential();
  return Object.is(value, -0) ? '-0' : String(value);
}
