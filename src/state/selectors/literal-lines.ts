// A list of values as one types it, one a line: each as in literals.ts; empty lines say nothing.
// A quoted text may go over several lines.
import type { LiteralValue } from '../../engine/model/values.ts';
import { formatLiteral, literalProblem, parseLiteral } from './literals.ts';

/** Never fails. An empty text is a value only when it is quoted. */
export function parseLines(typed: string): LiteralValue[] {
  return linesOf(typed).map(parseLiteral);
}

/** What `parseLines` reads back as the same values. */
export function formatLines(values: readonly LiteralValue[]): string {
  return values
    .map((value) => {
      const text = formatLiteral(value);
      const isSafe = text.trim() !== '' && (!/[\r\n]/.test(text) || text.startsWith("'"));
      return isSafe || typeof value !== 'string' ? text : `'${value.replaceAll("'", "''")}'`;
    })
    .join('\n');
}

/** The first problem of the lines, as a sentence. */
export function linesProblem(typed: string): string | null {
  for (const line of linesOf(typed)) {
    const problem = literalProblem(line);
    if (problem !== null) return problem;
  }
  return null;
}

function linesOf(typed: string): string[] {
  const lines = typed.match(/[^\S\n]*'(?:[^']|'')*'[^\S\n]*(?=\n|$)|[^\n]+/g) ?? [];
  return lines.filter((line) => line.trim() !== '');
}
