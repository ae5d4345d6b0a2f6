// The checksum of a link: CRC-32 (ISO-HDLC, as in zip), which finds every single changed character.
// Guards against accidents on the way, not against somebody who makes a link by hand.
import { toBase64url } from './base64url.ts';

/** Characters of a checksum. */
export const checksumLength = 6;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

/** CRC-32 of a text of ASCII characters, unsigned. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index++) {
    crc = (table[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The checksum as six base64url characters. Compare as text: that leaves no spare bits. */
export function checksum(text: string): string {
  const crc = crc32(text);
  return toBase64url(Uint8Array.of(crc >>> 24, crc >>> 16, crc >>> 8, crc));
}
