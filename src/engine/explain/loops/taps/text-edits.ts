// Puts pieces of text into a statement, or exchanges some, all at offsets of the original text.

export interface TextEdit {
  /** UTF-16 offsets of what is replaced; equal for an insertion. */
  start: number;
  end: number;
  text: string;
}

/** The text with all edits made. They may not overlap; at one offset they keep their order. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((one, other) => one.start - other.start);
  let result = '';
  let at = 0;
  for (const { start, end, text: inserted } of sorted) {
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}
