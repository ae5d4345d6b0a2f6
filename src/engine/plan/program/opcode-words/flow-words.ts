// Words for the opcodes that decide where a program goes on: jumps, comparisons, subroutines.
// Meanings after https://sqlite.org/opcode.html; keeps away from cursors.
import { capitalized } from '../../../../lib/format/capitalized.ts';
import type { Instruction } from '../../../model/plan/program.ts';
import type { WordPart } from '../../../model/plan/program-line.ts';
import { numberIn, type OpcodeWords, r, say, to } from './say.ts';

const compare =
  (sign: string): OpcodeWords =>
  (i) =>
    say`If ${r(i.p3)} ${sign} ${r(i.p1)}${conditions(i)}, go ${to(i.p2)}`;

export const flowWords: Record<string, OpcodeWords> = {
  Init: (i, { isCalled }) =>
    isCalled ? ['Begin'] : i.p2 > 0 ? say`Begin: go ${to(i.p2)} to make ready` : ['Begin'],
  Goto: (i) => say`Go ${to(i.p2)}`,
  Gosub: (i) => say`Call the subroutine: go ${to(i.p2)}, and come back by ${r(i.p1)}`,
  Return: (i) =>
    i.p3 === 0
      ? say`Go back to where the subroutine was called from (${r(i.p1)})`
      : say`If this was called, go back to the caller (${r(i.p1)}); else go on`,
  BeginSubrtn: (i) =>
    say`Begin a subroutine that the program first runs into: no caller yet (${r(i.p2)} = NULL)`,
  InitCoroutine: (i) =>
    i.p2 > 0
      ? say`Make ready the co-routine that begins at the next address, kept in ${r(i.p1)}; go ${to(i.p2)}`
      : say`Wind the co-routine in ${r(i.p1)} back to its beginning: it will go ${to(i.p3)}`,
  Yield: (i) =>
    i.p2 > 0
      ? say`Let the co-routine in ${r(i.p1)} make its next row; if it has ended, go ${to(i.p2)}`
      : say`Hand the row over and wait (${r(i.p1)}) until the next is asked for`,
  EndCoroutine: (i) => say`End the co-routine: its caller (${r(i.p1)}) gets no more rows`,
  Once: (i) => say`Do what follows only once; on each later time go ${to(i.p2)}`,
  If: (i) => say`If ${r(i.p1)} is true${orNull(i.p3)}, go ${to(i.p2)}`,
  IfNot: (i) => say`If ${r(i.p1)} is false${orNull(i.p3)}, go ${to(i.p2)}`,
  IsNull: (i) => say`If ${r(i.p1)} is NULL, go ${to(i.p2)}`,
  NotNull: (i) => say`If ${r(i.p1)} is not NULL, go ${to(i.p2)}`,
  IsType: (i) => say`If the value is of a type that is asked for, go ${to(i.p2)}`,
  MustBeInt: (i) =>
    i.p2 > 0
      ? say`Make ${r(i.p1)} a whole number; if it cannot be one, go ${to(i.p2)}`
      : say`Make ${r(i.p1)} a whole number; if it cannot be one, end with an error`,
  Eq: compare('='),
  Ne: compare('≠'),
  Lt: compare('<'),
  Le: compare('≤'),
  Gt: compare('>'),
  Ge: compare('≥'),
  ElseEq: (i) => say`If the values compared before were equal, go ${to(i.p2)}`,
  Permutation: (i) => say`Compare next in the order ${i.p4 ?? ''}`,
  Compare: (i) => say`Compare ${r(i.p1, i.p3)} with ${r(i.p2, i.p3)}`,
  Jump: (i) => say`If it was less, go ${to(i.p1)}; if equal, ${to(i.p2)}; if greater, ${to(i.p3)}`,
  IfPos: (i) =>
    i.p3 === 0
      ? say`If ${r(i.p1)} is above 0, go ${to(i.p2)}`
      : say`If ${r(i.p1)} is above 0, take ${i.p3} from it and go ${to(i.p2)}`,
  IfNotZero: (i) =>
    say`If ${r(i.p1)} is not 0, go ${to(i.p2)}, and take 1 from it where it is above 0`,
  DecrJumpZero: (i) => say`Take 1 from ${r(i.p1)}; when it is 0 (the LIMIT), go ${to(i.p2)}`,
  Halt: halt,
  HaltIfNull: (i) => say`If ${r(i.p3)} is NULL, ${failure(i)}`,
  Program: (i, { calledTitle }) => {
    const what = calledTitle ?? 'a trigger or foreign key action';
    const ignored = i.p2 > 0 ? say`; if it raises IGNORE, go ${to(i.p2)}` : [];
    return say`Run ${what} for this row, with values from ${r(i.p1)} on${ignored}`;
  },
  Param: (i) => say`${r(i.p2)} = value ${i.p1} that the caller passes (a column of OLD or NEW)`,
  Noop: () => ['Do nothing: what stood here was not needed'],
  Explain: (i) => say`Line of the plan: ${i.p4 ?? ''}`,
  Trace: (i) => say`Statement that begins here: ${(i.p4 ?? '').replace(/^-- /, '')}`,
  ReleaseReg: (i) => say`${r(i.p1, i.p2)} may be used for something else`,
  Abortable: () => ['An error may still end the statement here'],
};

// p5 of comparisons: 0x10 jumps on NULL, 0x80 takes NULL as equal to NULL; p4 is the collation.
function conditions({ p4, p5 }: Instruction): string {
  const collation = /^(.*)-\d+$/.exec(p4 ?? '')?.[1] ?? p4;
  const by = collation && collation !== 'BINARY' ? ` by ${collation}` : '';
  if ((p5 & 0x80) !== 0) return `${by} (NULL equals NULL)`;
  return (p5 & 0x10) !== 0 ? `${by}, or one of them is NULL` : by;
}

function orNull(p3: number): string {
  return p3 === 0 ? '' : ' or NULL';
}

function halt(i: Instruction, { isCalled }: { isCalled: boolean }): WordPart[] {
  if (i.p1 !== 0) return [capitalized(failure(i))];
  return [isCalled ? 'Go back to the program that called this one' : 'End: all is done'];
}

// p5 says which constraint failed, p4 of what (vdbe.c, OP_Halt).
const constraints = ['', 'NOT NULL', 'UNIQUE', 'CHECK', 'FOREIGN KEY'];

function failure(i: Instruction): string {
  const constraint = constraints[i.p5];
  const on = i.p4 && numberIn(i) === 0 ? `: ${i.p4}` : '';
  if (constraint) return `end with the error “${constraint} constraint failed${on}”`;
  return `end with an error (code ${i.p1})${on}`;
}
