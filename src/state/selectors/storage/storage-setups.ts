// What the database would take with the indexes of one setup alone. Pure.
// The file holds all of them: what is off in a setup is taken away from the whole.
import {
  type Playground,
  type SetupLetter,
  setupLetter,
} from '../../../engine/model/playground.ts';
import type { StorageReport } from '../../../engine/model/storage/storage-report.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCount } from '../../../lib/format/format-count.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { signedBytes, signedPercent } from './byte-words.ts';
import { isIndexTree, type StorageTree } from './storage-trees.ts';

export interface SetupBytes {
  letter: SetupLetter;
  name: string;
  sizeBytes: number;
  /** '9.8 MB'. */
  size: string;
  /** '3.7 MB, 38 %', 'none'. */
  indexes: string;
  /** '+1.2 MB, +14 %'; null for the baseline. */
  difference: string | null;
  /** Of the largest setup, for bars: what is no index, and indexes. */
  tablesShare: number;
  indexesShare: number;
  explanation: string;
}

/** In the order of the bench. */
export function storageSetups(
  { pageSizeBytes, sizeBytes: wholeBytes }: StorageReport,
  trees: readonly StorageTree[],
  { setups }: Pick<Playground, 'setups'>,
): SetupBytes[] {
  const sizes = setups.map((_, position) => sizeOf(setupLetter(position)));
  const largest = Math.max(...sizes.map(({ sizeBytes }) => sizeBytes), 1);
  const [baseline] = sizes;

  function sizeOf(letter: SetupLetter) {
    const off = trees.filter(({ onIn }) => onIn !== null && !onIn.includes(letter));
    const on = trees.filter((tree) => !off.includes(tree));
    const sizeBytes = wholeBytes - totalOf(off);
    return { letter, sizeBytes, indexBytes: totalOf(on.filter(isIndexTree)), off: off.length };
  }

  return sizes.map(({ letter, sizeBytes, indexBytes, off }, position) => {
    const pages = formatCount(sizeBytes / pageSizeBytes);
    return {
      letter,
      name: setups[position]?.name ?? '',
      sizeBytes,
      size: formatBytes(sizeBytes),
      indexes:
        indexBytes === 0
          ? 'none'
          : `${formatBytes(indexBytes)}, ${formatPercent(indexBytes / sizeBytes)}`,
      difference: baseline && position > 0 ? differenceWords(baseline.sizeBytes, sizeBytes) : null,
      tablesShare: (sizeBytes - indexBytes) / largest,
      indexesShare: indexBytes / largest,
      explanation: `${formatCount(sizeBytes)} bytes, ${pages} pages: ${offWords(off, letter)}. Indexes of UNIQUE and PRIMARY KEY are in every setup.`,
    };
  });
}

function offWords(off: number, letter: SetupLetter): string {
  if (off === 0) return 'the whole file, of which nothing is off';
  return `the file without the ${formatCount(off)} of its trees that are off in ${letter}`;
}

function differenceWords(from: number, to: number): string {
  const percent = signedPercent(from, to);
  return to === from || percent === null
    ? signedBytes(to - from)
    : `${signedBytes(to - from)}, ${percent}`;
}

function totalOf(trees: readonly StorageTree[]): number {
  return trees.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
