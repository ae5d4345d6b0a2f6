import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCharacter } from './any-character.testing.ts';
import { maxBytesPerUnit, writeUtf8 } from './utf8.ts';

function encode(text: string): Uint8Array {
  const bytes = new Uint8Array(3 + text.length * maxBytesPerUnit);
  return bytes.subarray(3, writeUtf8(text, bytes, 3));
}

describe('writeUtf8', () => {
  it('writes what TextEncoder writes, lone surrogates included', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }));
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      units.map((each) => String.fromCharCode(...each)),
      fc.constantFrom('', 'aé€😀', '\ud800', '\udc00\ud800', 'x\ud83d', '\ud83d\ud83d\ude00'),
    );
    fc.assert(
      fc.property(text, (each) => {
        expect(Buffer.from(encode(each)).equals(new TextEncoder().encode(each))).toBe(true);
      }),
    );
  });
});
