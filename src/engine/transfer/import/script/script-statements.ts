// Splits a script of any length into its statements, with their lines, as its pieces are read.
// Whether a statement may run is decided elsewhere.
import { codeSpans } from '../../../sql/statements/split-statements.ts';
import { refusals } from '../../refusals.ts';
import { countBreaks } from '../line-breaks.ts';
import type { TextPiece } from '../read-text.ts';

export interface ScriptPart {
  kind: 'statement' | 'dot-command';
  /** From its first token on: comments before it are left out. */
  sql: string;
  /** 1-based line of its first token. */
  line: number;
}

/** UTF-16 units of one statement. SQLite takes more, the page's memory does not. */
const maxStatementLength = 64_000_000;

/** The statements of each stretch of the script, with the bytes of the file that are done. */
export async function* scriptParts(
  pieces: AsyncIterable<TextPiece>,
): AsyncGenerator<{ parts: ScriptPart[]; doneBytes: number }> {
  let pending = '';
  let line = 1;
  let wanted = 0;
  for await (const { text, doneBytes, isLast } of pieces) {
    pending += text;
    // A statement that fills all that was read is looked at again only when there is twice as much.
    if (pending.length < wanted && !isLast) continue;
    const { parts, end, endLine } = splitPending(pending, line, isLast);
    if (!isLast && pending.length - end > maxStatementLength) {
      throw refusals.longStatement(endLine, maxStatementLength);
    }
    pending = pending.slice(end);
    line = endLine;
    wanted = pending.length * 2;
    yield { parts, doneBytes };
  }
}

/** What is complete in the text, where it ends, and the line there. */
function splitPending(
  text: string,
  firstLine: number,
  isLast: boolean,
): { parts: ScriptPart[]; end: number; endLine: number } {
  const parts: ScriptPart[] = [];
  let line = firstLine;
  let counted = 0;
  const lineAt = (offset: number) => {
    line += countBreaks(text, counted, offset);
    counted = Math.max(counted, offset);
    return line;
  };
  let from = 0;
  while (true) {
    const spans = codeSpans(from === 0 ? text : text.slice(from));
    // The last one may go on in the next piece; a command of the shell ends with its line.
    const last = spans.at(-1);
    const isCommand =
      last !== undefined && /^\..*\n/.test(last.sql.slice(last.codeStart - last.start));
    const whole = isLast || isCommand ? spans : spans.slice(0, -1);
    let dotEnd = -1;
    for (const span of whole) {
      const start = from + span.codeStart;
      if (text[start] === '.') {
        dotEnd = endOfLine(text, start);
        parts.push({ kind: 'dot-command', sql: text.slice(start, dotEnd), line: lineAt(start) });
        break;
      }
      parts.push({
        kind: 'statement',
        sql: text.slice(start, from + span.end),
        line: lineAt(start),
      });
    }
    // A command of the shell ends with its line, not with a semicolon: split anew behind it.
    if (dotEnd >= 0) {
      from = dotEnd;
      continue;
    }
    const end = isLast ? text.length : from + (whole.at(-1)?.end ?? 0);
    return { parts, end, endLine: lineAt(end) };
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
