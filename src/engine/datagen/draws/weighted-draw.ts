// One of n by weight: from 32 random bits to an index, by the Weights of the settings.
// The weights themselves stand in weight-list.ts, where the forms find them too.
import type { Weights } from '../../model/recipe/column-generator.ts';
import { weightsOf } from '../../model/recipe/weight-list.ts';
import { createChooser } from './skew.ts';

/** The index of [0, count) for 32 random bits; shares are exact to 2^-32 (falling: to 1/4096). */
export function createWeightedDraw(count: number, weights: Weights): (bits: number) => number {
  switch (weights.kind) {
    case 'even':
      return (bits) => Math.floor((bits / 4294967296) * count);
    case 'falling':
      return createChooser(weightsOf(weights, count)).pick;
    case 'power':
    case 'explicit':
      return bySums(weightsOf(weights, count));
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
