// Numbers of a range with a fixed number of decimals.
// What CHECKs leave of the range is settled when the settings are inferred.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import { decimalScale } from './decimal-scale.ts';
import { shaped, shapeWords } from './range-shape.ts';

/** Multiples of 10^-decimals in [min, max]. */
export function createDecimal(source: Source, settings: GeneratorOf<'decimal'>): Generator {
  const { stream } = source;
  const { min, max, shape } = settings;
  const scale = decimalScale(settings.decimals);
  const first = Math.ceil(min * scale);
  const count = Math.floor(max * scale) - first + 1;
  const at = (step: number) => (first + step) / scale;
  return {
    name: 'decimal number',
    description: `numbers from ${min} to ${max}${shapeWords(shape)}`,
    at: (row) => at(Math.floor(shaped(stream.unit(row), shape) * count)),
    distinct: () => ({ size: Math.max(0, count), at, isOrdered: false, goesOn: true }),
  };
}
