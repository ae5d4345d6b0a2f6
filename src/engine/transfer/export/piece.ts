// Collects the texts of a file until they are worth handing on: the whole is never in one string.

/** In UTF-16 units. */
const fullLength = 256 * 1024;

export interface Piece {
  add(text: string): void;
  isFull(): boolean;
  /** What was added, as one text; the next piece begins. */
  take(): string;
}

export function createPiece(): Piece {
  let texts: string[] = [];
  let length = 0;
  return {
    add(text) {
      texts.push(text);
      length += text.length;
    },
    isFull: () => length >= fullLength,
    take() {
      // Joined, and not added up: such a string would keep all its parts in memory.
      const text = texts.join('');
      texts = [];
      length = 0;
      return text;
    },
  };
}
