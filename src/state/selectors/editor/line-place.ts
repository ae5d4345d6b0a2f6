// Where an offset stands in a text, as people say it.

/** Line and column of a UTF-16 offset, both counted from 1; columns in characters. */
export function linePlace(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
