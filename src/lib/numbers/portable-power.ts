// Powers that come out bit for bit the same everywhere. Math.pow, exp and log may differ in the
// last bit between browsers; + - * / may not (IEEE 754), so these are built from them alone.

/** Natural logarithm of a positive, finite number; relative error about 1e-15. */
export function portableLog(value: number): number {
  let mantissa = value;
  let exponent = 0;
  // Halving and doubling are exact. What is left lies between 0.71 and 1.42.
  while (mantissa > 1.42) {
    mantissa /= 2;
    exponent++;
  }
  while (mantissa < 0.71) {
    mantissa *= 2;
    exponent--;
  }
  // ln m = 2 artanh z with z = (m - 1) / (m + 1), |z| < 0.174: 11 terms of its power series.
  const z = (mantissa - 1) / (mantissa + 1);
  const square = z * z;
  let sum = 0;
  for (let odd = 21; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return exponent * Math.LN2 + 2 * z * sum;
}

/** e to the power of a number of about ±700 at most; relative error about 1e-14. */
export function portableExp(power: number): number {
  const halvings = Math.round(power / Math.LN2);
  const rest = power - halvings * Math.LN2;
  // |rest| < 0.35: 14 terms of the Taylor series.
  let sum = 1;
  for (let term = 14; term >= 1; term--) sum = 1 + (sum * rest) / term;
  for (let turn = 0; turn < halvings; turn++) sum *= 2;
  for (let turn = 0; turn > halvings; turn--) sum /= 2;
  return sum;
}

/** `base` ^ `exponent` for a positive base. */
export function portablePower(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  return portableExp(exponent * portableLog(base));
}
