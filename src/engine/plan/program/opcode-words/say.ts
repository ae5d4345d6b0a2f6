// How the words for an instruction are put together: text with registers, cursors and jumps in it.
// Keeps away from what the opcodes mean.
import type { Instruction } from '../../../model/plan/program.ts';
import type { WordPart } from '../../../model/plan/program-line.ts';
import type { Cursor } from '../cursors.ts';

/** What the words need to know beside the instruction. */
export interface OpcodeContext {
  /** What a cursor stands for at this instruction. */
  cursorAt(number: number): Cursor | null;
  /** The index that holds the column which Column asks a table for; null where the row has it. */
  indexOfColumn: Cursor | null;
  /** The title of the program that Program runs; null where it is not told. */
  calledTitle: string | null;
  /** True in the programs of triggers and foreign key actions, which go back to their caller. */
  isCalled: boolean;
}

export type OpcodeWords = (instruction: Instruction, context: OpcodeContext) => WordPart[];

type Piece = WordPart | readonly WordPart[] | number;

/** Text with pieces in it; numbers are written as they are. */
export function say(strings: TemplateStringsArray, ...pieces: readonly Piece[]): WordPart[] {
  const parts: WordPart[] = [];
  const add = (part: WordPart): void => {
    const before = parts.at(-1);
    if (part === '') return;
    if (typeof part === 'string' && typeof before === 'string') {
      parts[parts.length - 1] = before + part;
    } else parts.push(part);
  };
  for (const [place, text] of strings.entries()) {
    add(text);
    const piece = pieces[place];
    if (piece === undefined) continue;
    if (typeof piece === 'number') add(String(piece));
    else if (isList(piece)) piece.forEach(add);
    else add(piece);
  }
  return parts;
}

function isList(piece: WordPart | readonly WordPart[]): piece is readonly WordPart[] {
  return Array.isArray(piece);
}

/** The words as plain text. */
export function plainWords(parts: readonly WordPart[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'jump') return `to ${part.address}`;
      return part.kind === 'cursor' ? part.cursor.label : part.text;
    })
    .join('');
}

/** Register n; with a count, the registers from n on: `r[3..5]`. */
export function r(first: number, count = 1): WordPart {
  const text = count > 1 ? `r[${first}..${first + count - 1}]` : `r[${first}]`;
  return { kind: 'register', text };
}

/** "to 14": written after "go". */
export function to(address: number): WordPart {
  return { kind: 'jump', address };
}

export function named(number: number, context: OpcodeContext): WordPart {
  const cursor = context.cursorAt(number);
  if (!cursor) return `cursor ${number}`;
  const { kind, label } = cursor;
  return { kind: 'cursor', cursor: { number, kind, label } };
}

/** The whole number that p4 prints; 0 where it is none. */
export function numberIn({ p4 }: Instruction): number {
  return /^-?\d+$/.test(p4 ?? '') ? Number(p4) : 0;
}

/**
 * What a seek compares: "category", "(category, price)" for an index; the rowid's name for a table
 * that has one, where the key is a single register and p4 gives no count.
 */
export function keyOf(
  instruction: Instruction,
  context: OpcodeContext,
): { columns: string; count: number } {
  const tree = context.cursorAt(instruction.p1)?.tree ?? null;
  const count = numberIn(instruction);
  if (count === 0) return { columns: rowidOf(instruction.p1, context), count: 1 };
  if (!tree) return { columns: count === 1 ? 'its key' : `its first ${count} columns`, count };
  const names = tree.columns.slice(0, count).map((column) => column ?? 'expression');
  return { columns: count === 1 ? (names[0] ?? 'its key') : `(${names.join(', ')})`, count };
}

export function rowidOf(number: number, context: OpcodeContext): string {
  return context.cursorAt(number)?.tree?.rowidColumn ?? 'rowid';
}

/** Column `place` of a cursor's rows, counted from 0. */
export function columnOf(number: number, place: number, context: OpcodeContext): string {
  const tree = context.cursorAt(number)?.tree;
  const name = tree?.columns[place];
  if (name != null) return name;
  return tree?.index != null && place < tree.columns.length
    ? `expression ${place}`
    : `column ${place}`;
}
