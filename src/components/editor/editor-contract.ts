// What the editor and those who use it agree on. Plain data and two faces; no Monaco.

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

/** A text box, whichever kind it is: what commands read of it and change in it. */
export interface EditorSurface {
  text(): string;
  selection(): TextSpan;
  /** The whole text anew, as one step of the box's own undo history. */
  replaceText(text: string, selection: TextSpan): void;
  /** Makes the lines of the selection comments, or takes that back. */
  toggleComment(): void;
  /** Selects, brings into view, and takes the focus. */
  select(span: TextSpan): void;
  focus(): void;
}

/** What those around an editor may ask of it. */
export interface EditorHandle {
  /** Brings a place of the text (UTF-16 offset) into view, with the caret and the focus. */
  placeCaret(offset: number): void;
  focus(): void;
}
