// One of a list of values, the first ones more frequent.
import type { SqlValue } from '../../model/values.ts';
import type { Generator, Source } from '../generator.ts';
import { createChooser, fallingWeights } from '../skew.ts';

export interface ChoiceWords {
  name: string;
  description: string;
}

/** How uneven a choice is: the flatness of fallingWeights, or all alike. */
export type Evenness = number | 'even';

/** One of the values; `evenness` 3 makes the first about seven times as frequent as the 24th. */
export function createChoice(
  source: Source,
  words: ChoiceWords,
  values: readonly SqlValue[],
  evenness: Evenness = 'even',
): Generator {
  const { stream } = source;
  const weights =
    evenness === 'even' ? values.map(() => 1) : fallingWeights(values.length, evenness);
  const chooser = createChooser(weights);
  return {
    ...words,
    at: (row) => values[chooser.pick(stream.bits(row))] ?? null,
    distinct: () => distinctValues(values),
  };
}

function distinctValues(values: readonly SqlValue[]) {
  const once = [...new Set(values)];
  return { size: once.length, at: (number: number) => once[number] ?? null, isOrdered: false };
}

/** The same value in every row. */
export function createConstant(value: SqlValue, words: ChoiceWords): Generator {
  return { ...words, at: () => value, distinct: () => distinctValues([value]) };
}

/** A flag: 1 in the given share of the rows, else 0. */
export function createFlag(source: Source, share: number): Generator {
  const { stream } = source;
  return {
    name: 'flag',
    description: `1 in ${Math.floor(share * 100 + 0.5)} % of the rows, else 0`,
    at: (row) => (stream.unit(row) < share ? 1 : 0),
    distinct: () => distinctValues([0, 1]),
  };
}
