// One of a list of values, drawn by weight.
// How weights become draws stands in skew.ts and weighted-draw.ts.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import { createWeightedDraw } from '../../draws/weighted-draw.ts';
import type { Generator, Source } from '../../generator.ts';
import { distinctValues, listWords } from './distinct-values.ts';

/** One of the values in each row. */
export function createChoice(source: Source, settings: GeneratorOf<'choice'>): Generator {
  const { stream } = source;
  const { values, weights } = settings;
  const draw = createWeightedDraw(values.length, weights);
  return {
    name: 'one of a list',
    description: `one of ${listWords(values)}`,
    at: (row) => values[draw(stream.bits(row))] ?? null,
    distinct: () => distinctValues(values),
  };
}
