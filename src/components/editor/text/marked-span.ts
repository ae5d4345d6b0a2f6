// Which characters of a text a problem underlines, so that something can always be seen.
// Knows no editor.
import type { EditorProblem, TextSpan } from '../editor-contract.ts';

const namePart = /[\w$\u0080-\uffff]/;

/**
 * The problem's own span; for a mere place the word there, or the character; at the end of a text
 * or of a line, what stands before it. Empty only where the text has nothing to underline.
 */
export function markedSpan(text: string, { offset, length }: EditorProblem): TextSpan {
  const start = Math.min(Math.max(0, offset), text.length);
  const end = Math.min(text.length, start + Math.max(0, length));
  if (text.slice(start, end).trim() !== '') return { start, end };
  const place = isSpace(text, start) ? lastLetter(text, start) : start;
  if (place < 0) return { start, end: start };
  return wordAround(text, place);
}

function isSpace(text: string, at: number): boolean {
  return at >= text.length || text.charAt(at).trim() === '';
}

function lastLetter(text: string, before: number): number {
  return text.slice(0, before).trimEnd().length - 1;
}

function wordAround(text: string, place: number): TextSpan {
  if (!namePart.test(text.charAt(place))) return { start: place, end: place + 1 };
  let start = place;
  let end = place + 1;
  while (start > 0 && namePart.test(text.charAt(start - 1))) start--;
  while (end < text.length && namePart.test(text.charAt(end))) end++;
  return { start, end };
}
