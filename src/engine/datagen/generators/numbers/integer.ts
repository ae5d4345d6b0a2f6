// Whole numbers of a range.
// What CHECKs leave of the range is settled when the settings are inferred.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import { shaped, shapeWords } from './range-shape.ts';

/** Integers of [min, max]. */
export function createInteger(source: Source, settings: GeneratorOf<'integer'>): Generator {
  const { stream } = source;
  const { min, max, shape } = settings;
  const count = max - min + 1;
  return {
    name: 'whole number',
    description: `whole numbers from ${min} to ${max}${shapeWords(shape)}`,
    at: (row) => min + Math.floor(shaped(stream.unit(row), shape) * count),
    distinct: () => ({ size: count, at: (number) => min + number, isOrdered: false, goesOn: true }),
  };
}
