// What formatting makes of an editor's text or selection: the new text and where the caret is in it.
// Keeps away from the layout tool, which is given, and from editors.
import { formatSql, type LayOut } from '../../../engine/sql/format/format-sql.ts';
import { indentLines } from '../../../engine/sql/format/line-breaks.ts';

export type FormattedText =
  | { kind: 'formatted'; text: string; selection: { start: number; end: number } }
  /** The sentence says why the text stays as it is; `offset` is where reading ended, if known. */
  | { kind: 'refused'; message: string; offset: number | null };

/**
 * Formats the selection, or all of the text where nothing is selected. Changes white space alone.
 * @param selection UTF-16 offsets
 */
export function formattedText(
  text: string,
  selection: { start: number; end: number },
  layOut: LayOut,
): FormattedText {
  const isPart = text.slice(selection.start, selection.end).trim() !== '';
  const { start, end } = isPart ? trimmed(text, selection) : { start: 0, end: text.length };
  const outcome = formatSql(text.slice(start, end), layOut);
  if (outcome.kind === 'refused') {
    const offset = outcome.offset === null ? null : start + outcome.offset;
    return { kind: 'refused', message: offset === null ? different : unreadable, offset };
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = isPart ? (/^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '') : '';
  const middle = indentLines(outcome.sql, indent);
  const isWholeWithBreak = !isPart && middle !== '' && /\n\s*$/.test(text);
  const made = text.slice(0, start) + middle + (isWholeWithBreak ? '\n' : text.slice(end));
  if (isPart) {
    return { kind: 'formatted', text: made, selection: { start, end: start + middle.length } };
  }
  const caret = sameLetter(text, selection.start, made);
  return { kind: 'formatted', text: made, selection: { start: caret, end: caret } };
}

const unreadable =
  'Not formatted: the formatter cannot read it from here on. The text is unchanged.';
const different = 'Not formatted: the result would not be the same SQL. The text is unchanged.';

function trimmed(text: string, { start, end }: { start: number; end: number }) {
  const part = text.slice(start, end);
  return {
    start: start + part.length - part.trimStart().length,
    end: end - (part.length - part.trimEnd().length),
  };
}

/** Behind as many characters that are no white space as before: formatting changes no others. */
function sameLetter(before: string, offset: number, after: string): number {
  const letters = before.slice(0, offset).replace(/\s+/g, '').length;
  if (letters === 0) return 0;
  let seen = 0;
  for (let at = 0; at < after.length; at++) {
    if (!/\s/.test(after.charAt(at))) seen++;
    if (seen === letters) return at + 1;
  }
  return after.length;
}
