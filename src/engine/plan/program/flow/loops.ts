// The loops of a program: which instructions stand in them, which go over every entry of a tree, and
// which may end before. Keeps away from names and words.
import type { Instruction } from '../../../model/plan/program.ts';
import type { Cursors } from '../cursors.ts';
import { earlyEnds } from './early-ends.ts';
import { reachable } from './jumps.ts';

export interface Loop {
  /** Addresses of the first and the last instruction of its body. */
  first: number;
  last: number;
}

export interface FullScan {
  /** Address of Next or Prev. */
  end: number;
  /** Address of the instruction that goes to its first entry. */
  start: number;
  /** Number of the cursor. */
  cursor: number;
  mayStopEarly: boolean;
}

const nextRow = new Set(['Next', 'Prev', 'SorterNext', 'VNext']);
// A Goto back to one of these closes a loop: rows of a co-routine, of a set, of a recursion's queue.
const loopHeads = new Set(['Yield', 'RowSetRead', 'Rewind', 'Sort', 'SorterSort']);

/** Loops in the order of their ends. */
export function loopsOf(instructions: readonly Instruction[]): Loop[] {
  return instructions.flatMap((instruction): Loop[] => {
    const { opcode, p2, address } = instruction;
    if (p2 <= 0 || p2 > address) return [];
    if (nextRow.has(opcode)) return [{ first: p2, last: address - 1 }];
    const isHead = opcode === 'Goto' && loopHeads.has(instructions[p2]?.opcode ?? '');
    return isHead ? [{ first: p2 + 1, last: address - 1 }] : [];
  });
}

/**
 * Loops over every entry of a table or index: Next and Prev with p5 = 1, which SQLite sets where the
 * loop has no constraint (wherecode.c; SQLITE_STMTSTATUS_FULLSCAN_STEP counts them). One that cannot
 * be come to is none: MIN and MAX leave with the first row. With p5 = 3 an automatic index is filled;
 * the counter leaves that out, but every entry is read all the same.
 */
export function fullScansOf(instructions: readonly Instruction[], cursors: Cursors): FullScan[] {
  const scans: FullScan[] = [];
  const reached = reachable(instructions);
  const mayEndEarly = earlyEnds(instructions);
  const starts = new Map<number, number>();
  for (const { opcode, p1: cursor, p2, p5, address: end } of instructions) {
    if (opcode === 'Rewind' || opcode === 'Last') starts.set(cursor, end);
    if ((opcode !== 'Next' && opcode !== 'Prev') || (p5 & 1) === 0) continue;
    if (!cursors.at(end, cursor)?.tree || !reached.has(end)) continue;
    const start = starts.get(cursor) ?? p2;
    scans.push({ end, start, cursor, mayStopEarly: mayEndEarly(p2, end) });
  }
  return scans;
}

/**
 * True when each loop without constraint leaves with the first row that fits: a Goto out of the loop
 * stands right before its Next (where.c, the MIN/MAX optimization and EXISTS as a join).
 */
export function stopsAtFirstRow(instructions: readonly Instruction[]): boolean {
  return instructions.every(
    ({ opcode, p5, address }, place) =>
      p5 !== 1 ||
      (opcode !== 'Next' && opcode !== 'Prev') ||
      (address > 0 && instructions[place - 1]?.opcode === 'Goto'),
  );
}
