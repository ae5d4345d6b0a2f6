// Bytes as base64url text without padding (RFC 4648, section 5) and back.
// Not btoa: it needs a string of bytes, and padding and '+' do not survive in every chat tool.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...alphabet].map((character, value) => [character.charCodeAt(0), value]));

/** Bytes as text of the base64url alphabet. */
export function toBase64url(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const triple =
      ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const characters = Math.min(4, bytes.length - index + 1);
    for (let digit = 0; digit < characters; digit++) {
      parts.push(alphabet.charAt((triple >>> (18 - 6 * digit)) & 63));
    }
  }
  return parts.join('');
}

/** The bytes of a base64url text; null when it holds another character or has no such length. */
export function parseBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let written = 0;
  for (let index = 0; index < text.length; index++) {
    const value = values.get(text.charCodeAt(index));
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[written++] = (bits >>> held) & 0xff;
    }
  }
  return bytes;
}
