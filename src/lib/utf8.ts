// UTF-8 into a byte array: the engine has no TextEncoder.

/** Bytes that a text takes at most: 3 for each UTF-16 unit. */
export const maxBytesPerUnit = 3;

/**
 * Writes a text at `offset` and returns the offset behind it. The array must have room for three
 * bytes per UTF-16 unit. A lone surrogate becomes U+FFFD, as TextEncoder does.
 */
export function writeUtf8(text: string, bytes: Uint8Array, offset: number): number {
  const length = text.length;
  let end = offset;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[end++] = code;
    } else if (code < 0x800) {
      bytes[end++] = 0xc0 | (code >> 6);
      bytes[end++] = 0x80 | (code & 0x3f);
    } else {
      const point = code >= 0xd800 && code <= 0xdfff ? pairAt(text, index, code) : code;
      if (point > 0xffff) {
        index++;
        bytes[end++] = 0xf0 | (point >> 18);
        bytes[end++] = 0x80 | ((point >> 12) & 0x3f);
      } else {
        bytes[end++] = 0xe0 | (point >> 12);
      }
      bytes[end++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[end++] = 0x80 | (point & 0x3f);
    }
  }
  return end;
}

function pairAt(text: string, index: number, high: number): number {
  const low = text.charCodeAt(index + 1);
  const isPair = high < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
  return isPair ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
}
