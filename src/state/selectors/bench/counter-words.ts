// The work counters of a cell in words: the short figure, and the sentence that says all of them.
// Decides nothing; they are counted by the official build of SQLite.
import type { Counters } from '../../../engine/model/counters/counters.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';

export interface CounterWords {
  /** '400,601 steps' */
  steps: string;
  /** All counters, how they were obtained, and what steps are not. */
  tip: string;
}

/** `isCached`: the setup has a result cache, which the counters do not know. */
export function counterWords(counters: Counters, isCached: boolean): CounterWords {
  const all = [
    formatCountOf(counters.vmSteps, 'VM step'),
    formatCountOf(counters.fullScanSteps, 'full-scan step'),
    formatCountOf(counters.sorts, 'sort'),
    `${formatCountOf(counters.autoIndexRows, 'row')} put into automatic indexes`,
    `${formatCountOf(counters.filterHits, 'lookup')} spared by Bloom filters and ${formatCount(counters.filterMisses)} not`,
    `${formatCountOf(counters.pageMisses, 'page read', 'page reads')} and ${formatCount(counters.pageHits)} found in the page cache`,
    formatCountOf(counters.rows, 'row'),
  ];
  const sentences = [
    `${all.join(', ')}.`,
    'One execution with the first drawn values, counted by SQLite’s official build on the same data; deterministic: the same on every machine.',
    'VM steps are not time: half a table read through an index can take fewer steps than a scan, and more time.',
    ...(isCached ? ['This is the work of a miss: a hit of the result cache takes none.'] : []),
  ];
  return {
    steps: formatCountOf(counters.vmSteps, 'step'),
    tip: sentences.join(' '),
  };
}
