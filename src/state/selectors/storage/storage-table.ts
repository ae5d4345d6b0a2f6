// The table "Tables and indexes": each tree in words, sorted as asked. Pure.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { exactBytes, pageSizeWords } from './byte-words.ts';
import type { StorageTree } from './storage-trees.ts';

export type TreeColumn =
  | 'name'
  | 'bytes'
  | 'share'
  | 'pages'
  | 'leaf'
  | 'interior'
  | 'overflow'
  | 'fill'
  | 'entries'
  | 'perLeaf'
  | 'depth'
  | 'perEntry';

export interface TreeSort {
  column: TreeColumn;
  isDescending: boolean;
}

export interface TreeHead {
  column: TreeColumn;
  label: string;
  /** How its figures were obtained. */
  explanation: string;
}

export interface TreeCell {
  column: TreeColumn;
  text: string;
  /** The exact figure, or more of it. */
  title: string | null;
  /** Worth a look: overflow pages, pages that are half empty. */
  isNotable: boolean;
}

export interface TreeRow {
  name: string;
  /** 'table', 'index of orders, on in B and C'. */
  role: string;
  isIndex: boolean;
  /** Of the whole, for a bar. */
  share: number;
  cells: TreeCell[];
}

export const treeHeads: readonly TreeHead[] = [
  {
    column: 'name',
    label: 'Name',
    explanation: 'Every b-tree of the file, as sqlite_schema names it; each page belongs to one.',
  },
  {
    column: 'bytes',
    label: 'Bytes',
    explanation: 'Its pages times the page size (dbstat.pgsize).',
  },
  { column: 'share', label: 'Share', explanation: 'Its bytes over those of the whole file.' },
  { column: 'pages', label: 'Pages', explanation: 'All pages of its tree, counted by dbstat.' },
  {
    column: 'leaf',
    label: 'Leaf',
    explanation: 'Pages at the bottom of the tree, where rows and entries are.',
  },
  {
    column: 'interior',
    label: 'Interior',
    explanation:
      'Pages that lead to others. Those of an index hold entries too; those of a table only row ids.',
  },
  {
    column: 'overflow',
    label: 'Overflow',
    explanation: 'Pages that hold the rest of rows and entries too long for one page.',
  },
  {
    column: 'fill',
    label: 'Fill',
    explanation: 'The share of its pages that holds something: 1 − unused bytes / bytes.',
  },
  {
    column: 'entries',
    label: 'Rows',
    explanation:
      'Rows of a table, entries of an index: the cells of its leaf pages, and for an index or a table WITHOUT ROWID those of its interior pages.',
  },
  {
    column: 'perLeaf',
    label: 'Per leaf',
    explanation:
      'Rows or entries on a leaf page, on average: the more, the fewer pages a scan reads.',
  },
  {
    column: 'depth',
    label: 'Depth',
    explanation: 'Levels from the root to a leaf: pages that finding one row reads.',
  },
  {
    column: 'perEntry',
    label: 'Bytes/row',
    explanation: 'Its bytes over its rows or entries, with all headers and empty space.',
  },
];

/** What each column is sorted by. */
function figureOf(tree: StorageTree, column: TreeColumn): number | string {
  switch (column) {
    case 'name':
      return tree.name.toLowerCase();
    case 'bytes':
    case 'share':
      return tree.sizeBytes;
    case 'pages':
      return tree.pages;
    case 'leaf':
      return tree.leafPages;
    case 'interior':
      return tree.interiorPages;
    case 'overflow':
      return tree.overflowPages;
    case 'fill':
      return tree.fill;
    case 'entries':
      return tree.entries;
    case 'perLeaf':
      return tree.entriesPerLeaf;
    case 'depth':
      return tree.depth;
    case 'perEntry':
      return tree.entries === 0 ? 0 : tree.sizeBytes / tree.entries;
    default:
      return assertNever(column);
  }
}

/** The rows of the table. Equal ones stay in the order of the report. */
export function treeRows(
  trees: readonly StorageTree[],
  wholeBytes: number,
  { column, isDescending }: TreeSort,
): TreeRow[] {
  const sorted = trees
    .map((tree) => ({ tree, figure: figureOf(tree, column) }))
    .sort((a, b) => (a.figure < b.figure ? -1 : a.figure > b.figure ? 1 : 0));
  if (isDescending) sorted.reverse();
  return sorted.map(({ tree }) => ({
    name: tree.name,
    role: roleWords(tree),
    isIndex: tree.kind === 'index',
    share: wholeBytes === 0 ? 0 : tree.sizeBytes / wholeBytes,
    cells: cellsOf(tree, wholeBytes),
  }));
}

/** Pages that are emptier than this are worth a look, if there are some of them. */
const lowFill = 0.75;
const fewestPages = 8;

/** Whether its pages have been split and never filled again. */
export function isHollow({ fill, pages }: Pick<StorageTree, 'fill' | 'pages'>): boolean {
  return fill < lowFill && pages >= fewestPages;
}

function cellsOf(tree: StorageTree, wholeBytes: number): TreeCell[] {
  const { sizeBytes, pages, entries } = tree;
  const plain = (column: TreeColumn, text: string, title: string | null = null): TreeCell => ({
    column,
    text,
    title,
    isNotable: false,
  });
  const noun = entryNoun(tree);
  return [
    plain('bytes', formatBytes(sizeBytes), exactBytes(sizeBytes, pages)),
    plain('share', formatPercent(sizeBytes / wholeBytes, 1)),
    plain('pages', formatCount(pages)),
    plain('leaf', formatCount(tree.leafPages)),
    plain('interior', formatCount(tree.interiorPages)),
    {
      column: 'overflow',
      text: formatCount(tree.overflowPages),
      title: `The longest ${noun} has ${formatBytes(tree.largestPayloadBytes)}`,
      isNotable: tree.overflowPages > 0,
    },
    {
      column: 'fill',
      text: formatPercent(tree.fill),
      title: `${formatBytes(tree.unusedBytes)} hold nothing`,
      isNotable: isHollow(tree),
    },
    plain('entries', formatCount(entries), formatCountOf(entries, noun, pluralOf(noun))),
    plain('perLeaf', entries === 0 ? '–' : averageText(tree.entriesPerLeaf)),
    plain('depth', formatCount(tree.depth)),
    plain('perEntry', entries === 0 ? '–' : averageText(sizeBytes / entries)),
  ];
}

function entryNoun({ kind }: StorageTree): string {
  return kind === 'index' ? 'entry' : 'row';
}

function pluralOf(noun: string): string {
  return noun === 'entry' ? 'entries' : `${noun}s`;
}

function averageText(average: number): string {
  return average < 10 ? String(Number(average.toFixed(1))) : formatCount(average);
}

/** What a tree is, in words. */
export function roleWords({ role, table, group, isWithoutRowid, onIn }: StorageTree): string {
  switch (role) {
    case 'table':
      return isWithoutRowid ? 'table WITHOUT ROWID' : 'table';
    case 'index':
      return `index of ${table}, ${switchedWords(onIn)}`;
    case 'fixed-index':
      return `index of ${table}, of the schema: always on`;
    case 'constraint':
      return `UNIQUE or PRIMARY KEY of ${table}`;
    case 'virtual':
      return `part of the virtual table ${group}`;
    case 'internal':
      return 'SQLite’s own';
    default:
      return assertNever(role);
  }
}

function switchedWords(onIn: StorageTree['onIn']): string {
  return onIn === null || onIn.length === 0 ? 'off in every setup' : `on in ${formatList(onIn)}`;
}

/** '2,394 pages of 4,096 bytes'. */
export function pagesWords(pages: number, pageSizeBytes: number): string {
  return `${formatCountOf(pages, 'page')} of ${pageSizeWords(pageSizeBytes)}`;
}
