// The statement at the cursor, for "run the statement at the cursor" while others do not compile yet.
import { type CodeSpan, codeSpans, type StatementSpan } from './split-statements.ts';

/**
 * The statement that a cursor at `offset` belongs to: the one around it; on the rest of a
 * statement's last line, that statement; otherwise the next one, or the last. Null without any.
 */
export function statementAt(script: string, offset: number): StatementSpan | null {
  let previous: CodeSpan | null = null;
  for (const span of codeSpans(script)) {
    if (offset < span.codeStart && previous && isSameLine(script, previous.end, offset)) break;
    if (offset < span.end) return toSpan(span);
    previous = span;
  }
  return previous ? toSpan(previous) : null;
}

function isSameLine(script: string, from: number, to: number): boolean {
  return !script.slice(from, to).includes('\n');
}

function toSpan({ start, end, sql }: CodeSpan): StatementSpan {
  return { start, end, sql };
}
