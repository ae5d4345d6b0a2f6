// The instructions of a statement as rows to draw: a heading over each program, what a filter keeps.
// Pure; the words of an instruction come with its line.

import type { Explanation } from '../../../engine/model/plan/program.ts';
import type { LineProgram, ProgramLine } from '../../../engine/model/plan/program-line.ts';
import { programLines } from '../../../engine/plan/program/program-lines.ts';
import { programTitle } from '../../../engine/plan/program/program-title.ts';
import { capitalized } from '../../../lib/format/capitalized.ts';
import { explainedFacts } from './explained-facts.ts';
import { type FactsSection, factsSections } from './facts-summary.ts';

export interface ProgramView {
  lines: ProgramLine[];
  sections: FactsSection[];
}

export type ProgramRow =
  | { kind: 'heading'; key: string; title: string; remark: string }
  | { kind: 'line'; key: string; line: ProgramLine };

/** Lines and facts of a statement in one setup; worth remembering by the explanation. */
export function programView(explanation: Explanation): ProgramView {
  return {
    lines: programLines(explanation.instructions, explanation.trees),
    sections: factsSections(explainedFacts(explanation)),
  };
}

/**
 * Rows in the order of the lines. A program has a heading where there are several. With a filter
 * only lines that hold all of its words are kept: in opcode, words or operands, in any case.
 */
export function programRows(lines: readonly ProgramLine[], filter = ''): ProgramRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const hasSeveral = lines.some(({ program }) => program.position > 0);
  const rows: ProgramRow[] = [];
  let shown: LineProgram | null = null;
  for (const line of lines) {
    if (!hasAll(line, words)) continue;
    const { program } = line;
    if (hasSeveral && program !== shown) {
      rows.push({ kind: 'heading', key: `program ${program.position}`, ...headingOf(program) });
    }
    shown = program;
    rows.push({ kind: 'line', key: lineKey(program.position, line.address), line });
  }
  return rows;
}

/** Unique among the lines of a statement; jumps name their targets by it. */
export function lineKey(program: number, address: number): string {
  return `${program}:${address}`;
}

export function operandsText({ p1, p2, p3, p4, p5 }: ProgramLine): string {
  return [p1, p2, p3, p4 === null || p4 === '' ? '·' : p4, p5].join(' ');
}

function headingOf(program: LineProgram): { title: string; remark: string } {
  if (program.kind === 'statement') return { title: 'The statement', remark: '' };
  return {
    title: capitalized(programTitle(program)),
    remark: 'a program of its own, run for each row that asks for it',
  };
}

function hasAll(line: ProgramLine, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${line.opcode} ${line.words} ${line.p4 ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
