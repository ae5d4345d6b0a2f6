// One of n by weight: from 32 random bits to an index, by the Weights of the settings.
// Power laws are sums of portable powers; Math.pow differs between browsers.
import { portablePower } from '../../lib/portable-power.ts';
import type { Weights } from '../model/recipe/column-generator.ts';
import { createChooser, fallingWeights } from './skew.ts';

/** The index of [0, count) for 32 random bits; shares are exact to 2^-32 (falling: to 1/4096). */
export function createWeightedDraw(count: number, weights: Weights): (bits: number) => number {
  switch (weights.kind) {
    case 'even':
      return (bits) => Math.floor((bits / 4294967296) * count);
    case 'falling':
      return createChooser(fallingWeights(count, weights.flatness)).pick;
    case 'power':
      return bySums(
        Array.from({ length: count }, (_, index) => portablePower(index + 1, -weights.exponent)),
      );
    case 'explicit':
      return bySums(weights.weights);
  }
}

// Running sums, and the first of them above the draw: a weight of 0 is never drawn.
function bySums(weights: readonly number[]): (bits: number) => number {
  const ends = new Float64Array(weights.length);
  let total = 0;
  for (const [index, weight] of weights.entries()) {
    total += weight;
    ends[index] = total;
  }
  return (bits) => {
    const draw = (bits / 4294967296) * total;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > draw) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
