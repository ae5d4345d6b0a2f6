// Words for the opcodes that change tables and indexes, and keep account of foreign keys.
// Meanings after https://sqlite.org/opcode.html; keeps away from the schema.
import { named, type OpcodeWords, r, say, to } from './say.ts';

export const treeWriteWords: Record<string, OpcodeWords> = {
  NewRowid: (i, on) => say`${r(i.p2)} = a new rowid for ${named(i.p1, on)}`,
  Insert: (i, on) => say`Write the record ${r(i.p2)} into ${named(i.p1, on)} as row ${r(i.p3)}`,
  IdxInsert: (i, on) => say`Put the entry ${r(i.p2)} into ${named(i.p1, on)}`,
  RowCell: (i, on) =>
    say`Copy the row of ${named(i.p2, on)} as it is, to be written into ${named(i.p1, on)} as row ${r(i.p3)}`,
  // p2 & 64 (OPFLAG_ISNOOP): the row stays; only hooks are told.
  Delete: (i, on) =>
    (i.p2 & 64) !== 0
      ? say`Announce that the row of ${named(i.p1, on)} changes`
      : say`Delete the row on which ${named(i.p1, on)} stands`,
  // Older versions count the columns of the key in p3.
  IdxDelete: (i, on) =>
    say`Take the entry with the key ${r(i.p2, i.p3 > 0 ? i.p3 : i.p5)} out of ${named(i.p1, on)}`,
  SeekEnd: (i, on) => say`Go to the end of ${named(i.p1, on)}, to append`,
  Clear: (i) => say`Empty the b-tree of page ${i.p1} as a whole`,
  ResetCount: () => ['Set the count of changed rows to 0'],
  FkCounter: (i) =>
    i.p2 < 0
      ? say`Take ${-i.p2} from the count of ${scope(i.p1)} foreign keys that point nowhere`
      : say`Add ${i.p2} to the count of ${scope(i.p1)} foreign keys that point nowhere`,
  FkIfZero: (i) => say`If no ${scope(i.p1)} foreign key points nowhere, go ${to(i.p2)}`,
  FkCheck: () => ['End with an error if a foreign key points nowhere'],
};

/** p1: deferred ones are checked when the transaction ends, the others with the statement. */
function scope(p1: number): string {
  return p1 === 0 ? 'immediate' : 'deferred';
}
