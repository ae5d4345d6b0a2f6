// The loops along one tree, told apart by their cursors, in the order of the plan's lines.
// Keeps away from names: which line is which loop is decided where lines are worded.
import type { BTree, Instruction } from '../../../model/plan/program.ts';
import type { TreeLoop } from '../../../model/plan/program-facts.ts';
import type { Cursor, Cursors } from '../cursors.ts';
import { reachable } from '../flow/jumps.ts';
import type { FullScan } from '../flow/loops.ts';
import { isLookup } from './lookups.ts';

const starts = new Set('Rewind Last SeekGE SeekGT SeekLE SeekLT SeekRowid NotExists'.split(' '));

/**
 * By tree. A loop's line is written while its cursor is opened and its start compiled, but what is
 * computed for the start (a subquery in a bound) is compiled in between: only where both orders agree
 * is it that of the lines. Where all loops are alike no order is needed.
 */
export function treeLoops(
  instructions: readonly Instruction[],
  cursors: Cursors,
  scans: readonly FullScan[],
): (tree: BTree) => TreeLoop[] | null {
  const reached = reachable(instructions);
  const started = new Map<Cursor, number>();
  for (const instruction of instructions) {
    const { opcode, address, p1 } = instruction;
    if (!starts.has(opcode) || !reached.has(address)) continue;
    const cursor = cursors.at(address, p1);
    if (!cursor?.tree || started.has(cursor) || isLookup(instruction, instructions, cursors))
      continue;
    started.set(cursor, address);
  }
  const full = new Map<Cursor, boolean>();
  for (const { end, cursor: number, mayStopEarly } of scans) {
    const cursor = cursors.at(end, number);
    if (cursor) full.set(cursor, mayStopEarly && (full.get(cursor) ?? true));
  }
  return (tree) => {
    const own = [...started].filter(([cursor]) => cursor.tree === tree);
    // By start, as the map was filled; by opening they may stand in another order.
    const isOrdered = own.every(
      ([{ openedAt }], place) => place === 0 || openedAt >= (own[place - 1]?.[0].openedAt ?? 0),
    );
    const loops = own.map(([cursor]) => ({
      isFullScan: full.has(cursor),
      mayStopEarly: full.get(cursor) ?? false,
    }));
    const [first] = loops;
    const areAlike = loops.every(
      ({ isFullScan, mayStopEarly }) =>
        isFullScan === first?.isFullScan && mayStopEarly === first.mayStopEarly,
    );
    return isOrdered || areAlike ? loops : null;
  };
}
