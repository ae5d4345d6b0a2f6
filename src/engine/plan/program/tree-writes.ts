// Which tables and indexes a program changes: the price of each index stands here.
// Keeps away from what is only read, and from what exists for the execution alone.
import type { BTree, Instruction } from '../../model/plan/program.ts';
import type { TreeWrite } from '../../model/plan/program-facts.ts';
import { type Cursors, treeAt } from './cursors.ts';

const inserting = new Set(['Insert', 'IdxInsert']);
const deleting = new Set(['Delete', 'IdxDelete']);

/** Delete with this flag in p2 (OPFLAG_ISNOOP) only tells hooks of a change; the Insert after it replaces. */
const tellsOnly = 0x40;

/** Trees in the order of their first change, each once. */
export function treeWrites(
  instructions: readonly Instruction[],
  cursors: Cursors,
  trees: readonly BTree[],
): TreeWrite[] {
  const writes = new Map<BTree, TreeWrite>();
  const of = (tree: BTree): TreeWrite => {
    const { table, index } = tree;
    const write = writes.get(tree) ?? { table, index, inserts: 0, deletes: 0, isCleared: false };
    writes.set(tree, write);
    return write;
  };
  for (const { opcode, address, p1, p2 } of instructions) {
    if (opcode === 'Clear') {
      const tree = treeAt(trees, p1, p2);
      if (tree) of(tree).isCleared = true;
      continue;
    }
    const tree = cursors.at(address, p1)?.tree;
    if (!tree) continue;
    if (inserting.has(opcode)) of(tree).inserts += 1;
    if (deleting.has(opcode) && !(opcode === 'Delete' && (p2 & tellsOnly) !== 0)) {
      of(tree).deletes += 1;
    }
  }
  return [...writes.values()];
}
