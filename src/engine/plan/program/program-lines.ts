// The instructions of a compiled statement as lines to read: words, names of cursors, jumps in both
// directions, loops. What the statement does as a whole stands in program-facts.
import type { BTree, Instruction } from '../../model/plan/program.ts';
import type { LineProgram, ProgramLine, WordPart } from '../../model/plan/program-line.ts';
import { type Cursor, type Cursors, cursorsOf, treeAt } from './cursors.ts';
import { jumpsOf } from './flow/jumps.ts';
import { fullScansOf, loopsOf } from './flow/loops.ts';
import { opcodeWords } from './opcode-words/opcode-words.ts';
import { type OpcodeContext, plainWords } from './opcode-words/say.ts';
import { programTitle } from './program-title.ts';
import { calledPrograms, callKey, type Program, splitPrograms } from './split-programs.ts';
import { type Arrivals, arrivalsOf, lookupSources } from './trees/lookups.ts';
import { treeWrites } from './trees/tree-writes.ts';

/** A line for each instruction, in the order of EXPLAIN. An opcode without words says its name. */
export function programLines(
  instructions: readonly Instruction[],
  trees: readonly BTree[],
): ProgramLine[] {
  const programs = splitPrograms(instructions);
  const calls = calledPrograms(programs);
  const headings = programs.map((program) => headingOf(program, trees));
  return programs.flatMap((program) => linesOf(program, trees, headings, calls));
}

function headingOf(program: Program, trees: readonly BTree[]): LineProgram {
  const { position, kind, name, instructions } = program;
  const writes = treeWrites(instructions, cursorsOf(instructions, trees), trees);
  const table = kind === 'foreign-key-action' ? (writes[0]?.table ?? null) : null;
  return { position, kind, name, table };
}

function linesOf(
  { position, instructions }: Program,
  trees: readonly BTree[],
  headings: readonly LineProgram[],
  calls: ReadonlyMap<string, number>,
): ProgramLine[] {
  const program = headings[position];
  if (!program) return [];
  const cursors = cursorsOf(instructions, trees);
  const arrivals = arrivalsOf(instructions, cursors);
  const places = placesOf(instructions, cursors);
  return instructions.map((instruction): ProgramLine => {
    const { address } = instruction;
    const callee = calls.get(callKey(position, address)) ?? null;
    const called = callee === null ? undefined : headings[callee];
    const context: OpcodeContext = {
      cursorAt: (number) => cursors.at(address, number),
      indexOfColumn: indexOfColumn(instruction, arrivals, cursors),
      calledTitle: called ? `the ${programTitle(called)}` : null,
      isCalled: position > 0,
    };
    const parts = partsOf(instruction, context, trees);
    const own = worksOnCursor(instruction) ? context.cursorAt(instruction.p1) : null;
    return {
      ...instruction,
      // A pointer says nothing, and differs from run to run.
      p4: instruction.p4?.startsWith('vtab:') ? 'vtab' : instruction.p4,
      program,
      parts,
      words: plainWords(parts),
      cursor: own && { number: own.number, kind: own.kind, label: own.label },
      jumps: jumpsOf(instruction),
      jumpsFrom: places.from.get(address) ?? [],
      depth: places.depth[address] ?? 0,
      isFullScan: places.scanned.has(address),
      calls: callee,
    };
  });
}

interface Places {
  from: Map<number, number[]>;
  /** By address. */
  depth: number[];
  scanned: Set<number>;
}

function placesOf(instructions: readonly Instruction[], cursors: Cursors): Places {
  const from = new Map<number, number[]>();
  for (const instruction of instructions) {
    for (const target of jumpsOf(instruction)) {
      const known = from.get(target);
      if (known) known.push(instruction.address);
      else from.set(target, [instruction.address]);
    }
  }
  const depth: number[] = instructions.map(() => 0);
  for (const { first, last } of loopsOf(instructions)) {
    for (let address = first; address <= last; address++)
      depth[address] = (depth[address] ?? 0) + 1;
  }
  const scanned = fullScansOf(instructions, cursors).flatMap(({ start, end }) => [start, end]);
  return { from, depth, scanned: new Set(scanned) };
}

function partsOf(
  instruction: Instruction,
  context: OpcodeContext,
  trees: readonly BTree[],
): WordPart[] {
  if (instruction.opcode === 'Clear') {
    const tree = treeAt(trees, instruction.p1, instruction.p2);
    if (tree) return [`Empty ${tree.index ?? tree.table} as a whole`];
  }
  return opcodeWords.get(instruction.opcode)?.(instruction, context) ?? [instruction.opcode];
}

// Opcodes whose first operand is a cursor; of all others it is a register, an address or a number.
const onCursor =
  /^(Open|ReopenIdx|Close|Rewind$|Last$|Next$|Prev$|Seek(?!Scan)|Idx(?!.*Find)|IFindKey|NotExists|NotFound|Found|NoConflict|IfNoHope|IfEmpty|IfNullRow|IfSizeBetween|DeferredSeek|FinishSeek|Column$|Rowid|RowData|RowCell|Offset$|NullRow|Count$|Sort|Sequence|ResetSorter|Insert|Delete|NewRowid|VOpen|VFilter|VNext|VColumn|Cursor)/;

function worksOnCursor({ opcode }: Instruction): boolean {
  return onCursor.test(opcode);
}

function indexOfColumn(
  instruction: Instruction,
  arrivals: Arrivals,
  cursors: Cursors,
): Cursor | null {
  if (instruction.opcode !== 'Column') return null;
  const cursor = cursors.at(instruction.address, instruction.p1);
  if (!cursor?.tree) return null;
  const sources = lookupSources(instruction, cursor, arrivals);
  const indexes = sources.filter(({ tree }) => tree !== cursor.tree);
  const [first] = indexes;
  // The arms of an OR may each have an index of their own.
  if (!first || indexes.length < sources.length) return null;
  if (indexes.some(({ tree }) => tree !== first.tree)) return null;
  return cursors.all.find(({ tree }) => tree === first.tree) ?? null;
}
