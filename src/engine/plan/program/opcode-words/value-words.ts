// Words for the opcodes that put values into registers: constants, arithmetic, functions, records.
// Meanings after https://sqlite.org/opcode.html; keeps away from cursors and jumps.
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import type { Instruction } from '../../../model/plan/program.ts';
import type { WordPart } from '../../../model/plan/program-line.ts';
import { type OpcodeWords, r, say } from './say.ts';

const operator =
  (sign: string): OpcodeWords =>
  (i) =>
    say`${r(i.p3)} = ${r(i.p2)} ${sign} ${r(i.p1)}`;
const constant: OpcodeWords = (i) => say`${r(i.p2)} = ${i.p4 ?? ''}`;

export const valueWords: Record<string, OpcodeWords> = {
  Integer: (i) => say`${r(i.p2)} = ${i.p1}`,
  Int64: constant,
  Real: constant,
  String: (i) => say`${r(i.p2)} = ${quoted(i.p4)}`,
  String8: (i) => say`${r(i.p2)} = ${quoted(i.p4)}`,
  Blob: (i) =>
    i.p4 === null || i.p4 === ''
      ? say`${r(i.p2)} = ${formatCountOf(i.p1, 'byte')} of zeroes (an empty Bloom filter)`
      : say`${r(i.p2)} = a BLOB of ${formatCountOf(i.p1, 'byte')}`,
  Null: (i) => say`${i.p3 > i.p2 ? r(i.p2, i.p3 - i.p2 + 1) : r(i.p2)} = NULL`,
  SoftNull: (i) => say`${r(i.p1)} = NULL, for the record only`,
  Variable: (i) => say`${r(i.p2)} = parameter ${i.p1}`,
  Move: (i) => say`${r(i.p2, i.p3)} = ${r(i.p1, i.p3)}, which then are NULL`,
  Copy: (i) => say`${r(i.p2, i.p3 + 1)} = ${r(i.p1, i.p3 + 1)}`,
  SCopy: (i) => say`${r(i.p2)} = ${r(i.p1)}`,
  IntCopy: (i) => say`${r(i.p2)} = ${r(i.p1)}`,
  Add: (i) => say`${r(i.p3)} = ${r(i.p1)} + ${r(i.p2)}`,
  Subtract: operator('−'),
  Multiply: (i) => say`${r(i.p3)} = ${r(i.p1)} × ${r(i.p2)}`,
  Divide: operator('÷'),
  Remainder: operator('%'),
  Concat: operator('||'),
  BitAnd: operator('&'),
  BitOr: operator('|'),
  ShiftLeft: operator('<<'),
  ShiftRight: operator('>>'),
  BitNot: (i) => say`${r(i.p2)} = ~${r(i.p1)}`,
  And: (i) => say`${r(i.p3)} = ${r(i.p1)} AND ${r(i.p2)}`,
  Or: (i) => say`${r(i.p3)} = ${r(i.p1)} OR ${r(i.p2)}`,
  Not: (i) => say`${r(i.p2)} = NOT ${r(i.p1)}`,
  // p3: what NULL counts as; p4: 1 turns the answer round.
  IsTrue: (i) => say`${r(i.p2)} = whether ${r(i.p1)} is ${i.p4 === '1' ? 'false' : 'true'}`,
  ZeroOrNull: (i) => say`${r(i.p2)} = NULL if ${r(i.p1)} or ${r(i.p3)} is NULL, else 0`,
  AddImm: (i) => (i.p2 < 0 ? say`Take ${-i.p2} from ${r(i.p1)}` : say`Add ${i.p2} to ${r(i.p1)}`),
  MemMax: (i) => say`${r(i.p1)} = the larger of ${r(i.p1)} and ${r(i.p2)}`,
  OffsetLimit: (i) =>
    say`${r(i.p2)} = LIMIT ${r(i.p1)} and OFFSET ${r(i.p3)} together; −1 where there is no limit`,
  Function: call,
  PureFunc: call,
  AggStep: (i) => say`Take the row into ${aggregate(i)}: ${inputs(i)}state in ${r(i.p3)}`,
  AggStep1: (i) => say`Take the row into ${aggregate(i)}: ${inputs(i)}state in ${r(i.p3)}`,
  AggInverse: (i) => say`Take the row out of ${aggregate(i)}: ${inputs(i)}state in ${r(i.p3)}`,
  AggValue: (i) => say`${r(i.p3)} = ${aggregate(i)} so far, from its state in ${r(i.p1)}`,
  AggFinal: (i) => say`${r(i.p1)} = ${aggregate(i)} of all rows that it was given`,
  CollSeq: (i) => say`The next function compares text by ${collationOf(i.p4)}`,
  Cast: (i) => say`Turn ${r(i.p1)} into ${typeOf(String.fromCharCode(i.p2))}`,
  Affinity: (i) =>
    say`Convert ${r(i.p1, i.p2)} to the type${i.p2 > 1 ? 's' : ''} of the column${i.p2 > 1 ? 's' : ''}${types(i.p4)}`,
  RealAffinity: (i) => say`Make ${r(i.p1)} a real number if it is a whole one`,
  TypeCheck: (i) => say`End with an error unless ${r(i.p1, i.p2)} have the types of a STRICT table`,
  MakeRecord: (i) => say`${r(i.p3)} = a record of ${r(i.p1, i.p2)}${types(i.p4)}`,
  ResultRow: (i) => say`Hand out a row of the result: ${r(i.p1, i.p2)}`,
  ClrSubtype: (i) => say`Forget the subtype of ${r(i.p1)}`,
  GetSubtype: (i) => say`${r(i.p2)} = the subtype of ${r(i.p1)}`,
  SetSubtype: (i) => say`Give ${r(i.p2)} the subtype in ${r(i.p1)}`,
};

function quoted(text: string | null): string {
  return `'${(text ?? '').replaceAll("'", "''")}'`;
}

/** p4 is "name(2)": the function and how many arguments it takes, -1 for any number. */
function call(i: Instruction): WordPart[] {
  const [, name = i.p4 ?? 'a function', count = '-1'] = /^(.*)\((-?\d+)\)$/s.exec(i.p4 ?? '') ?? [];
  const known = Number(count);
  if (known === 0) return say`${r(i.p3)} = ${name}()`;
  if (known < 0) return say`${r(i.p3)} = ${name}(…), arguments from ${r(i.p2)} on`;
  return say`${r(i.p3)} = ${name}(${r(i.p2, known)})`;
}

function aggregate({ p4 }: Instruction): string {
  return `${(p4 ?? 'the aggregate').replace(/\(-?\d+\)$/s, '')}()`;
}

function inputs({ p2, p4, p5 }: Instruction): WordPart[] {
  const printed = Number(/\((-?\d+)\)$/.exec(p4 ?? '')?.[1] ?? 0);
  const count = p5 > 0 ? p5 : printed;
  return count > 0 ? say`values in ${r(p2, count)}, ` : [];
}

/** Printed with the encoding behind it: "NOCASE-8". */
function collationOf(p4: string | null): string {
  return (p4 ?? 'BINARY').replace(/-\d+$/, '');
}

// Letters of SQLite's column affinities (sqliteInt.h).
const affinities: Record<string, string> = {
  '@': 'no type',
  A: 'BLOB',
  B: 'TEXT',
  C: 'NUMERIC',
  D: 'INTEGER',
  E: 'REAL',
  F: 'a number',
};

function typeOf(letter: string): string {
  return affinities[letter] ?? letter;
}

function types(p4: string | null): string {
  if (p4 === null || !/^[@A-F]+$/.test(p4)) return '';
  const names = [...p4].map(typeOf);
  return ` (${names.length > 6 ? `${names.slice(0, 6).join(', ')}, …` : names.join(', ')})`;
}
