// Any character of Unicode as a unit of random strings; the draws are those of fast-check's 'binary'.
// That unit fills a map of all 1.1 million characters when it is first used: a second of a worker.
import fc from 'fast-check';

const firstSurrogate = 0xd800;
const surrogates = 0x800;
const last = 0x10ffff;

/** Single characters, halves of pairs excepted: `fc.string({ unit: anyCharacter })`. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: last - surrogates })
  .map(
    (place) => String.fromCodePoint(place < firstSurrogate ? place : place + surrogates),
    (character) => {
      const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
      if (code === undefined || String.fromCodePoint(code) !== character) {
        throw new Error('not a single character');
      }
      return code < firstSurrogate ? code : code - surrogates;
    },
  );
