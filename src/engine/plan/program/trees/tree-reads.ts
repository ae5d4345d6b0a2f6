// Which tables and indexes a program reads, how it gets to their entries, and which columns it takes.
// Keeps away from what is written.
import type { BTree, Instruction } from '../../../model/plan/program.ts';
import type { TreeRead } from '../../../model/plan/program-facts.ts';
import type { Cursor, Cursors } from '../cursors.ts';
import { reachable } from '../flow/jumps.ts';
import { type FullScan, fullScansOf } from '../flow/loops.ts';
import { arrivalsOf, isLookup, lookupSources, rowidSources } from './lookups.ts';
import { treeLoops } from './tree-loops.ts';

const seeks = new Set(
  'SeekGE SeekGT SeekLE SeekLT SeekRowid NotExists Found NotFound NoConflict IfNoHope'.split(' '),
);
const wholeRecord = new Set(['RowData', 'RowCell']);

/**
 * Trees in the order in which they are opened, each once; those that are opened and not read are
 * left out, be it because a condition is always false. Looking whether a key is taken counts as a
 * seek.
 */
export function treeReads(instructions: readonly Instruction[], cursors: Cursors): TreeRead[] {
  const reads = new Map<BTree, TreeRead>();
  for (const { tree } of cursors.all) {
    if (tree && !reads.has(tree)) reads.set(tree, unread(tree));
  }
  const taken = new Map<BTree, Set<string>>();
  const take = (tree: BTree, columns: readonly (string | null)[]): void => {
    const own = taken.get(tree) ?? new Set();
    for (const column of columns) if (column !== null) own.add(column);
    taken.set(tree, own);
  };
  const used = new Set<TreeRead>();
  const use = (tree: BTree): TreeRead => {
    const read = reads.get(tree) ?? unread(tree);
    used.add(read);
    return read;
  };

  const reached = reachable(instructions);
  const arrivals = arrivalsOf(instructions, cursors);
  for (const instruction of instructions) {
    const { opcode, address, p1, p2 } = instruction;
    if (!reached.has(address)) continue;
    const cursor = cursors.at(address, opcode === 'RowCell' ? p2 : p1);
    const tree = cursor?.tree;
    if (!cursor || !tree) continue;
    if (seeks.has(opcode)) {
      const read = use(tree);
      read.seeks += 1;
      if (isLookup(instruction, instructions, cursors)) read.isLookedUp = true;
    } else if (opcode === 'Count') {
      use(tree).isCounted = true;
    } else if ((opcode === 'Rewind' || opcode === 'Last') && !cursor.isForWriting) {
      // INSERT INTO ... SELECT asks the table that it fills whether it is empty.
      use(tree);
    } else if (wholeRecord.has(opcode)) {
      use(tree);
      take(tree, tree.columns);
    } else if (opcode === 'Rowid' || opcode === 'IdxRowid') {
      for (const source of rowidSources(cursor, arrivals)) {
        use(source);
        take(source, ['rowid']);
      }
    } else if (opcode === 'Column') {
      for (const source of lookupSources(instruction, cursor, arrivals)) {
        const read = use(source.tree);
        take(source.tree, [source.tree.columns[source.place] ?? null]);
        if (source.isLookedUp) read.isLookedUp = true;
      }
    }
  }
  const scans = fullScansOf(instructions, cursors);
  addScans(scans, cursors, use);
  const loops = treeLoops(instructions, cursors, scans);
  return [...reads.entries()]
    .filter(([, read]) => used.has(read))
    .map(([tree, read]) => ({
      ...read,
      loops: loops(tree),
      columns: inOrder(tree, taken.get(tree)),
    }));
}

function addScans(
  scans: readonly FullScan[],
  cursors: Cursors,
  use: (tree: BTree) => TreeRead,
): void {
  for (const { end, cursor, mayStopEarly } of scans) {
    const tree: Cursor['tree'] = cursors.at(end, cursor)?.tree ?? null;
    if (!tree) continue;
    const read = use(tree);
    read.mayStopEarly = mayStopEarly && (read.mayStopEarly || !read.isFullScan);
    read.isFullScan = true;
  }
}

function unread({ table, index }: BTree): TreeRead {
  return {
    table,
    index,
    isFullScan: false,
    mayStopEarly: false,
    isCounted: false,
    seeks: 0,
    isLookedUp: false,
    loops: null,
    columns: [],
  };
}

/** In the order of the record; the rowid of a table, which no record of it holds, comes first. */
function inOrder({ columns }: BTree, taken: ReadonlySet<string> = new Set()): string[] {
  const stored = columns.filter((column) => column !== null);
  const rest = [...taken].filter((column) => !stored.includes(column));
  return [...rest, ...new Set(stored.filter((column) => taken.has(column)))];
}
