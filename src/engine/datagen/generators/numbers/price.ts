// Prices as shops set them.
// What CHECKs leave of the range is settled when the settings are inferred.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import { shaped, shapeWords } from './range-shape.ts';

// Half of all shop prices end in 99 cents, some in 95, 49, 50 or 00, the rest anywhere.
const usualCents = [99, 99, 99, 99, 95, 95, 49, 50, 0, -1];

/** Prices with two decimals, small ones more frequent, most of them ending in 99, 95, 49 or 00. */
export function createPrice(source: Source, settings: GeneratorOf<'price'>): Generator {
  const { stream } = source;
  const cents = stream.split('cents');
  const firstCent = Math.ceil(settings.min * 100);
  const lastCent = Math.floor(settings.max * 100);
  const count = lastCent - firstCent + 1;
  return {
    name: 'price',
    description: `prices from ${(firstCent / 100).toFixed(2)} to ${(lastCent / 100).toFixed(2)}${shapeWords('low')}`,
    at(row) {
      const price = firstCent + Math.floor(shaped(stream.unit(row), 'low') * count);
      const ending = usualCents[cents.below(row, usualCents.length)] ?? -1;
      const usual = price - (price % 100) + ending;
      return (ending < 0 || usual < firstCent || usual > lastCent ? price : usual) / 100;
    },
    distinct: () => ({
      size: Math.max(0, count),
      at: (number) => (firstCent + number) / 100,
      isOrdered: false,
      goesOn: true,
    }),
  };
}
