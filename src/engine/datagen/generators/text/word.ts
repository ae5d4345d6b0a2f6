// Single words.
// Several of them stand in words.ts and sentences.ts.
import type { Generator, Source } from '../../generator.ts';
import pools from '../../pools/words.json';
import { slugOf, titleCount } from './titles.ts';

const { nouns } = pools;

/** Single nouns, all alike; where more must differ than there are, three joined by hyphens. */
export function createWord(source: Source): Generator {
  const { stream } = source;
  return {
    name: 'word',
    description: `${nouns.length} words`,
    at: (row) => nouns[stream.below(row, nouns.length)] ?? '',
    distinct: (needed) =>
      needed <= nouns.length
        ? { size: nouns.length, at: (number) => nouns[number] ?? '', isOrdered: false }
        : { size: Math.max(titleCount, needed), at: slugOf, isOrdered: false },
  };
}
