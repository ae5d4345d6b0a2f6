// Counts lines, so that what is wrong in a file can be found there.

/** How often the break occurs in [from, to) of a text. */
export function countBreaks(text: string, from: number, to: number, newline = '\n'): number {
  let count = 0;
  for (
    let at = text.indexOf(newline, from);
    at >= 0 && at < to;
    at = text.indexOf(newline, at + 1)
  ) {
    count++;
  }
  return count;
}
