// Student's t distribution for whole degrees of freedom, without tables and without a library.
// Exact series, then bisection: the same digits on every run.

/**
 * P(|T| <= t) for `freedom` degrees of freedom, 1 and up: the finite trigonometric series of
 * Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
 */
export function studentCentral(t: number, freedom: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom));
  const square = Math.cos(angle) ** 2;
  const isOdd = freedom % 2 === 1;
  if (freedom === 1) return (2 * angle) / Math.PI;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = term;
  for (let step = isOdd ? 2 : 1; step <= freedom - 3; step += 2) {
    term *= (square * step) / (step + 1);
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/** The t with P(|T| <= t) = level, for a level between 0 and 1: 4.303 for 0.95 and 2 degrees. */
export function studentQuantile(level: number, freedom: number): number {
  let low = 0;
  let high = 1;
  while (studentCentral(high, freedom) < level) high *= 2;
  // 60 halvings reach the last bits of a double.
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (studentCentral(middle, freedom) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
