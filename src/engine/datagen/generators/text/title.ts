// Titles of three words.
// The words by number stand in titles.ts.
import { capitalized } from '../../../../lib/format/capitalized.ts';
import type { Generator, Source } from '../../generator.ts';
import { titleCount, titleOf } from './titles.ts';

/** Three words such as 'Ample harbor festival'. */
export function createTitle(source: Source): Generator {
  const { stream } = source;
  const at = (number: number) => capitalized(titleOf(number));
  return {
    name: 'title',
    description: 'titles of three words',
    at: (row) => at(stream.below(row, titleCount)),
    distinct: (needed) => ({ size: Math.max(titleCount, needed), at, isOrdered: false }),
  };
}
