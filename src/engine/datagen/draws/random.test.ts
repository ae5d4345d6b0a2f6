import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightsOf } from '../../model/recipe/weight-list.ts';
import { daysFromCivil, isoDate, isoDateTime } from '../generators/moments/civil-date.ts';
import { createPermutation } from './permutation.ts';
import { createStream } from './random.ts';
import { createChooser, skewedRank } from './skew.ts';

/** Chi-squared of counts against equal shares, divided by the degrees of freedom: about 1. */
function unevenness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const squares = counts.reduce((sum, count) => sum + (count - expected) ** 2, 0);
  return squares / expected / (counts.length - 1);
}

function tally(size: number, draws: number, draw: (row: number) => number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (let row = 0; row < draws; row++) {
    const at = draw(row);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

describe('Stream', () => {
  it('gives the same bits for the same seed, path and row, and no others', () => {
    const stream = createStream(42, 'products', 'price');
    expect([0, 1, 2].map((row) => stream.bits(row))).toEqual([3698852801, 558946039, 3532524229]);
    expect(stream.bits(1)).toBe(createStream(42, 'products', 'price').bits(1));
    expect(stream.bits(1)).not.toBe(createStream(43, 'products', 'price').bits(1));
    expect(stream.bits(1)).not.toBe(stream.split('cents').bits(1));
  });

  it('is even in its high and low bits, also from row to row', () => {
    for (const seed of [0, 1, 2, 4294967295]) {
      const stream = createStream(seed, 't', 'c');
      const rows = 32_000;
      expect(unevenness(tally(64, rows, (row) => stream.bits(row) >>> 26))).toBeLessThan(1.8);
      expect(unevenness(tally(64, rows, (row) => stream.bits(row) & 63))).toBeLessThan(1.8);
      const pairs = tally(
        64,
        rows,
        (row) => (stream.bits(row) >>> 29) * 8 + (stream.bits(row + 1) >>> 29),
      );
      expect(unevenness(pairs)).toBeLessThan(1.8);
    }
  });

  it('is unrelated between columns and between neighbouring seeds', () => {
    const columns = [
      createStream(7, 't', 'a'),
      createStream(7, 't', 'b'),
      createStream(8, 't', 'a'),
    ];
    for (const one of columns) {
      for (const other of columns) {
        if (one === other) continue;
        const pairs = tally(
          64,
          32_000,
          (row) => (one.bits(row) >>> 29) * 8 + (other.bits(row) >>> 29),
        );
        expect(unevenness(pairs)).toBeLessThan(1.8);
      }
    }
  });
});

describe('createPermutation', () => {
  it('hands out every number once', () => {
    const size = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(size, fc.nat(), (count, seed) => {
        const permutation = createPermutation(count, createStream(seed, 'p'));
        const seen = new Uint8Array(count);
        for (let position = 0; position < count; position++) seen[permutation.at(position)] = 1;
        expect(seen.every((mark) => mark === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('scatters neighbours, and works beyond 2^32', () => {
    const large = createPermutation(2 ** 50, createStream(1, 'p'));
    const eighths = tally(8, 8000, (row) => Math.floor(large.at(row) / 2 ** 47));
    expect(unevenness(eighths)).toBeLessThan(4);
    expect(new Set(Array.from({ length: 5000 }, (_, row) => large.at(row))).size).toBe(5000);
  });
});

describe('skew', () => {
  it('follows the weights', () => {
    const chooser = createChooser(weightsOf({ kind: 'falling', flatness: 3 }, 24));
    const stream = createStream(3, 'w');
    const counts = tally(24, 100_000, (row) => chooser.pick(stream.bits(row)));
    const share = (at: number) => (counts[at] ?? 0) / 100_000;
    expect(share(0)).toBeGreaterThan(0.13);
    expect(share(0) / share(23)).toBeGreaterThan(6);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('makes the first of a thousand ranks a tenth of all', () => {
    const stream = createStream(4, 'r');
    const counts = tally(1000, 100_000, (row) => skewedRank(stream.unit(row), 1000));
    expect((counts[0] ?? 0) / 100_000).toBeCloseTo(0.1, 1);
  });
});

describe('civil date', () => {
  it('writes what Date writes in UTC', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000_000_000, max: 200_000_000_000 }), (seconds) => {
        const expected = new Date(seconds * 1000).toISOString();
        if (expected.startsWith('-') || expected.startsWith('+')) return;
        expect(isoDateTime(seconds)).toBe(expected.slice(0, 19).replace('T', ' '));
      }),
    );
  });

  it('turns dates into days and back', () => {
    expect(daysFromCivil(1970, 1, 1)).toBe(0);
    expect(isoDate(daysFromCivil(2024, 2, 29))).toBe('2024-02-29');
    expect(isoDate(daysFromCivil(2023, 12, 31) + 1)).toBe('2024-01-01');
  });
});
