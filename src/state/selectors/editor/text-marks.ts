// Where an error stands in the text that it is about, for the editor to underline.
import type { EngineError, ErrorPlace } from '../../../engine/model/errors.ts';

export interface TextMark {
  /** UTF-16 offset. */
  offset: number;
  /** 0 when only the place is known. */
  length: number;
  message: string;
}

/** At most one mark; none when the error is about another text or its place is not known. */
export function textMarks(error: EngineError | null, source: ErrorPlace['source']): TextMark[] {
  const place = error?.place;
  if (!error || place?.source !== source || place.offset === undefined) return [];
  return [{ offset: place.offset, length: place.length ?? 0, message: error.message }];
}
