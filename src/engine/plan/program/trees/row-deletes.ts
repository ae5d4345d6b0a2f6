// Which instructions take a row out, and which of them because a new row has its key (OR REPLACE).
// Keeps away from what else is done to the row.
import type { BTree, Instruction } from '../../../model/plan/program.ts';
import type { Cursors } from '../cursors.ts';

/** Delete with this flag in p2 (OPFLAG_ISNOOP) only tells hooks of a change; the Insert after it replaces. */
const tellsOnly = 0x40;

export function isDelete({ opcode, p2 }: Instruction): boolean {
  return opcode === 'Delete' && (p2 & tellsOnly) === 0;
}

/**
 * Jumps around what is done where a new row's key is taken (NotExists, NoConflict), if the row that
 * has it goes: it is deleted there, and none is put in before the jump's end. What stands between the
 * jump and its target is done for replaced rows alone.
 */
export function replacedRanges(
  instructions: readonly Instruction[],
  cursors: Cursors,
): Instruction[] {
  const treeOf = ({ address, p1 }: Instruction): BTree | null =>
    cursors.at(address, p1)?.tree ?? null;
  const filled = new Set(instructions.filter(isInsert).map(treeOf));
  return instructions.filter(({ opcode, address, p2 }) => {
    if (opcode !== 'NotExists' && opcode !== 'NoConflict') return false;
    const range = instructions.slice(address, Math.max(p2, address));
    const gone = range.find(
      (each) => (isDelete(each) || each.opcode === 'IdxDelete') && filled.has(treeOf(each)),
    );
    const tree = gone && treeOf(gone);
    return tree != null && !range.some((each) => isInsert(each) && treeOf(each) === tree);
  });
}

/** Whether the instruction stands between one of the jumps and its target. */
export function isWithin(ranges: readonly Instruction[], { address }: Instruction): boolean {
  return ranges.some((jump) => jump.address < address && jump.p2 > address);
}

function isInsert({ opcode }: Instruction): boolean {
  return opcode === 'Insert' || opcode === 'IdxInsert';
}
