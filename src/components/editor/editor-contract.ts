// What the editor and those who use it agree on. Plain data; no Monaco.

/** UTF-16 offsets of a text, the end excluded. */
export interface TextSpan {
  start: number;
  end: number;
}

/** A fault at a place of the text; `length` 0 marks the word there. */
export interface EditorProblem {
  offset: number;
  length: number;
  message: string;
}
