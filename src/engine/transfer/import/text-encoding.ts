// Which encoding a text is in, told from its first bytes. What the text says is not asked.
import type { TextEncoding } from '../../model/transfer/import.ts';
import { type FileSource, NotUtf8 } from './file-source.ts';

/** Control characters that stand in no text: more of them than this share, and it is not one. */
const mostControls = 0.01;
const mostNuls = 0.05;

/**
 * The encoding by byte order mark, else by where NULs stand, else UTF-8 when it is that, else
 * windows-1252. Null when it is no text. `isCut`: more follows, so the last character may be cut.
 */
export function detectEncoding(
  head: Uint8Array,
  isCut: boolean,
  source: Pick<FileSource, 'decoder'>,
): TextEncoding | 'utf-32' | null {
  const [first, second, third, fourth] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8Or1252(head, isCut, source);
  if (first === 0xff && second === 0xfe) {
    // Also UTF-16 that begins with a NUL character, which no text does.
    return third === 0 && fourth === 0 ? 'utf-32' : 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32';
  const nuls = countNuls(head);
  const quarter = head.length / 4;
  const most = (index: number) => (nuls[index] ?? 0) > quarter * 0.7;
  if (head.length >= 8 && [0, 1, 2].every(most) !== [1, 2, 3].every(most)) return 'utf-32';
  if (head.length % 2 === 0 || isCut) {
    if (most(1) && most(3) && !most(0) && !most(2)) return 'utf-16le';
    if (most(0) && most(2) && !most(1) && !most(3)) return 'utf-16be';
  }
  const nulCount = nuls.reduce((sum, count) => sum + count, 0);
  if (nulCount > head.length * mostNuls) return null;
  if (countControls(head) > head.length * mostControls) return null;
  return utf8Or1252(head, isCut, source);
}

/** True when every byte is 0. */
export function isZeros(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function utf8Or1252(
  head: Uint8Array,
  isCut: boolean,
  { decoder }: Pick<FileSource, 'decoder'>,
): TextEncoding {
  try {
    decoder('utf-8')(head, !isCut);
    return 'utf-8';
  } catch (thrown) {
    if (thrown instanceof NotUtf8) return 'windows-1252';
    throw thrown;
  }
}

/** NUL bytes by their position modulo 4. */
function countNuls(bytes: Uint8Array): number[] {
  const counts = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0) counts[at % 4] = (counts[at % 4] ?? 0) + 1;
  }
  return counts;
}

// Besides tab, line feed, vertical tab, form feed, carriage return and escape.
function countControls(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    if ((byte < 9 && byte !== 0) || (byte > 13 && byte < 32 && byte !== 27) || byte === 127)
      count++;
  }
  return count;
}
