// Bytes of a database's text as a string: the engine has no TextDecoder.
// Faulty bytes become U+FFFD; a name is only shown.

export function decodeText(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string {
  return encoding === 'utf-8' ? decodeUtf8(bytes) : decodeUtf16(bytes, encoding === 'utf-16le');
}

function decodeUtf16(bytes: Uint8Array, isLittle: boolean): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first = 0, second = 0] = bytes.subarray(at, at + 2);
    text += String.fromCharCode(isLittle ? first | (second << 8) : (first << 8) | second);
  }
  return text;
}

function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const point = length === 1 ? lead : pointOf(bytes.subarray(at, at + length), length);
    text += String.fromCodePoint(point ?? 0xfffd);
    at += point === null ? 1 : length;
  }
  return text;
}

/** Null when the bytes are no character. */
function pointOf(bytes: Uint8Array, length: number): number | null {
  const [lead = 0, ...rest] = bytes;
  if (lead < 0xc2 || lead > 0xf4 || rest.length < length - 1) return null;
  let point = lead & (0xff >> (length + 1));
  for (const byte of rest) {
    if ((byte & 0xc0) !== 0x80) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  return point > 0x10ffff ? null : point;
}
