// A statement, or another text, on one line.

/** Every run of white space becomes a single space; none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
