// What indexes add to a row in counts: a sentence for an operation. Pure.
import type { WriteCounters } from '../../../../engine/model/writes/writes.ts';
import { againstWords, isSameWork, perRow, stepsAndPages, workDifference } from './work-words.ts';

export interface SetWork {
  /** 'an insert'. */
  what: string;
  rows: number;
  /** Without an index, and with all. */
  without: WriteCounters;
  all: WriteCounters;
  /** 'both indexes'. */
  indexes: string;
  /** Whether times tell them apart. */
  isTold: boolean;
}

/**
 * 'Counted: an insert takes 22 VM steps and 0.013 pages without an index, 30 and 0.031 with both
 * indexes: 1.36× the VM steps, 2.4× the pages.'
 */
export function setWorkSentence({ what, rows, without, all, indexes, isTold }: SetWork): string {
  const start = `Counted: ${what} takes ${stepsAndPages(without, rows)}`;
  if (isSameWork(without, all)) {
    return `${start} without an index and exactly the same with ${indexes}.`;
  }
  const difference = workDifference(all, without);
  const told = isTold || !difference ? '' : `${difference} all the same, `;
  const steps = againstWords(all.vmSteps, without.vmSteps, 'VM steps');
  const pages = againstWords(all.pagesWritten, without.pagesWritten, 'pages');
  const withAll = `${perRow(all.vmSteps, rows)} and ${perRow(all.pagesWritten, rows)} with ${indexes}`;
  return `${start} without an index, ${withAll}: ${told}${steps}, ${pages}.`;
}
