// The same value in every row.
// NULL too: columns that must stay empty have it.
import type { SqlValue } from '../../../model/values.ts';
import type { Generator } from '../../generator.ts';
import { distinctValues } from './distinct-values.ts';

export interface ConstantWords {
  name: string;
  description: string;
}

/** `words` say why, where it is not the user's choice. */
export function createConstant(value: SqlValue, words?: ConstantWords): Generator {
  const shown = value === null ? 'NULL' : String(value);
  return {
    name: words?.name ?? 'constant',
    description: words?.description ?? `always ${shown}`,
    at: () => value,
    distinct: () => distinctValues([value]),
  };
}
