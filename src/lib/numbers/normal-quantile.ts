// Quantiles of the standard normal distribution, bit for bit the same everywhere.
// Built from + - * / and sqrt alone, with a portable logarithm in the tails.
import { portableLog } from './portable-power.ts';

/**
 * The z below which the share `p` of a standard normal distribution lies, for p in
 * [1e-11, 1 - 1e-11]; relative error about 1e-15. M. J. Wichura, "Algorithm AS 241: The Percentage
 * Points of the Normal Distribution", Applied Statistics 37 (1988); its far tail is left out.
 */
export function normalQuantile(p: number): number {
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) {
    const square = 0.180625 - offset * offset;
    return (offset * polynomial(centreAbove, square)) / polynomial(centreBelow, square);
  }
  const root = Math.sqrt(-portableLog(offset < 0 ? p : 1 - p)) - 1.6;
  const z = polynomial(tailAbove, root) / polynomial(tailBelow, root);
  return offset < 0 ? -z : z;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

// From the highest power down, as published, rounded to doubles.
const centreAbove = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const centreBelow = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const tailAbove = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const tailBelow = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
  0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
];
