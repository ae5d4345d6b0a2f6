// What a reading says, in sentences: how much is indexes, what is empty, what overflows. Pure.
import type { StorageReport } from '../../../engine/model/storage/storage-report.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import type { FindingView } from '../schema/findings-view.ts';
import { isHollow, pagesWords } from './storage-table.ts';
import { isIndexTree, type StorageTree } from './storage-trees.ts';

export interface StorageFact {
  text: string;
  /** How it was obtained, or what can be done. */
  explanation: string;
}

/** At most this many trees have a sentence of a kind; the table shows the others. */
const mostNamed = 3;

/** The most important first. `findings` are those of the schema as the setups stand. */
export function storageFacts(
  report: StorageReport,
  trees: readonly StorageTree[],
  findings: readonly FindingView[],
): StorageFact[] {
  return [
    wholeFact(report, trees),
    ...heavyTableFacts(trees),
    ...overflowFacts(trees),
    ...repeatedFacts(trees, findings),
    ...fillFacts(report, trees),
    ...freeFacts(report, trees),
  ];
}

/** 'Indexes take 38 % of 9.8 MB'. */
function wholeFact(
  { sizeBytes, pages, pageSizeBytes }: StorageReport,
  trees: readonly StorageTree[],
) {
  const indexes = trees.filter(isIndexTree);
  const bytes = totalOf(indexes);
  const whole = formatBytes(sizeBytes);
  return {
    text:
      indexes.length === 0
        ? `${whole}, and no index among it.`
        : `Indexes take ${formatPercent(bytes / sizeBytes)} of ${whole}: ${formatBytes(bytes)} in ${formatCountOf(indexes.length, 'index', 'indexes')}.`,
    explanation: `The file has ${pagesWords(pages, pageSizeBytes)}. All indexes of the bench are built in it, whether a setup has them on or not, and those of UNIQUE and PRIMARY KEY.`,
  };
}

/** Tables whose indexes weigh more than they do. */
function heavyTableFacts(trees: readonly StorageTree[]): StorageFact[] {
  const tables = trees.filter(({ kind, role }) => kind === 'table' && role === 'table');
  return tables
    .map((table) => {
      const indexes = trees.filter((tree) => isIndexTree(tree) && tree.table === table.name);
      return { table, indexes, bytes: totalOf(indexes) };
    })
    .filter(({ table, bytes }) => bytes > table.sizeBytes && table.pages >= 8)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, mostNamed)
    .map(({ table, indexes, bytes }) => ({
      text: `The ${formatCountOf(indexes.length, 'index', 'indexes')} of ${table.name} ${indexes.length === 1 ? 'takes' : 'take'} more than its rows: ${formatBytes(bytes)} beside ${formatBytes(table.sizeBytes)}.`,
      explanation:
        'An index repeats its columns and the row’s key for every row. Narrow columns, fewer of them, or a partial index (WHERE) make it smaller.',
    }));
}

function overflowFacts(trees: readonly StorageTree[]): StorageFact[] {
  return trees
    .filter(({ overflowPages }) => overflowPages > 0)
    .sort((a, b) => b.overflowPages - a.overflowPages)
    .slice(0, mostNamed)
    .map((tree) => ({
      text: `${formatPercent(tree.overflowPages / tree.pages)} of the pages of ${tree.name} are overflow pages: ${tree.kind === 'index' ? 'entries are' : 'rows are'} longer than a page takes.`,
      explanation: `The longest has ${formatBytes(tree.largestPayloadBytes)}. Reading it follows a chain of pages. A larger page size or a table of its own for the long column changes that: try it with VACUUM.`,
    }));
}

/** What the schema's findings say of indexes that repeat others, with what that takes. */
function repeatedFacts(
  trees: readonly StorageTree[],
  findings: readonly FindingView[],
): StorageFact[] {
  const repeated = findings.filter(({ repeatedIndex }) => repeatedIndex !== undefined);
  return repeated.slice(0, mostNamed).flatMap(({ message, reason, repeatedIndex }) => {
    const tree = trees.find(({ name }) => name === repeatedIndex);
    if (!tree) return [];
    return [
      {
        text: `${message.replace(/\.$/, '')}: ${formatBytes(tree.sizeBytes)}.`,
        explanation: reason,
      },
    ];
  });
}

function fillFacts(
  { sizeBytes, freePages, pageSizeBytes }: StorageReport,
  trees: readonly StorageTree[],
) {
  const unused = trees.reduce((sum, tree) => sum + tree.unusedBytes, 0);
  const used = sizeBytes - freePages * pageSizeBytes;
  const hollow = trees.filter(isHollow).sort((a, b) => b.unusedBytes - a.unusedBytes);
  const facts: StorageFact[] = [
    {
      text: `The file’s pages are ${formatPercent(1 - unused / used)} full: ${formatBytes(unused)} hold nothing.`,
      explanation:
        'The sum of dbstat.unused. Some space stays at the end of every page; a tiny table takes a whole page.',
    },
  ];
  const named = hollow
    .slice(0, mostNamed)
    .map(({ name, fill }) => `${name} ${formatPercent(fill)}`);
  if (named.length > 0) {
    const others = hollow.length - named.length;
    const rest = others > 0 ? [`${formatCountOf(others, 'other')}`] : [];
    facts.push({
      text: `Far from full: ${formatList([...named, ...rest])}.`,
      explanation:
        'Entries that come in no order split pages in two, each half full; deleted rows leave holes. VACUUM writes the trees anew.',
    });
  }
  return facts;
}

function freeFacts(
  { sizeBytes, pages, freePages, pageSizeBytes }: StorageReport,
  trees: readonly StorageTree[],
): StorageFact[] {
  const facts: StorageFact[] = [];
  if (freePages > 0) {
    const bytes = freePages * pageSizeBytes;
    facts.push({
      text: `${formatCountOf(freePages, 'page')} ${freePages === 1 ? 'is' : 'are'} free: ${formatBytes(bytes)}, ${formatPercent(bytes / sizeBytes)} of the file.`,
      explanation:
        'They belonged to rows or indexes that are gone (PRAGMA freelist_count). New rows will use them; VACUUM gives them back.',
    });
  }
  const others = pages - freePages - trees.reduce((sum, tree) => sum + tree.pages, 0);
  if (others > 0) {
    facts.push({
      text: `${formatCountOf(others, 'page')} ${others === 1 ? 'belongs' : 'belong'} to no tree.`,
      explanation:
        'Pages that say where others are moved from (auto_vacuum), or that SQLite leaves out at 1 GB.',
    });
  }
  return facts;
}

function totalOf(trees: readonly StorageTree[]): number {
  return trees.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
