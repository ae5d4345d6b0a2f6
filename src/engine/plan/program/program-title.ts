// What a program of a statement is called, in headings and within sentences.
// The first is the statement's own; SQLite names triggers only.
import type { LineProgram } from '../../model/plan/program-line.ts';

/** 'statement', 'trigger audit', 'foreign key action on orders': to stand behind 'the'. */
export function programTitle({ kind, name, table }: Omit<LineProgram, 'position'>): string {
  if (kind === 'statement') return 'statement';
  if (kind === 'trigger') return `trigger ${name ?? ''}`.trimEnd();
  return table === null ? 'foreign key action' : `foreign key action on ${table}`;
}
