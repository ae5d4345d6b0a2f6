// Whether a loop may be left before its last entry: by a LIMIT that may stand far away, in what the
// loop hands its rows to. Keeps away from what the loop goes over.
import type { Instruction } from '../../../model/plan/program.ts';
import { jumpsOf, reachable, returnRegisters } from './jumps.ts';

/** Asked for the address of a loop's Next or Prev and for that of its body's first instruction. */
export type MayEndEarly = (first: number, end: number) => boolean;

/**
 * A loop may end early when its program may end without it: when a way from its body comes to Halt
 * and never to its Next. The ways follow what is called: Gosub into a subroutine and back, Yield into
 * the other side of a co-routine, which may never ask for another row.
 */
export function earlyEnds(instructions: readonly Instruction[]): MayEndEarly {
  const flow = flowOf(instructions);
  return (first, end) => isLeft(first, end, instructions, flow);
}

interface Coroutine {
  first: number;
  /** Address of its EndCoroutine. */
  last: number;
}

interface Flow {
  /** By register; one register may serve several co-routines one after the other. */
  coroutines: ReadonlyMap<number, readonly Coroutine[]>;
  yields: ReadonlyMap<number, readonly number[]>;
  /** Registers that hold the way back of a subroutine. */
  returns: ReadonlySet<number>;
  /** Registers that say "stop" once they are set, and are never set. */
  idleFlags: ReadonlySet<number>;
}

function flowOf(instructions: readonly Instruction[]): Flow {
  const coroutines = new Map<number, Coroutine[]>();
  const yields = new Map<number, number[]>();
  for (const { opcode, p1, p3, address } of instructions) {
    if (opcode === 'Yield') listed(yields, p1).push(address);
    if (opcode !== 'InitCoroutine') continue;
    const last = instructions.findIndex(
      (each) => each.opcode === 'EndCoroutine' && each.p1 === p1 && each.address >= p3,
    );
    listed(coroutines, p1).push({ first: p3, last });
  }
  const returns = returnRegisters(instructions);
  return { coroutines, yields, returns, idleFlags: idleFlagsOf(instructions) };
}

function isLeft(
  first: number,
  end: number,
  instructions: readonly Instruction[],
  flow: Flow,
): boolean {
  const cursor = instructions[end]?.p1;
  const isWithin = (address: number) => address >= first && address <= end;
  const active = activeCoroutines(end, flow);
  const called = new Set<number>();
  const seen = new Set<number>([end]);
  const open = [first];
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    const instruction = instructions[address];
    if (!instruction || seen.has(address)) continue;
    seen.add(address);
    const { opcode, p1, p2, p3 } = instruction;
    switch (opcode) {
      case 'Halt':
        // With another code it is an error.
        if (p1 === 0) return true;
        break;
      case 'EndCoroutine':
        // Only those are walked in that cannot end by themselves before the loop has.
        if (active.has(p1)) return true;
        break;
      case 'Return':
        // A subroutine that has not been called was run into, or the loop is part of it.
        if (called.has(p1)) break;
        if (p3 === 0) return true;
        open.push(address + 1);
        break;
      case 'Gosub':
        called.add(p1);
        open.push(p2, address + 1);
        break;
      case 'Yield':
        // Another co-routine gives a row, or has none any more; one that waits for the next row goes
        // on where it was left, which has been followed from there.
        if (!active.has(p1)) open.push(p2, address + 1);
        else if (isMade(address, p1, flow)) open.push(...behindConsumers(p1, flow), address + 1);
        break;
      case 'IfPos':
        if (!flow.idleFlags.has(p1)) open.push(p2);
        open.push(address + 1);
        break;
      case 'InitCoroutine':
        open.push(p2 > 0 ? p2 : address + 1);
        break;
      case 'Rewind':
      case 'Last':
      case 'Sort':
      case 'SorterSort':
        // That an inner table is empty ends the outer loop too; that is no reason to tell of.
        open.push(address + 1);
        break;
      case 'Integer':
        // A subroutine that is run into has its way back put into the register first.
        if (flow.returns.has(p2)) {
          called.add(p2);
          open.push(p1 + 1);
        }
        open.push(address + 1);
        break;
      default: {
        // A seek ahead in the loop's own tree (DISTINCT) that finds nothing has come to its end.
        const isOwnSeek = opcode.startsWith('Seek') && p1 === cursor;
        // Jumps are followed first: they lead out of a program of hundreds of arms at once.
        if (opcode !== 'Goto' && opcode !== 'Jump') open.push(address + 1);
        open.push(...jumpsOf(instruction).filter((to) => !isOwnSeek || isWithin(to)));
      }
    }
  }
  return false;
}

/**
 * Registers of the co-routines that the loop stands in, and of those that take their rows from them:
 * none of these ends by itself before the loop has.
 */
function activeCoroutines(end: number, flow: Flow): Set<number> {
  const active = new Set<number>();
  const inside = [end];
  for (let address = inside.pop(); address !== undefined; address = inside.pop()) {
    for (const register of flow.coroutines.keys()) {
      if (active.has(register) || !isMade(address, register, flow)) continue;
      active.add(register);
      inside.push(...behindConsumers(register, flow));
    }
  }
  return active;
}

/** Where those go on that ask the co-routine for a row. */
function behindConsumers(register: number, flow: Flow): number[] {
  return (flow.yields.get(register) ?? [])
    .filter((address) => !isMade(address, register, flow))
    .map((address) => address + 1);
}

/** Whether the instruction is part of the co-routine itself. */
function isMade(address: number, register: number, { coroutines }: Flow): boolean {
  return (coroutines.get(register) ?? []).some(
    ({ first, last }) => address >= first && address <= last,
  );
}

/**
 * The flag by which GROUP BY is told to stop (select.c, iAbortFlag) is tested in every program, and
 * set only where there is a LIMIT.
 */
function idleFlagsOf(instructions: readonly Instruction[]): Set<number> {
  const reached = reachable(instructions);
  const flags = new Set<number>();
  for (const { opcode, p1, p2 } of instructions) {
    if (opcode === 'Integer' && p1 === 0) flags.add(p2);
  }
  for (const { opcode, p1, p2, p3, address } of instructions) {
    const isSet = opcode === 'Integer' && p1 !== 0 && reached.has(address);
    if (isSet) flags.delete(p2);
    // A counter is no flag.
    if (opcode === 'AddImm' || opcode === 'MustBeInt' || (opcode === 'IfPos' && p3 !== 0)) {
      flags.delete(p1);
    }
  }
  return flags;
}

function listed<Item>(lists: Map<number, Item[]>, key: number): Item[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}
