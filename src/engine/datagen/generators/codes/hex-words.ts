// Random hexadecimal digits, eight for each word of a row.
// What they stand for is the affair of uuid.ts and hex.ts.

import type { Stream } from '../../draws/random.ts';
import type { Distinct } from '../../generator.ts';

// Joined from a table: much faster than toString(16) and padStart.
const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexWord(bits: number): string {
  return `${bytes[bits >>> 24]}${bytes[(bits >>> 16) & 255]}${bytes[(bits >>> 8) & 255]}${bytes[bits & 255]}`;
}

/** 8 digits for each of the words. */
export function hexWords(stream: Stream, words: number): (row: number) => string {
  const streams = Array.from({ length: words }, (_, word) => stream.split(`word ${word}`));
  return (row) => {
    let digits = '';
    for (const each of streams) digits += hexWord(each.bits(row));
    return digits;
  };
}

/** The first word is a permutation of the row number (Stream.bits), so values never meet. */
export function distinctByBits<Value extends string | Uint8Array>(
  at: (row: number) => Value,
): Distinct {
  return { size: 4294967296, at, isOrdered: true };
}
