// Whether a program with counting functions does the same work as the one without, and whether each
// function is called exactly once for each row that its loop comes to. Read from the instructions.
import type { Instruction } from '../../../model/plan/program.ts';

/**
 * Instructions that compute, jump on what was computed, or set up: a counting function adds some of
 * them. All others touch tables, indexes, sorters or subprograms, and must be the same in both.
 */
const computing = new Set(
  `Init Goto Noop Explain Transaction ReleaseReg Rowid IdxRowid Column Function PureFunc If IfNot
  Copy SCopy IntCopy Move Integer Int64 Real String String8 Blob Null Variable RealAffinity Affinity
  Cast CollSeq IsNull NotNull Eq Ne Lt Le Gt Ge ElseEq And Or Not BitAnd BitOr Add Subtract Multiply
  Divide Remainder Concat Once Jump Compare Permutation ZeroOrNull TypeCheck IsType`.split(/\s+/),
);

/** Instructions whose p1 is no cursor but a register, a sub-program or a flag. */
const withoutCursor = new Set(
  `ResultRow MakeRecord Yield EndCoroutine InitCoroutine Gosub Return BeginSubrtn Halt HaltIfNull
  AggStep AggStep1 AggFinal AggValue AggInverse DecrJumpZero IfPos IfNotZero MustBeInt OffsetLimit
  Filter FilterAdd RowSetAdd RowSetRead RowSetTest SoftNull Program Param FkCounter FkIfZero
  MemMax AddImm ResetCount Trace`.split(/\s+/),
);

/** What the program does to tables, indexes and sorters, in order: equal for equal work. */
export function workOf(instructions: readonly Instruction[]): string {
  // Numbered by first use: a view written out has other numbers.
  const cursors = new Map<number, number>();
  const numberOf = (cursor: number) => {
    const known = cursors.get(cursor) ?? cursors.size;
    cursors.set(cursor, known);
    return known;
  };
  return instructions
    .filter(({ opcode }) => !computing.has(opcode))
    .map(({ opcode, p1, p2, p3, p5 }) => {
      if (withoutCursor.has(opcode)) return opcode;
      const root = opcode === 'OpenRead' || opcode === 'OpenWrite' ? ` ${p2} ${p3}` : '';
      // p5 = 1: the loop has no constraint.
      const scan = opcode === 'Next' || opcode === 'Prev' ? ` ${p5}` : '';
      return `${opcode} ${numberOf(p1)}${root}${scan}`;
    })
    .join('\n');
}

/** Instructions that put a cursor on a row at the beginning of a loop. */
const enters = new Set(
  `Rewind Last SeekGE SeekGT SeekLE SeekLT SeekRowid NotExists Found NotFound NoConflict VFilter
  Yield SorterSort Sort SeekScan`.split(/\s+/),
);

/** The tests that an index or key makes: they narrow the loop down, and come before any count. */
const bounds = new Set(['IdxGT', 'IdxGE', 'IdxLT', 'IdxLE', 'SeekHit', 'IfNoHope', 'IfNotOpen']);

/** Instructions that only bring values into registers. */
const loads = new Set(
  `Rowid IdxRowid Column Copy SCopy Integer DeferredSeek Null RealAffinity Variable String8 Real
  Affinity Noop Explain Once ReleaseReg FinishSeek`.split(/\s+/),
);

/** How a tap stands in a program: right, compiled more than once, or behind another condition. */
export type TapStanding = 'right' | 'several' | 'late' | 'missing';

/** What is known of the rows that a tap is to count. */
export interface TappedLoop {
  /** The function's name. */
  name: string;
  /** The loop is a MULTI-INDEX OR, whose rows are handed to a subroutine once each. */
  isOrLoop: boolean;
  /** Root pages of the table and its indexes; null for rows that stand in none. */
  rootPages: ReadonlySet<number> | null;
}

/**
 * Looks from the call of the function backwards to the instruction that entered the loop: it must
 * belong to the rows that the function is called with, and nothing in between may drop a row.
 */
export function tapStanding(
  program: readonly Instruction[],
  { name, isOrLoop, rootPages }: TappedLoop,
): TapStanding {
  // Those of triggers follow, with addresses from 0 again.
  const ends = program.findIndex(({ address }, index) => index > 0 && address === 0);
  const instructions = ends < 0 ? program : program.slice(0, ends);
  const at = instructions.findIndex((step) => isCallOf(step, name));
  const call = instructions[at];
  if (!call) return 'missing';
  if (instructions.slice(at + 1).some((step) => isCallOf(step, name))) return 'several';
  const cursors = cursorsOf(instructions, at, call.p2);
  const isOwn = ({ p1 }: Instruction) =>
    cursors.has(p1) && (rootPages === null || readsFrom(instructions, p1, rootPages));
  const routines = new Set(
    instructions.filter(({ opcode }) => opcode === 'Gosub').map(({ p2 }) => p2),
  );
  let isBeforeLoop = false;
  for (let index = at - 1; index >= 0; index--) {
    const step = instructions[index];
    if (!step) break;
    if (step.opcode === 'Yield') {
      return cursors.size === 0 || isQueue(instructions, cursors) ? 'right' : 'late';
    }
    if (enters.has(step.opcode)) return isOrLoop || isOwn(step) ? 'right' : 'late';
    if (isOrLoop && routines.has(index)) return 'right';
    if (!isBeforeLoop && !isHarmless(instructions, index)) return 'late';
    isBeforeLoop ||= instructions.some(
      ({ opcode, p1, p2 }, later) =>
        later > at && p2 === index && /^(Next|Prev|VNext)$/.test(opcode) && cursors.has(p1),
    );
  }
  return 'late';
}

function isCallOf({ opcode, p4 }: Instruction, name: string): boolean {
  return opcode === 'Function' && (p4?.startsWith(`${name}(`) ?? false);
}

/** The cursors that the value in a register is read through; none for rows in registers. */
function cursorsOf(
  instructions: readonly Instruction[],
  at: number,
  register: number,
): Set<number> {
  const cursors = new Set<number>();
  let wanted = register;
  let isFound = false;
  for (let index = at - 1; index >= 0; index--) {
    const step = instructions[index];
    if (!step) break;
    const { opcode, p1, p2, p3 } = step;
    if (!isFound && /^(Function|PureFunc)$/.test(opcode) && p3 === wanted) {
      // typeof(column)
      wanted = p2;
    } else if (!isFound && writesRegister(step, wanted)) {
      isFound = true;
      if (opcode.endsWith('Copy')) break;
      cursors.add(p1);
    }
    if (opcode === 'DeferredSeek' && cursors.has(p3)) cursors.add(p1);
  }
  return cursors;
}

function writesRegister({ opcode, p2, p3 }: Instruction, register: number): boolean {
  if (opcode === 'Column') return p3 === register;
  return /^(Rowid|IdxRowid|Copy|SCopy)$/.test(opcode) && p2 === register;
}

/** An automatic index holds the rows of the table that it was made of. */
function readsFrom(
  instructions: readonly Instruction[],
  cursor: number,
  rootPages: ReadonlySet<number>,
): boolean {
  return instructions.some(
    ({ opcode, p1, p2 }) =>
      p1 === cursor &&
      (/^(OpenRead|OpenWrite|ReopenIdx)$/.test(opcode)
        ? rootPages.has(p2)
        : opcode === 'OpenAutoindex' || opcode === 'VOpen'),
  );
}

/** The rows that a recursive common table still has to work on. */
function isQueue(instructions: readonly Instruction[], cursors: ReadonlySet<number>): boolean {
  return instructions.some(({ opcode, p1 }) => opcode === 'OpenPseudo' && cursors.has(p1));
}

function isHarmless(instructions: readonly Instruction[], index: number): boolean {
  const step = instructions[index];
  if (!step) return false;
  if (loads.has(step.opcode) || bounds.has(step.opcode)) return true;
  const before = instructions[index - 1];
  const after = instructions[index + 1];
  // MIN passes over NULLs first.
  if (step.opcode === 'If') return bounds.has(after?.opcode ?? '');
  // Another tap, which always lets the row pass.
  if (step.opcode === 'IfNot') return isTapCall(before);
  if (step.opcode === 'Function') return isTapCall(step) || isTapCall(after);
  // The end of a range of rowids, right at the beginning of the loop.
  return (
    /^(Gt|Ge|Lt|Le)$/.test(step.opcode) &&
    before?.opcode === 'Rowid' &&
    instructions.some(({ opcode, p2 }) => p2 === index - 1 && /^(Next|Prev)$/.test(opcode))
  );
}

function isTapCall(step: Instruction | undefined): boolean {
  return step?.opcode === 'Function' && (step.p4?.startsWith(tapPrefix) ?? false);
}

/** What the names of all counting functions begin with. */
export const tapPrefix = 'dyno_tap_';
