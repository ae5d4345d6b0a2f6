// Words joined by hyphens, as they stand in web addresses.
// The words by number stand in titles.ts.
import type { Generator, Source } from '../../generator.ts';
import { slugOf, titleCount } from './titles.ts';

/** 'ample-harbor-festival'. */
export function createSlug(source: Source): Generator {
  const { stream } = source;
  return {
    name: 'slug',
    description: 'words joined by hyphens',
    at: (row) => slugOf(stream.below(row, titleCount)),
    distinct: (needed) => ({ size: Math.max(titleCount, needed), at: slugOf, isOrdered: false }),
  };
}
