// Whole numbers in order: keys, counters.
// Where a key must begin after rows already there is settled in plan/.
import type { Generator } from '../../generator.ts';

/** `first`, then each `step` further; the step is not 0. */
export function createSequence(first: number, step = 1): Generator {
  const at = (row: number) => first + row * step;
  const last = step > 0 ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
  return {
    name: 'sequence',
    description: `${at(0)}, ${at(1)}, ${at(2)}, ...`,
    at,
    distinct: () => ({ size: Math.floor((last - first) / step), at, isOrdered: true }),
  };
}
