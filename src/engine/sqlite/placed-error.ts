// What SQLite says of a text that does not compile, with the place that it speaks of. Only builds that
// export sqlite3_error_offset know it; for the others see locate-error.ts.

/** Its name stays that of a plain Error: that is how an answer of SQLite is told from a crash. */
export class PlacedError extends Error {
  /** The text that was to be compiled. */
  readonly text: string;
  /** UTF-16 offset into it. */
  readonly offset: number;
  constructor(message: string, text: string, offset: number) {
    super(message);
    this.text = text;
    this.offset = offset;
  }
}

/** The place in `sql`, a part of the compiled text or a text that ends with it; null if unknown. */
export function placeIn(sql: string, thrown: Error): number | null {
  if (!(thrown instanceof PlacedError)) return null;
  const { text, offset } = thrown;
  const start = text.indexOf(sql);
  if (start < 0) return sql.endsWith(text) ? offset + sql.length - text.length : null;
  const place = offset - start;
  return place >= 0 && place <= sql.length ? place : null;
}
