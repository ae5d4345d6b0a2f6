// Whole numbers by Zipf's law: the smallest most often, each larger one more rarely.
// The law itself stands in zipf-ranks.ts.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import { createZipfRanks } from '../../draws/zipf-ranks.ts';
import type { Generator, Source } from '../../generator.ts';

/** Integers of [min, max]; min + k has the weight 1 / (k + 1)^exponent. */
export function createZipf(source: Source, settings: GeneratorOf<'zipf'>): Generator {
  const { min, max, exponent } = settings;
  const count = max - min + 1;
  const rank = createZipfRanks(count, exponent, source.stream);
  return {
    name: 'Zipf',
    description: `whole numbers from ${min} to ${max}, each rarer than the one before (exponent ${exponent})`,
    at: (row) => min + rank(row),
    distinct: () => ({ size: count, at: (number) => min + number, isOrdered: false }),
  };
}
