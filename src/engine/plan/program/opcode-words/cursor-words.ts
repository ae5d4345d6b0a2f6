// Words for the opcodes that open cursors, move them and read from them.
// Meanings after https://sqlite.org/opcode.html; keeps away from writing.
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { Instruction } from '../../../model/plan/program.ts';
import type { WordPart } from '../../../model/plan/program-line.ts';
import {
  columnOf,
  keyOf,
  named,
  numberIn,
  type OpcodeContext,
  type OpcodeWords,
  r,
  rowidOf,
  say,
  to,
} from './say.ts';

const seek =
  (which: string, sign: string): OpcodeWords =>
  (i, on) => {
    const { columns, count } = keyOf(i, on);
    return say`Go to the ${which} entry of ${named(i.p1, on)} with ${columns} ${sign} ${r(i.p3, count)}; if there is none, go ${to(i.p2)}`;
  };
const bound =
  (sign: string): OpcodeWords =>
  (i, on) => {
    const { columns, count } = keyOf(i, on);
    return say`If the entry of ${named(i.p1, on)} has ${columns} ${sign} ${r(i.p3, count)}, go ${to(i.p2)}`;
  };
const openTree =
  (purpose: string): OpcodeWords =>
  (i, on) =>
    say`Open ${kindOf(i.p1, on)}${named(i.p1, on)} for ${purpose}`;

export const cursorWords: Record<string, OpcodeWords> = {
  OpenRead: openTree('reading'),
  OpenWrite: openTree('writing'),
  ReopenIdx: openTree('reading, unless it is open already'),
  OpenDup: (i, on) =>
    say`Open ${named(i.p1, on)}: one more place in the rows of ${named(i.p2, on)}`,
  OpenEphemeral: (i, on) =>
    say`Make an empty ${named(i.p1, on)}${sorted(i)} for this execution${i.p2 > 0 ? `, of ${formatCountOf(i.p2, 'column')}` : ''}`,
  OpenAutoindex: (i, on) =>
    say`Make an empty ${named(i.p1, on)}, of ${formatCountOf(i.p2, 'column')}, for this execution alone`,
  SorterOpen: (i, on) => say`Make an empty ${named(i.p1, on)}, of ${formatCountOf(i.p2, 'column')}`,
  OpenPseudo: (i, on) =>
    say`Read the record in ${r(i.p2)} as if it were a table: ${named(i.p1, on)}`,
  Close: (i, on) => say`Close ${named(i.p1, on)}`,
  ColumnsUsed: (i, on) => say`Note which columns of ${named(i.p1, on)} will be read`,
  CursorHint: (i, on) => say`Hint for ${named(i.p1, on)}: only rows with ${i.p4 ?? ''} matter`,
  CursorLock: (i, on) => say`Let ${named(i.p1, on)} stay where it is`,
  CursorUnlock: (i, on) => say`Let ${named(i.p1, on)} move again`,
  Rewind: (i, on) => say`Go to the first row of ${named(i.p1, on)}${ifEmpty(i)}`,
  Last: (i, on) => say`Go to the last row of ${named(i.p1, on)}${ifEmpty(i)}`,
  Next: (i, on) => say`Go to the next row of ${named(i.p1, on)}; if there is one, go ${to(i.p2)}`,
  Prev: (i, on) => say`Go to the row before in ${named(i.p1, on)}; if there is one, go ${to(i.p2)}`,
  IfEmpty: (i, on) => say`If ${named(i.p1, on)} is empty, go ${to(i.p2)}`,
  IfSizeBetween: (i, on) =>
    say`If ${named(i.p1, on)} has about 2^(${i.p3}/10) to 2^(${numberIn(i)}/10) rows, go ${to(i.p2)}`,
  IfNotOpen: (i, on) => say`If ${named(i.p1, on)} is not open, go ${to(i.p2)}`,
  SeekGE: seek('first', '≥'),
  SeekGT: seek('first', '>'),
  SeekLE: seek('last', '≤'),
  SeekLT: seek('last', '<'),
  SeekScan: (i) =>
    say`Before the seek that follows, try up to ${formatCountOf(i.p1, 'step')} ahead; if that finds it, go ${to(i.p2)}`,
  SeekHit: (i, on) =>
    say`Note for ${named(i.p1, on)} how many columns of the key were found (${i.p2} to ${i.p3})`,
  IfNoHope: (i, on) =>
    say`If ${named(i.p1, on)} has no entry with the first columns of the key, go ${to(i.p2)}`,
  SeekRowid: (i, on) =>
    say`Go to the row of ${named(i.p1, on)} with ${rowidOf(i.p1, on)} = ${r(i.p3)}; if there is none, go ${to(i.p2)}`,
  NotExists: (i, on) =>
    say`Go to the row of ${named(i.p1, on)} with ${rowidOf(i.p1, on)} = ${r(i.p3)}; if there is none, go ${to(i.p2)}`,
  Found: (i, on) => say`If ${named(i.p1, on)} has an entry with ${match(i, on)}, go ${to(i.p2)}`,
  NotFound: (i, on) => say`If ${named(i.p1, on)} has no entry with ${match(i, on)}, go ${to(i.p2)}`,
  NoConflict: (i, on) =>
    say`If no entry of ${named(i.p1, on)} has ${match(i, on)} already (NULL is never taken), go ${to(i.p2)}`,
  IFindKey: (i, on) =>
    say`Search ${named(i.p1, on)} entry by entry for ${r(i.p3)}; if it is not there, go ${to(i.p2)}`,
  IdxGE: bound('≥'),
  IdxGT: bound('>'),
  IdxLE: bound('≤'),
  IdxLT: bound('<'),
  DeferredSeek: (i, on) =>
    say`Note which row of ${named(i.p3, on)} this entry of ${named(i.p1, on)} belongs to; look it up only for a column that the index lacks`,
  FinishSeek: (i, on) => say`Look up the noted row of ${named(i.p1, on)} now`,
  Column: column,
  Rowid: (i, on) => say`${r(i.p2)} = ${rowidOf(i.p1, on)} of the row of ${named(i.p1, on)}`,
  IdxRowid: (i, on) => say`${r(i.p2)} = rowid at the end of the entry of ${named(i.p1, on)}`,
  RowData: (i, on) => say`${r(i.p2)} = the whole record of ${named(i.p1, on)}`,
  Offset: (i, on) => say`${r(i.p3)} = where in the file the record of ${named(i.p1, on)} begins`,
  NullRow: (i, on) => say`From here on, every column of ${named(i.p1, on)} is NULL`,
  IfNullRow: (i, on) =>
    say`If ${named(i.p1, on)} is on no row, ${r(i.p3)} = NULL and go ${to(i.p2)}`,
  Count: (i, on) =>
    say`${r(i.p2)} = ${i.p3 === 0 ? 'the number of entries' : 'about how many entries there are'} of ${named(i.p1, on)}, page by page`,
  SorterInsert: (i, on) => say`Put the record ${r(i.p2)} into ${named(i.p1, on)}`,
  SorterSort: sort,
  Sort: sort,
  SorterNext: (i, on) =>
    say`Go to the next row of ${named(i.p1, on)}; if there is one, go ${to(i.p2)}`,
  SorterData: (i, on) => say`${r(i.p2)} = the record of ${named(i.p1, on)}`,
  SorterCompare: (i, on) =>
    say`If the key of ${named(i.p1, on)} differs from ${r(i.p3)}, go ${to(i.p2)}`,
  ResetSorter: (i, on) => say`Empty ${named(i.p1, on)}`,
  Sequence: (i, on) => say`${r(i.p2)} = the next number of ${named(i.p1, on)}: 0, 1, 2 …`,
  SequenceTest: (i, on) => say`The first time for ${named(i.p1, on)}, go ${to(i.p2)}`,
  FilterAdd: (i) => say`Add ${r(i.p3, numberIn(i))} to the Bloom filter in ${r(i.p1)}`,
  Filter: (i) =>
    say`If the Bloom filter in ${r(i.p1)} says that ${r(i.p3, numberIn(i))} cannot be found, go ${to(i.p2)}`,
  RowSetAdd: (i) => say`Add ${r(i.p2)} to the set in ${r(i.p1)}`,
  RowSetRead: (i) =>
    say`${r(i.p3)} = the smallest number in the set in ${r(i.p1)}, taken out of it; if it is empty, go ${to(i.p2)}`,
  RowSetTest: (i) =>
    say`If the set in ${r(i.p1)} has ${r(i.p3)} already (a row found before), go ${to(i.p2)}; else add it`,
};

function kindOf(number: number, on: OpcodeContext): string {
  const cursor = on.cursorAt(number);
  if (!cursor?.tree) return '';
  return cursor.kind === 'index' ? 'the index ' : 'the table ';
}

/** With a key it is a b-tree in the order of the key. */
function sorted({ p4 }: Instruction): string {
  return p4?.startsWith('k(') ? ', kept in order,' : '';
}

function ifEmpty({ p2 }: Instruction): WordPart[] {
  return p2 > 0 ? say`; if it is empty, go ${to(p2)}` : [];
}

function sort(i: Instruction, on: OpcodeContext): WordPart[] {
  return say`Sort ${named(i.p1, on)} and go to its first row; if it is empty, go ${to(i.p2)}`;
}

/** p4 counts the registers; 0 means that r[p3] holds a record of the whole key. */
function match(i: Instruction, on: OpcodeContext): WordPart[] {
  if (numberIn(i) === 0) return say`the key in ${r(i.p3)}`;
  const { columns, count } = keyOf(i, on);
  return say`${columns} = ${r(i.p3, count)}`;
}

function column(i: Instruction, on: OpcodeContext): WordPart[] {
  const from = on.indexOfColumn ? say`, taken from ${named(on.indexOfColumn.number, on)}` : [];
  return say`${r(i.p3)} = ${columnOf(i.p1, i.p2, on)} of ${named(i.p1, on)}${from}`;
}
