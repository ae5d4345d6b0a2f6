// How often the values of a list are taken: the share of each, and one rule in place of another.
// The same weights as datagen draws by, for people to see.
import type { Weights } from '../../../../engine/model/recipe/column-generator.ts';
import { weightsOf } from '../../../../engine/model/recipe/weight-list.ts';

/** The weights of another kind, over as many values: explicit ones begin as what they were. */
export function toWeights(weights: Weights, kind: Weights['kind'], count: number): Weights {
  switch (kind) {
    case 'even':
      return { kind };
    case 'falling':
      return { kind, flatness: 2 };
    case 'power':
      return { kind, exponent: 1 };
    case 'explicit':
      return {
        kind,
        // Of a hundred, so that they read as per cent; none becomes nothing.
        weights: weightShares(weights, count).map(
          (share) => Math.round(share * 10_000) / 100 || 0.01,
        ),
      };
  }
}

/** The share of the rows that each of so many values gets, in their order. */
export function weightShares(weights: Weights, count: number): number[] {
  const raw = weightsOf(weights, count);
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => (total > 0 ? weight / total : 0));
}
