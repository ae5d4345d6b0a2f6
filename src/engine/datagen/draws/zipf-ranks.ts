// Ranks by Zipf's law over any number of them: rank k (from 0) has the weight 1 / (k + 1)^exponent.
// The first ranks come from a table of sums, the long tail from the inverted integral.
import { portableExp, portableLog, portablePower } from '../../../lib/numbers/portable-power.ts';
import type { Stream } from './random.ts';

/** Ranks with an exact share each; beyond, the integral's error is below 1e-8 of the share. */
const tabled = 2048;

/**
 * A rank of [0, count) for each row. Sums beyond the table are integrals of x^-exponent over
 * [k - 1/2, k + 1/2] (midpoint rule), which can be inverted without a table of all ranks.
 */
export function createZipfRanks(
  count: number,
  exponent: number,
  stream: Stream,
): (row: number) => number {
  const head = Math.min(count, tabled);
  const ends = new Float64Array(head);
  let total = 0;
  for (let rank = 0; rank < head; rank++) {
    total += portablePower(rank + 1, -exponent);
    ends[rank] = total;
  }
  const headTotal = total;
  const tail = count > head ? integralBetween(head + 0.5, count + 0.5, exponent) : null;
  if (tail) total += tail.area;
  const within = stream.split('tail');
  return (row) => {
    const draw = stream.unit(row) * total;
    if (tail && draw >= headTotal) {
      const rank = Math.floor(tail.at(within.unit(row)) - 0.5);
      return Math.max(head, Math.min(count - 1, rank));
    }
    let low = 0;
    let high = head - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > draw) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

interface Integral {
  area: number;
  /** The place below which the given share of the area lies. */
  at(share: number): number;
}

// Relative to the lower end, so that steep powers of large numbers stay within doubles.
function integralBetween(from: number, to: number, exponent: number): Integral {
  const ratio = to / from;
  const slope = 1 - exponent;
  const scale = portablePower(from, slope);
  // Near 1 the difference of powers would cancel; the logarithm is its limit.
  if (Math.abs(slope) < 1e-9) {
    const log = portableLog(ratio);
    return { area: scale * log, at: (share) => from * portableExp(share * log) };
  }
  const rise = portablePower(ratio, slope) - 1;
  return {
    area: (scale * rise) / slope,
    at: (share) => from * portablePower(1 + share * rise, 1 / slope),
  };
}
