// SQLite's integers of variable length: 1 to 9 bytes, the high bit says that more follow.
// Exact up to 2^53, which is more than a length or a page number can be.

/** The number that begins at `offset`. */
export function readVarint(bytes: Uint8Array, offset: number): number {
  let value = 0;
  for (let at = 0; at < 8; at++) {
    const byte = bytes[offset + at] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return value;
  }
  return value * 256 + (bytes[offset + 8] ?? 0);
}

/** How many bytes it takes. */
export function varintBytes(bytes: Uint8Array, offset: number): number {
  let length = 1;
  while (length < 9 && (bytes[offset + length - 1] ?? 0) >= 0x80) length++;
  return length;
}
