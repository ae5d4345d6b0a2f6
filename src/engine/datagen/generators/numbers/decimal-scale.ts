// Decimals by whole steps: a number of steps divided once, so that no error adds up.
// Knows nothing of how the steps are drawn.

const scales = [1, 10, 100, 1000, 10000, 100000, 1000000];

/** Steps in 1: 100 for two decimals (0 to 6). 1234 / 100 is the double nearest to 12.34. */
export function decimalScale(decimals: number): number {
  return scales[decimals] ?? 100;
}
