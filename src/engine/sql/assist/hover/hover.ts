// What is said of the name under the pointer: plain data. Whoever draws it as Markdown escapes it.

export interface Hover {
  /** UTF-16 offsets of the name that is spoken of. */
  start: number;
  end: number;
  lines: HoverLine[];
}

export interface HoverLine {
  text: string;
  /** True for SQL text and signatures, to be drawn in the editor's type. */
  isCode: boolean;
}
