// Addresses on the web, at a domain that is reserved for examples (RFC 2606).
// The words by number stand in titles.ts.
import type { Generator, Source } from '../../generator.ts';
import { slugOf, titleCount } from './titles.ts';

/** 'https://example.com/ample-harbor-festival'. */
export function createUrl(source: Source): Generator {
  const { stream } = source;
  const at = (number: number) => `https://example.com/${slugOf(number)}`;
  return {
    name: 'web address',
    description: 'web addresses at example.com',
    at: (row) => at(stream.below(row, titleCount)),
    distinct: (needed) => ({ size: Math.max(titleCount, needed), at, isOrdered: false }),
  };
}
