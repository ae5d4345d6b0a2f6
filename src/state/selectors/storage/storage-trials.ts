// The database as it is beside what VACUUM made of its copies, figure by figure. Pure.
import type { StorageReport } from '../../../engine/model/storage/storage-report.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCount } from '../../../lib/format/format-count.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { exactBytes, pageSizeWords, signedBytes, signedPercent } from './byte-words.ts';

export interface TrialCell {
  text: string;
  /** Against the present: '−2 %'; null where there is none. */
  difference: string | null;
  isLess: boolean;
  title: string | null;
}

export interface TrialRow {
  label: string;
  /** A figure of the whole, or a tree. */
  kind: 'whole' | 'tree';
  /** How its figures were obtained. */
  explanation: string;
  /** The present first, then each trial. */
  cells: TrialCell[];
}

export interface TrialTable {
  /** Page sizes of the trials, in order. */
  sizes: { pageSizeBytes: number; label: string }[];
  presentLabel: string;
  rows: TrialRow[];
  /** What they say together. */
  words: string;
}

/** Null without trials. */
export function storageTrials(
  present: StorageReport,
  trials: Readonly<Record<number, StorageReport>>,
): TrialTable | null {
  const made = Object.values(trials).sort((a, b) => a.pageSizeBytes - b.pageSizeBytes);
  if (made.length === 0) return null;
  const reports = [present, ...made];
  const whole = (
    label: string,
    explanation: string,
    cellOf: (report: StorageReport) => TrialCell,
  ): TrialRow => ({ label, kind: 'whole', explanation, cells: reports.map(cellOf) });
  return {
    sizes: made.map(({ pageSizeBytes }) => ({
      pageSizeBytes,
      label: pageSizeWords(pageSizeBytes),
    })),
    presentLabel: pageSizeWords(present.pageSizeBytes),
    rows: [
      whole('Whole file', 'Its pages times the page size, against the present.', (report) =>
        bytesCell(report, present),
      ),
      whole('Pages', 'PRAGMA page_count.', ({ pages }) => plainCell(formatCount(pages))),
      whole('Fill', 'The share of the pages of all trees that holds something.', (report) =>
        plainCell(formatPercent(fillOf(report))),
      ),
      whole('Free pages', 'PRAGMA freelist_count: pages of no tree.', ({ freePages }) =>
        plainCell(formatCount(freePages)),
      ),
      whole('Overflow pages', 'Pages with the rest of rows too long for one.', (report) =>
        plainCell(formatCount(overflowOf(report))),
      ),
      ...treeRows(present, reports),
    ],
    words: trialWords(present, made),
  };
}

/** The largest first. */
function treeRows(present: StorageReport, reports: readonly StorageReport[]): TrialRow[] {
  return [...present.trees]
    .sort((a, b) => b.sizeBytes - a.sizeBytes)
    .map(({ name, ...now }) => ({
      label: name,
      kind: 'tree' as const,
      explanation: 'Bytes of its tree, all of its pages (dbstat), against the present.',
      cells: reports.map((report) => {
        const tree = report.trees.find((each) => each.name === name);
        return tree ? bytesCell(tree, now) : plainCell('–');
      }),
    }));
}

function bytesCell(
  { sizeBytes, pages }: Pick<StorageReport, 'sizeBytes' | 'pages'>,
  present: Pick<StorageReport, 'sizeBytes'>,
): TrialCell {
  const isSame = sizeBytes === present.sizeBytes;
  return {
    text: formatBytes(sizeBytes),
    difference: isSame ? null : signedPercent(present.sizeBytes, sizeBytes),
    isLess: sizeBytes < present.sizeBytes,
    title: `${exactBytes(sizeBytes, pages)}${isSame ? '' : `, ${signedBytes(sizeBytes - present.sizeBytes)}`}`,
  };
}

function plainCell(text: string): TrialCell {
  return { text, difference: null, isLess: false, title: null };
}

function fillOf({ trees }: StorageReport): number {
  const unused = trees.reduce((sum, { unusedBytes }) => sum + unusedBytes, 0);
  const bytes = trees.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return bytes === 0 ? 1 : 1 - unused / bytes;
}

function overflowOf({ trees }: StorageReport): number {
  return trees.reduce((sum, { overflowPages }) => sum + overflowPages, 0);
}

/** Smaller by less than this is no reason to do it. */
const worthwhile = 0.02;

function trialWords(present: StorageReport, trials: readonly StorageReport[]): string {
  const [smallest] = [...trials].sort((a, b) => a.sizeBytes - b.sizeBytes);
  if (!smallest) return '';
  const { pageSizeBytes } = smallest;
  const how =
    pageSizeBytes === present.pageSizeBytes
      ? 'VACUUM at the present page size'
      : `VACUUM to pages of ${pageSizeWords(pageSizeBytes)}`;
  const now = `the ${formatBytes(present.sizeBytes)} now`;
  const less = present.sizeBytes - smallest.sizeBytes;
  const share = less / present.sizeBytes;
  if (less < 0) {
    const more = `${formatBytes(-less)} more than ${now}`;
    return trials.length === 1
      ? `${how} makes the file larger: ${more}.`
      : `Each of these makes the file larger, pages of ${pageSizeWords(pageSizeBytes)} the least: ${more}.`;
  }
  if (less === 0) return `${how} changes nothing: as many bytes as ${now}.`;
  if (share < worthwhile) return `${how} changes little: ${formatBytes(less)} less than ${now}.`;
  return `${how} would save ${formatPercent(share)}: ${formatBytes(smallest.sizeBytes)} in place of ${formatBytes(present.sizeBytes)}.`;
}
