import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesHash } from './bytes-hash.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function differingBits(one: string, other: string): number {
  let bits = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; bits > 0n; bits >>= 1n) count += Number(bits & 1n);
  return count;
}

describe('the hash of bytes', () => {
  // Computed once: an image that is kept must be found under its name by every later version.
  it.each([
    ['', '51ac1b9dd64d2aeb'],
    ['a', '7d9c58f1a7d26042'],
    ['SQLite format 3\0', '909837babb78a9e3'],
    ['The quick brown fox jumps over the lazy dog', '12f290b23844c40c'],
  ])('of %j stays what it is', (text, hash) => {
    expect(bytesHash(bytesOf(text))).toBe(hash);
  });

  it('does not depend on where in memory the bytes lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(7), (bytes, offset) => {
        const moved = new Uint8Array(offset + bytes.length);
        moved.set(bytes, offset);
        expect(bytesHash(moved.subarray(offset))).toBe(bytesHash(bytes));
      }),
    );
  });

  it('tells zeros at the end from none', () => {
    const hashes = new Set(
      Array.from({ length: 64 }, (_, length) => bytesHash(new Uint8Array(length))),
    );
    expect(hashes.size).toBe(64);
  });

  it('changes half of its bits with any one of the bytes', () => {
    const bytes = Uint8Array.from({ length: 67 }, (_, at) => (at * 37) & 255);
    const hash = bytesHash(bytes);
    let bits = 0;
    const counts: number[] = Array(64).fill(0);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const other = bytes.slice();
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const changed = bytesHash(other);
      bits += differingBits(hash, changed);
      const difference = BigInt(`0x${hash}`) ^ BigInt(`0x${changed}`);
      for (let at = 0; at < 64; at++) {
        counts[at] = (counts[at] ?? 0) + Number((difference >> BigInt(at)) & 1n);
      }
    }
    const flips = bytes.length * 8;
    expect(bits / flips / 64).toBeGreaterThan(0.48);
    expect(bits / flips / 64).toBeLessThan(0.52);
    // Each bit for itself: five standard deviations of 536 tosses of a coin.
    for (const count of counts) expect(Math.abs(count / flips - 0.5)).toBeLessThan(0.11);
  });

  it('gives other names to pages that were swapped or repeated', () => {
    const page = (value: number) => new Uint8Array(512).fill(value);
    const join = (...pages: Uint8Array[]) => new Uint8Array(Buffer.concat(pages));
    const hashes = [
      join(page(1), page(2)),
      join(page(2), page(1)),
      join(page(1), page(1)),
      join(page(2), page(2)),
      join(page(1)),
    ].map(bytesHash);
    expect(new Set(hashes).size).toBe(5);
  });
});
