// A logarithmic axis: ends round enough to stand still while data arrives, ticks at round values.
// Keeps away from units: the caller says how a tick reads.

export interface AxisTick {
  at: number;
  label: string;
}

/** How a tick at `digit` times ten to the `exponent` reads. */
export type TickLabel = (digit: number, exponent: number) => string;

const ends = [1, 1.5, 2, 3, 5, 7];

export interface LogDomainOptions {
  /** The least ratio between the ends, so that the noise of one series does not fill the axis. */
  leastSpan: number;
  /** The axis, as log10, where there are no values. */
  empty: [number, number];
}

/** The axis for these values, as log10; all values positive. */
export function logDomain(
  values: readonly number[],
  { leastSpan, empty }: LogDomainOptions,
): [number, number] {
  if (values.length === 0) return empty;
  let low = values.reduce((least, value) => Math.min(least, value)) / 1.1;
  let high = values.reduce((most, value) => Math.max(most, value)) * 1.1;
  if (high / low < leastSpan) {
    const centre = Math.sqrt(low * high);
    low = centre / Math.sqrt(leastSpan);
    high = centre * Math.sqrt(leastSpan);
  }
  return [floorTo(ends, low), ceilTo(ends, high)];
}

function floorTo(digits: readonly number[], value: number): number {
  const exponent = Math.floor(Math.log10(value));
  const fits = digits.filter((digit) => digit * 10 ** exponent <= value * (1 + 1e-9));
  return Math.log10((fits.at(-1) ?? 1) * 10 ** exponent);
}

function ceilTo(digits: readonly number[], value: number): number {
  const exponent = Math.floor(Math.log10(value));
  const fit = digits.find((digit) => digit * 10 ** exponent >= value * (1 - 1e-9));
  return Math.log10((fit ?? 10) * 10 ** exponent);
}

/** From fine to coarse: the digits that carry a tick, and the step between decades. */
const ladders: { digits: readonly number[]; decades: number }[] = [
  { digits: [1, 1.5, 2, 3, 5, 7], decades: 1 },
  { digits: [1, 2, 5], decades: 1 },
  { digits: [1, 3], decades: 1 },
  { digits: [1], decades: 1 },
  { digits: [1], decades: 2 },
  { digits: [1], decades: 3 },
];

/** Labelled places: 1-3-10 where the axis spans more than a decade, finer where it is short. */
export function logTicks(
  [low, high]: readonly [number, number],
  maxTicks: number,
  label: TickLabel,
): AxisTick[] {
  const isLong = high - low > 1;
  const candidates = isLong ? ladders.slice(2) : ladders;
  let coarsest: AxisTick[] = [];
  for (const { digits, decades } of candidates) {
    const ticks: AxisTick[] = [];
    const first = Math.ceil((Math.floor(low) - 1) / decades) * decades;
    for (let exponent = first; exponent <= high; exponent += decades) {
      for (const digit of digits) {
        const at = exponent + Math.log10(digit);
        if (at < low - 1e-9 || at > high + 1e-9) continue;
        ticks.push({ at, label: label(digit, exponent) });
      }
    }
    if (ticks.length > 0) coarsest = ticks;
    if (ticks.length <= Math.max(maxTicks, 2)) break;
  }
  return coarsest;
}
