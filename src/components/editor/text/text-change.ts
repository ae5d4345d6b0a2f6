// The smallest replacement that turns one text into another: keeps caret, scroll and undo where they are.

/** Replace `start`..`end` (UTF-16 offsets of the old text) by `text`. */
export interface TextChange {
  start: number;
  end: number;
  text: string;
}

/** Null when the texts are equal. Never cuts a surrogate pair. */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (isHighSurrogate(before, start - 1)) start--;
  let tail = 0;
  while (
    tail < shorter - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  if (tail > 0 && isHighSurrogate(before, before.length - tail - 1)) tail--;
  return {
    start,
    end: before.length - tail,
    text: after.slice(start, after.length - tail),
  };
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}
