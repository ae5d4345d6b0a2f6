// Random bytes.
// Digits that stand for bytes are in hex.ts.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Stream } from '../../draws/random.ts';
import type { Distinct, Generator, Source } from '../../generator.ts';
import { distinctByBits } from './hex-words.ts';

/** Words of a row that are drawn for themselves; those behind are scrambled from the first. */
const drawnWords = 4;

/** A BLOB of so many bytes. */
export function createBlob(source: Source, { bytes: length }: GeneratorOf<'blob'>): Generator {
  const word = wordsOf(source.stream);
  const at = (row: number) => {
    const bytes = new Uint8Array(length);
    for (let byte = 0; byte < length; byte += 4) {
      put(bytes, byte, word(row, byte >>> 2));
    }
    return bytes;
  };
  return {
    name: 'bytes',
    description: `${length} bytes`,
    at,
    distinct: () => (length >= 4 ? distinctByBits(at) : shortBlobs(length)),
  };
}

// The first word of a row is a permutation of the row number.
function wordsOf(stream: Stream): (row: number, word: number) => number {
  const behind = stream.split('behind');
  return (row, word) =>
    word < drawnWords
      ? stream.bits(row + word * 0x400000)
      : behind.bits(stream.bits(row) ^ Math.imul(word, 0x9e3779b1));
}

function put(bytes: Uint8Array, start: number, word: number): void {
  for (let part = 0; part < 4 && start + part < bytes.length; part++) {
    bytes[start + part] = (word >>> (8 * part)) & 255;
  }
}

function shortBlobs(length: number): Distinct {
  const at = (number: number) => {
    const bytes = new Uint8Array(length);
    put(bytes, 0, number);
    return bytes;
  };
  return { size: 1 << (8 * length), at, isOrdered: false };
}
