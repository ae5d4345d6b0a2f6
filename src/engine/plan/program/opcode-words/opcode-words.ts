// The words for every opcode of SQLite 3.54, by its name.
// What an opcode means stands in the files beside, by subject.
import { cursorWords } from './cursor-words.ts';
import { flowWords } from './flow-words.ts';
import type { OpcodeWords } from './say.ts';
import { schemaWords } from './schema-words.ts';
import { treeWriteWords } from './tree-write-words.ts';
import { valueWords } from './value-words.ts';

/** Opcodes of another SQLite may be missing: their name has to do for them. */
export const opcodeWords: ReadonlyMap<string, OpcodeWords> = new Map(
  Object.entries({
    ...flowWords,
    ...valueWords,
    ...cursorWords,
    ...treeWriteWords,
    ...schemaWords,
  }),
);
