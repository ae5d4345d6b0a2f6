// The values of a list in turn.
// Nothing is drawn: the row alone decides.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator } from '../../generator.ts';
import { distinctValues, listWords } from './distinct-values.ts';

/** The first value in row 0, the next in row 1, and again from the first after the last. */
export function createList({ values }: GeneratorOf<'list'>): Generator {
  return {
    name: 'list in turn',
    description: `in turn ${listWords(values)}`,
    at: (row) => values[row % values.length] ?? null,
    distinct: () => distinctValues(values, true),
  };
}
