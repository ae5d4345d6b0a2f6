// Yes or no as 1 or 0, the way SQLite writes booleans.
// NULL is the column's affair, not the flag's.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import { distinctValues } from './distinct-values.ts';

/** 1 in the given share of the rows, else 0. */
export function createFlag(source: Source, settings: GeneratorOf<'flag'>): Generator {
  const { stream } = source;
  const { share } = settings;
  return {
    name: 'yes or no',
    description: `1 in ${Math.floor(share * 100 + 0.5)} % of the rows, else 0`,
    at: (row) => (stream.unit(row) < share ? 1 : 0),
    distinct: () => distinctValues([0, 1]),
  };
}
