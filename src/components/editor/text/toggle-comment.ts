// Turns lines into comments and back, for text fields that have no such command of their own.
// Does what Monaco's Ctrl+/ does; knows no field.
import type { TextSpan } from '../editor-contract.ts';
import type { TextChange } from './text-change.ts';

/**
 * Puts `-- ` before every line of the selection that is not blank, at their common indent; or takes
 * it away where all of them have it. A selection that ends before a line's first letter leaves
 * that line alone.
 */
export function toggleComment(
  text: string,
  selection: TextSpan,
): { change: TextChange; selection: TextSpan } {
  const start = text.lastIndexOf('\n', selection.start - 1) + 1;
  const last =
    selection.end > selection.start && text[selection.end - 1] === '\n'
      ? selection.end - 1
      : selection.end;
  const found = text.indexOf('\n', last);
  const end = found < 0 ? text.length : found;
  const lines = text.slice(start, end).split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  const counted = written.length > 0 ? written : lines;
  const isComment = written.length > 0 && written.every((line) => /^\s*--/.test(line));
  const column = Math.min(...counted.map((line) => line.length - line.trimStart().length));

  let at = start;
  let shiftStart = 0;
  let shiftEnd = 0;
  const changed = lines.map((line) => {
    const lineStart = at;
    at += line.length + 1;
    if (written.length > 0 && line.trim() === '') return line;
    const cut = isComment ? line.length - line.trimStart().length : column;
    const tail = isComment ? line.slice(cut).replace(/^-- ?/, '') : `-- ${line.slice(cut)}`;
    const next = line.slice(0, cut) + tail;
    const difference = next.length - line.length;
    const place = lineStart + cut;
    shiftStart += shiftAt(selection.start, place, difference);
    shiftEnd += shiftAt(selection.end, place, difference);
    return next;
  });
  return {
    change: { start, end, text: changed.join('\n') },
    selection: { start: selection.start + shiftStart, end: selection.end + shiftEnd },
  };
}

/** How far an offset moves when `difference` characters come in, or go, at `place`. */
function shiftAt(offset: number, place: number, difference: number): number {
  if (offset < place) return 0;
  return difference > 0 ? difference : Math.max(difference, place - offset);
}
