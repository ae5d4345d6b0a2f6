import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowHasher } from './row-hash.ts';

type Row = (null | number | bigint | string | Uint8Array)[];

function hash(rows: Row[]): { digest: string; ordered: string } {
  const hasher = createRowHasher();
  for (const row of rows) hasher.add(row);
  return { digest: hasher.digest(), ordered: hasher.orderedDigest() };
}

function differingBits(one: string, other: string): number {
  let difference = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let bits = 0;
  for (; difference > 0n; difference >>= 1n) bits += Number(difference & 1n);
  return bits;
}

const value = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.string(),
  fc.bigInt(),
  fc.uint8Array(),
);

describe('row hash', () => {
  it('does not depend on the order of rows; the ordered digest does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.string()), { minLength: 2 }), (rows) => {
        const forth = hash(rows);
        const back = hash(rows.toReversed());
        expect(back.digest).toBe(forth.digest);
        const isPalindrome = JSON.stringify(rows) === JSON.stringify(rows.toReversed());
        expect(back.ordered === forth.ordered).toBe(isPalindrome);
      }),
    );
  });

  it('tells values of different kinds and different splits apart', () => {
    const rows: Row[] = [
      [null],
      [''],
      [0],
      ['0'],
      [0n],
      [new Uint8Array(0)],
      [new Uint8Array([0])],
      ['\u0000'],
      ['a', 'b'],
      ['ab', ''],
      ['', 'ab'],
      ['ab'],
      [1.5],
      [],
    ];
    expect(new Set(rows.map((row) => hash([row]).digest)).size).toBe(rows.length);
  });

  it('takes 3 and 3.0, 0 and -0 as the same', () => {
    expect(hash([[-0]]).digest).toBe(hash([[0]]).digest);
  });

  it('counts a row as often as it comes', () => {
    fc.assert(
      fc.property(fc.array(value), (row) => {
        expect(hash([row, row]).digest).not.toBe(hash([row]).digest);
        expect(hash([row, row, row]).digest).not.toBe(hash([row]).digest);
      }),
    );
  });

  it('has no collision among 50,000 similar rows, nor in either half', () => {
    const digests = Array.from({ length: 50_000 }, (_, at) => hash([[at, `name ${at}`]]).digest);
    expect(new Set(digests).size).toBe(digests.length);
    // Halves of 32 bits: 0.3 collisions are to be expected of 50,000 random ones.
    for (const half of [0, 8]) {
      const halves = new Set(digests.map((digest) => digest.slice(half, half + 8)));
      expect(digests.length - halves.size).toBeLessThan(6);
    }
  });

  it('changes about half of its bits when one bit of one value changes', () => {
    let changed = 0;
    let cases = 0;
    for (let bit = 0; bit < 31; bit++) {
      for (let row = 0; row < 40; row++) {
        const before = hash([[row * 977, 'Compact Steel Desk Lamp', row / 100]]).digest;
        const after = hash([
          [(row * 977) ^ (1 << bit), 'Compact Steel Desk Lamp', row / 100],
        ]).digest;
        changed += differingBits(before, after);
        cases++;
      }
    }
    expect(changed / cases).toBeGreaterThan(31);
    expect(changed / cases).toBeLessThan(33);
  });

  it('stays the same from version to version: links carry it', () => {
    const rows: Row[] = [
      [1, 'Compact Steel Desk Lamp', 'Home', 12.99],
      [2, 'Ünïcode 😀', null, 9007199254740993n],
      [3, '', new Uint8Array([1, 2, 255]), -0.5],
    ];
    expect(hash(rows)).toEqual({
      digest: '4a102379e28cf586',
      ordered: '4cf1bf00f35b9843',
    });
  });
});
