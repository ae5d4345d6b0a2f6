// Where the instructions of a program may go on: jumps, and whether the next one is reached.
// The operands' meanings are those of https://sqlite.org/opcode.html.
import type { Instruction } from '../../../model/plan/program.ts';

// Their second operand is an address, or 0 for "no jump".
const jumpsByP2 = new Set(
  [
    'Init Goto Gosub InitCoroutine Yield MustBeInt Once If IfNot IsType IfNullRow',
    'SeekLT SeekLE SeekGE SeekGT SeekScan IfNoHope NoConflict NotFound Found SeekRowid NotExists',
    'Last IfSizeBetween SorterSort Sort Rewind IfEmpty SorterNext Prev Next',
    'IdxLE IdxGT IdxLT IdxGE IFindKey RowSetRead RowSetTest Program FkIfZero IsNull NotNull',
    'Ne Eq Gt Le Lt Ge ElseEq IfPos IfNotZero DecrJumpZero IncrVacuum VFilter VNext Filter',
    'SequenceTest SorterCompare IfNotOpen',
  ].flatMap((names) => names.split(' ')),
);

const neverGoesOn = new Set(['Goto', 'Halt', 'EndCoroutine', 'Jump']);

/** Addresses of the same program that the instruction may jump to, each once, in rising order. */
export function jumpsOf({ opcode, p1, p2, p3 }: Instruction): number[] {
  if (opcode === 'Jump') return rising([p1, p2, p3]);
  // The co-routine's first instruction is reached by the first Yield to it.
  if (opcode === 'InitCoroutine') return rising([p2, p3]);
  return jumpsByP2.has(opcode) ? rising([p2]) : [];
}

/**
 * Which addresses can be come to at all. A condition that is always false leaves its loop in the
 * program, with a jump around it.
 */
export function reachable(instructions: readonly Instruction[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [0, ...returnsByNumber(instructions)];
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    const instruction = instructions[address];
    if (!instruction || reached.has(address)) continue;
    reached.add(address);
    open.push(...jumpsOf(instruction));
    if (goesOn(instruction)) open.push(address + 1);
  }
  return reached;
}

/** A subroutine may be run into with its way back put into the register by Integer. */
function returnsByNumber(instructions: readonly Instruction[]): number[] {
  const registers = returnRegisters(instructions);
  return instructions
    .filter(({ opcode, p2 }) => opcode === 'Integer' && registers.has(p2))
    .map(({ p1 }) => p1 + 1);
}

/** Registers that hold where a subroutine goes back to. */
export function returnRegisters(instructions: readonly Instruction[]): Set<number> {
  return new Set(instructions.filter(({ opcode }) => opcode === 'Return').map(({ p1 }) => p1));
}

/** Whether the instruction after it may be the next one. */
function goesOn({ opcode, p2, p3 }: Instruction): boolean {
  // A subroutine comes back to the instruction after its call; with p3, Return may be passed over.
  if (opcode === 'Return') return p3 !== 0;
  if (opcode === 'InitCoroutine') return p2 === 0;
  return !neverGoesOn.has(opcode);
}

function rising(addresses: readonly number[]): number[] {
  return [...new Set(addresses)].filter((address) => address > 0).sort((a, b) => a - b);
}
