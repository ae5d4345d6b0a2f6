// The trees as blocks of a map, and what belongs to no tree. Pure.
import type { StorageReport } from '../../../engine/model/storage/storage-report.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { roleWords } from './storage-table.ts';
import type { StorageTree } from './storage-trees.ts';

export interface StorageBlock {
  name: string;
  /** Blocks of a group lie together: a table and its indexes. */
  group: string;
  kind: 'table' | 'index' | 'free';
  sizeBytes: number;
  /** What it is. */
  role: string;
  /** '300 pages, 92 % full'. */
  pages: string;
}

/** One block a tree, and one for free pages where there are some. */
export function storageBlocks(
  { freePages, pageSizeBytes }: StorageReport,
  trees: readonly StorageTree[],
): StorageBlock[] {
  const blocks = trees.map(
    (tree): StorageBlock => ({
      name: tree.name,
      group: tree.group,
      kind: tree.kind,
      sizeBytes: tree.sizeBytes,
      role: roleWords(tree),
      pages: `${formatCountOf(tree.pages, 'page')}, ${formatPercent(tree.fill)} full`,
    }),
  );
  if (freePages === 0) return blocks;
  const free: StorageBlock = {
    name: 'free pages',
    group: 'free pages',
    kind: 'free',
    sizeBytes: freePages * pageSizeBytes,
    role: 'of no tree: VACUUM gives them back',
    pages: formatCountOf(freePages, 'page'),
  };
  return [...blocks, free];
}
