// Counted work in words: a row's share, and one count against another. Equal is said of equal counts
// alone; never "faster": a count is no time. Pure.
import type { WriteCounters } from '../../../../engine/model/writes/writes.ts';
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatRatio } from '../../../../lib/format/format-ratio.ts';
import { howCounted } from './counted-work.ts';

/** A figure of a cell: what stands in it, and how it came about. */
export interface CountedFigure {
  /** '22 VM steps, 0.013 pages'. */
  text: string;
  explanation: string;
}

/** Of one of so many rows; with 1 of all of the run. */
export function countedFigure(work: WriteCounters, rows: number): CountedFigure {
  const { vmSteps, pagesWritten } = work;
  const all = `${formatCountOf(vmSteps, 'VM step')} and ${formatCountOf(pagesWritten, 'page')} written`;
  return {
    text: stepsAndPages(work, rows, ', '),
    explanation: `${all} in one run${rows === 1 ? '' : ` of ${formatCountOf(rows, 'row')}`}. ${howCounted}`,
  };
}

/** '22 VM steps and 0.013 pages' of each of so many rows. */
export function stepsAndPages(
  { vmSteps, pagesWritten }: WriteCounters,
  rows: number,
  joint = ' and ',
): string {
  const steps = perRow(vmSteps, rows);
  const pages = perRow(pagesWritten, rows);
  return `${steps} ${steps === '1' ? 'VM step' : 'VM steps'}${joint}${pages} ${pages === '1' ? 'page' : 'pages'}`;
}

/**
 * A row's share with three digits at most, whole where what is left over belongs to the statement
 * and not to its rows: '22', '23.4', '0.013', '1,200'.
 */
export function perRow(total: number, rows: number): string {
  const share = total / rows;
  const size = Math.abs(share);
  const sign = share < 0 ? '−' : '';
  if (rows === 1 || size >= 100) return formatCount(share);
  if (size >= 1) return `${sign}${Number(size.toFixed(size >= 10 ? 1 : 2))}`;
  return `${sign}${Number(size.toPrecision(2))}`;
}

/** Whether both took exactly as much. */
export function isSameWork(one: WriteCounters, other: WriteCounters): boolean {
  return one.vmSteps === other.vmSteps && one.pagesWritten === other.pagesWritten;
}

/** 'more work', 'less work'; null where they are the same, or one count is more and the other less. */
export function workDifference(
  one: WriteCounters,
  other: WriteCounters,
): 'more work' | 'less work' | null {
  const steps = Math.sign(one.vmSteps - other.vmSteps);
  const pages = Math.sign(one.pagesWritten - other.pagesWritten);
  const sum = steps + pages;
  if (steps * pages < 0 || sum === 0) return null;
  return sum > 0 ? 'more work' : 'less work';
}

/** One count against another: '1.36× the VM steps', 'the same VM steps'. */
export function againstWords(one: number, other: number, noun: string): string {
  if (one === other) return `the same ${noun}`;
  const factor = other === 0 ? null : factorOf(one, other);
  return factor === null
    ? `${formatCount(one)} ${noun} against ${formatCount(other)}`
    : `${factor}× the ${noun}`;
}

/** '1.36'; null where two digits behind the point do not tell it from 1. */
export function factorOf(one: number, other: number): string | null {
  const factor = formatRatio(one / other);
  return factor === '1.00' ? null : factor;
}
