// An instruction of a compiled statement as it is shown: what it does in words, what it works on,
// and where it goes on. Plain data.
import type { Instruction } from './program.ts';

/** The statement's own program, or one that it calls for a row. */
export interface LineProgram {
  /** 0 is the statement itself; the others in the order of EXPLAIN. */
  position: number;
  kind: 'statement' | 'trigger' | 'foreign-key-action';
  /** Of the trigger; null for the others, which SQLite does not name. */
  name: string | null;
  /** The table that a foreign key action changes; null for the others, or where it changes none. */
  table: string | null;
}

/** What an instruction works on, by the number in its first operand. */
export interface LineCursor {
  number: number;
  /** 'row': one row in a register, read as if it were a table. */
  kind: 'table' | 'index' | 'automatic-index' | 'sorter' | 'temporary' | 'row' | 'virtual';
  /** Name of the table or index, with #2 for its second cursor; else "sorter 3", by its number. */
  label: string;
}

/** A piece of a line's words; a string is plain text. */
export type WordPart =
  | string
  /** An address of the same program: "to 14". */
  | { kind: 'jump'; address: number }
  | { kind: 'cursor'; cursor: LineCursor }
  /** Registers, as they are written: `r[3]`, `r[3..5]`. */
  | { kind: 'register'; text: string };

export interface ProgramLine extends Instruction {
  program: LineProgram;
  /** What it does, to be drawn piece by piece; `words` is the same as plain text. */
  parts: WordPart[];
  words: string;
  /** What its first operand stands for; null where that is no cursor. */
  cursor: LineCursor | null;
  /** Where it may go on other than at the next address. */
  jumps: number[];
  /** Which instructions of the same program may go on here by a jump. */
  jumpsFrom: number[];
  /** Loops that it stands in. */
  depth: number;
  /** Begins or closes a loop over every entry of a table or index. */
  isFullScan: boolean;
  /** Position of the program that it runs; null where it runs none, or where it is not told. */
  calls: number | null;
}
