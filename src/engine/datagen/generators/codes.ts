// Codes: letters and digits that name a thing (CS-1042, uuid, hexadecimal, bytes of a blob).
import type { Distinct, Generator, Source } from '../generator.ts';
import type { Stream } from '../random.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const maxNumber = 4294967296;

/** A prefix and a number of at least `digits` digits: 'SKU-004821'. Distinct ones are in no order. */
export function createNumberedCode(source: Source, prefix: string, digits: number): Generator {
  const { stream } = source;
  const enough = 10 * Math.max(1, source.rows);
  let size = 10;
  for (let digit = 1; digit < digits || size < enough; digit++) size *= 10;
  const width = String(size - 1).length;
  const at = (number: number) => prefix + String(number).padStart(width, '0');
  return {
    name: 'code',
    description: `codes such as ${at(Math.floor(size / 7))}`,
    at: (row) => at(stream.below(row, size)),
    distinct: () => ({ size, at, isOrdered: false }),
  };
}

const subjects = 'CS MATH PHYS HIST BIO CHEM ECON LIT ART LAW MUS PHIL GEO PSY STAT ENG'.split(' ');

/** Course codes: 'CS-204'. */
export function createCourseCode(source: Source): Generator {
  const { stream } = source;
  const perSubject = 900;
  const size = subjects.length * perSubject;
  // Past three digits the numbers simply go on.
  const at = (number: number) =>
    `${subjects[number % subjects.length]}-${100 + Math.floor(number / subjects.length)}`;
  return {
    name: 'code',
    description: 'course codes such as CS-204',
    at: (row) => at(stream.below(row, size)),
    distinct: (needed) => ({
      size: Math.max(size, Math.min(maxNumber, needed * 2)),
      at,
      isOrdered: false,
    }),
  };
}

/** Capital letters of an exact length, for CHECKs of length(). */
export function createLetters(source: Source, length: number): Generator {
  const { stream } = source;
  // 24^11 is below 2^53; longer ones repeat their letters.
  const counted = Math.min(length, 11);
  let size = 1;
  for (let digit = 0; digit < counted; digit++) size *= letters.length;
  const at = (number: number) => {
    let text = '';
    for (let rest = number; text.length < counted; rest = Math.floor(rest / letters.length)) {
      text += letters.charAt(rest % letters.length);
    }
    return text.padEnd(length, letters);
  };
  return {
    name: 'code',
    description: `${length} letters`,
    at: (row) => at(Math.floor(stream.unit(row) * size)),
    distinct: () => ({ size, at, isOrdered: false }),
  };
}

/** Random UUIDs (version 4 in form). */
export function createUuid(source: Source): Generator {
  const word = hexWords(source.stream, 4);
  const at = (row: number) => {
    const hex = word(row);
    const variant = '89ab'.charAt(source.stream.below(row, 4));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
  return { name: 'uuid', description: 'random UUIDs', at, distinct: () => byBits(at) };
}

/** Hexadecimal digits, 8 for each word: tokens and checksums. */
export function createHex(source: Source, words: number): Generator {
  const at = hexWords(source.stream, words);
  const description = `${words * 8} hexadecimal digits`;
  return { name: 'hex', description, at, distinct: () => byBits(at) };
}

// The first word is a permutation of the row number (Stream.bits), so values never meet.
function byBits(at: (row: number) => string): Distinct {
  return { size: maxNumber, at, isOrdered: true };
}

function hexWords(stream: Stream, words: number): (row: number) => string {
  const streams = Array.from({ length: words }, (_, word) => stream.split(`word ${word}`));
  return (row) => streams.map((each) => each.bits(row).toString(16).padStart(8, '0')).join('');
}

/** Bytes of a fixed length (at least 4). */
export function createBytes(source: Source, length: number): Generator {
  const { stream } = source;
  const at = (row: number) => {
    const bytes = new Uint8Array(length);
    for (let byte = 0; byte < length; byte += 4) {
      const word = stream.bits(row + byte * 0x100000);
      for (let part = 0; part < 4 && byte + part < length; part++) {
        bytes[byte + part] = (word >>> (8 * part)) & 255;
      }
    }
    return bytes;
  };
  return {
    name: 'bytes',
    description: `${length} bytes`,
    at,
    distinct: () => ({ size: maxNumber, at, isOrdered: true }),
  };
}

/** '+1 555 204 7781'. */
export function createPhone(source: Source): Generator {
  const { stream } = source;
  const digits = (number: number, width: number) => String(number).padStart(width, '0');
  const at = (number: number) => {
    const area = 200 + Math.floor(number / 10_000_000);
    const rest = number % 10_000_000;
    return `+1 ${area} ${digits(Math.floor(rest / 10_000), 3)} ${digits(rest % 10_000, 4)}`;
  };
  const size = 800 * 10_000_000;
  return {
    name: 'phone',
    description: 'telephone numbers',
    at: (row) => at(Math.floor(stream.unit(row) * size)),
    distinct: () => ({ size, at, isOrdered: false }),
  };
}
