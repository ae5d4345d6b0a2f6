// Which tables and indexes a program changes: the price of each index stands here.
// Keeps away from what is only read, and from what exists for the execution alone.
import type { BTree, Instruction } from '../../../model/plan/program.ts';
import type { TreeWrite } from '../../../model/plan/program-facts.ts';
import { type Cursors, treeAt } from '../cursors.ts';
import { isDelete, isWithin, replacedRanges } from './row-deletes.ts';

const inserting = new Set(['Insert', 'IdxInsert']);

/** Trees in the order of their first change, each once. */
export function treeWrites(
  instructions: readonly Instruction[],
  cursors: Cursors,
  trees: readonly BTree[],
): TreeWrite[] {
  const writes = new Map<BTree, TreeWrite>();
  const of = (tree: BTree): TreeWrite => {
    const { table, index } = tree;
    const write = writes.get(tree) ?? {
      table,
      index,
      inserts: 0,
      deletes: 0,
      replacements: 0,
      isCleared: false,
    };
    writes.set(tree, write);
    return write;
  };
  const replaced = replacedRanges(instructions, cursors);
  for (const instruction of instructions) {
    const { opcode, address, p1, p2 } = instruction;
    if (opcode === 'Clear') {
      const tree = treeAt(trees, p1, p2);
      if (tree) of(tree).isCleared = true;
      continue;
    }
    const tree = cursors.at(address, p1)?.tree;
    if (!tree) continue;
    if (inserting.has(opcode)) of(tree).inserts += 1;
    if (!isDelete(instruction) && opcode !== 'IdxDelete') continue;
    if (isWithin(replaced, instruction)) of(tree).replacements += 1;
    else of(tree).deletes += 1;
  }
  return [...writes.values()];
}
