// Bytes as hexadecimal digits.

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two lower-case digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += pairs[byte];
  return hex;
}

/** The bytes of digits in pairs, in either case; null when they are not. */
export function fromHex(digits: string): Uint8Array<ArrayBuffer> | null {
  if (digits.length % 2 === 1 || !/^[0-9a-f]*$/i.test(digits)) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  }
  return bytes;
}

/** The 32 bits of a word as eight lower-case digits. */
export function wordHex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
