// Where a program looks at the other side of a foreign key: as fkey.c compiles it, before and behind
// the change of a row. Keeps away from the keys of the schema.
import type { Instruction } from '../../../model/plan/program.ts';
import type { CheckOccasion, ForeignKeyLook } from '../../../model/plan/program-facts.ts';
import type { Cursor, Cursors } from '../cursors.ts';
import { isWithin, replacedRanges } from './row-deletes.ts';

/** In the order of the program. Those of trees that are not known are left out. */
export function foreignKeyLooks(
  instructions: readonly Instruction[],
  cursors: Cursors,
): ForeignKeyLook[] {
  if (!instructions.some(isOutcome)) return [];
  const replacements = replacedRanges(instructions, cursors);
  const guards = instructions.filter(({ opcode }) => opcode === 'FkIfZero');
  return instructions.filter(isOutcome).flatMap((outcome): ForeignKeyLook[] => {
    // A parent's cursor is closed once it has answered; the loop over children is left open.
    const isParent = instructions[outcome.address + 1]?.opcode === 'Close';
    if (outcome.opcode === 'Halt' && !isParent) return [];
    const block = blockOf(outcome, instructions);
    const opened = block.flatMap(({ opcode, address, p1 }): Cursor[] => {
      const cursor = opcode === 'OpenRead' ? cursors.at(address, p1) : null;
      return cursor?.tree ? [cursor] : [];
    });
    const trees = opened.flatMap(({ tree }) => tree ?? []);
    const tree = trees.find(({ index }) => index !== null) ?? trees[0];
    if (!tree) return [];
    const occasion: CheckOccasion = isWithin(guards, outcome)
      ? 'open-references'
      : isWithin(replacements, outcome)
        ? 'replaced'
        : 'each-row';
    return [
      {
        side: isParent ? 'parent' : 'children',
        table: tree.table,
        index: tree.index,
        isScan: isScanned(outcome, opened, instructions),
        columns: comparedColumns(block, opened, cursors),
        occasion,
      },
    ];
  });
}

// SQLITE_CONSTRAINT_FOREIGNKEY: a row that refers to nothing is refused at once.
const refused = 787;

function isOutcome({ opcode, p1 }: Instruction): boolean {
  return opcode === 'FkCounter' || (opcode === 'Halt' && p1 === refused);
}

/** From the first of the openings right before it on. */
function blockOf({ address }: Instruction, instructions: readonly Instruction[]): Instruction[] {
  const before = instructions.slice(0, address);
  let first = before.findLastIndex(({ opcode }) => opcode === 'OpenRead');
  while (first > 0 && before[first - 1]?.opcode === 'OpenRead') first--;
  return first < 0 ? [] : before.slice(first);
}

function isScanned(
  { address }: Instruction,
  opened: readonly Cursor[],
  instructions: readonly Instruction[],
): boolean {
  const end = instructions.find(
    ({ opcode, address: at, p1, p2 }) =>
      at > address &&
      p2 <= address &&
      (opcode === 'Next' || opcode === 'Prev') &&
      opened.some(({ number }) => number === p1),
  );
  return end !== undefined && (end.p5 & 1) !== 0;
}

const byKey = /^(?:Seek(?:GE|GT|LE|LT)|Found|NotFound|NoConflict)$/;
const byRowid = /^(?:Rowid|SeekRowid|NotExists)$/;

function comparedColumns(
  block: readonly Instruction[],
  opened: readonly Cursor[],
  cursors: Cursors,
): string[] {
  const columns = block.flatMap(({ opcode, address, p1, p2, p4 }): (string | null)[] => {
    const cursor = cursors.at(address, p1);
    if (!cursor?.tree || !opened.includes(cursor)) return [];
    if (opcode === 'Column') return [cursor.tree.columns[p2] ?? null];
    if (byKey.test(opcode)) return cursor.tree.columns.slice(0, Number(p4) || 0);
    return byRowid.test(opcode) ? ['rowid'] : [];
  });
  return [...new Set(columns.filter((column) => column !== null))];
}
