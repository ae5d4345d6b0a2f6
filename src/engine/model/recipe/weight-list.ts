// The weights of a list's values as numbers: what datagen draws by and the forms show.
// Power laws are portable powers; Math.pow differs between browsers.
import { portablePower } from '../../../lib/numbers/portable-power.ts';
import type { Weights } from './column-generator.ts';

/** A weight for each of so many values, in their order and on any scale. */
export function weightsOf(weights: Weights, count: number): number[] {
  const each = (weightAt: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => weightAt(index));
  switch (weights.kind) {
    case 'even':
      return each(() => 1);
    case 'falling':
      return each((index) => 1 / (index + weights.flatness));
    case 'power':
      return each((index) => portablePower(index + 1, -weights.exponent));
    case 'explicit':
      return each((index) => weights.weights[index] ?? 0);
  }
}
