// The size of tables in words, with the way it was reckoned.
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import type { SizeEstimate } from './table-sizes.ts';

export interface SizeWords {
  text: string;
  explanation: string;
  /** More than a page can be relied on to hold. */
  isTooLarge: boolean;
}

/** WebAssembly has 4 GB at most; indexes, sorting and a copy for export need room besides. */
const largeBytes = 1_500_000_000;

const bases = {
  measured:
    'Rows times bytes per row, as measured in the database that is built; where it has several tables, shared among them by the length of their first rows.',
  guess:
    'A rough guess: rows times the length of the first rows in SQLite’s file format. Generate the data once, and it is reckoned from what was measured.',
};

export function sizeWords({ bytes, basis }: SizeEstimate): SizeWords {
  const isTooLarge = bytes > largeBytes;
  const warning = isTooLarge ? ' More than this page’s memory can be relied on to hold.' : '';
  return {
    text: `${basis === 'measured' ? '≈' : 'roughly'} ${formatBytes(bytes)}`,
    explanation: `${bases[basis]} Without the indexes of the bench.${warning}`,
    isTooLarge,
  };
}
