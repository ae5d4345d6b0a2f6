// Numbers around a mean: heights, measurements, scores.
// The bell curve itself stands in lib/normal-quantile.ts.
import { normalQuantile } from '../../../../lib/numbers/normal-quantile.ts';
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import { decimalScale } from './decimal-scale.ts';
import { centredUnit, spreadQuantiles } from './spread-quantiles.ts';

/** The density at the mean is 1 / (2.5066 deviations); a little less, so that rounding is safe. */
const roomPerDeviation = 2.5;

/** Normally distributed numbers, rounded to the decimals; at most 6.4 deviations from the mean. */
export function createNormal(source: Source, settings: GeneratorOf<'normal'>): Generator {
  const { stream } = source;
  const { mean, deviation, decimals } = settings;
  const scale = decimalScale(decimals);
  const at = (share: number) =>
    Math.floor((mean + deviation * normalQuantile(share)) * scale + 0.5) / scale;
  return {
    name: 'normal',
    description: `normally distributed around ${mean}, two thirds from ${shown(mean - deviation)} to ${shown(mean + deviation)}`,
    at: (row) => at(centredUnit(stream.bits(row))),
    distinct: (needed) => spreadQuantiles(needed, roomPerDeviation * deviation * scale, at),
  };
}

// 0.1 + 0.2 is to be read as 0.3.
function shown(value: number): number {
  return Number(value.toPrecision(8));
}
