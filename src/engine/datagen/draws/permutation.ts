// A seeded permutation of 0 to size - 1 that needs no memory: position -> number, each exactly once.
// This is how UNIQUE columns get scattered values without retries and without remembering any.
import type { Stream } from './random.ts';

const rounds = 6;

export interface Permutation {
  readonly size: number;
  /** The number at this position; both in [0, size). */
  at(position: number): number;
}

/**
 * A Feistel network over the rectangle of about sqrt(size) x sqrt(size) cells, repeated until the
 * number lies inside (cycle walking: Black and Rogaway, "Ciphers with Arbitrary Finite Domains",
 * 2002). The rectangle exceeds the size by less than one row, so walking is rare. Size up to 2^53.
 */
export function createPermutation(size: number, stream: Stream): Permutation {
  const height = Math.max(1, Math.ceil(Math.sqrt(size)));
  const width = Math.max(1, Math.ceil(size / height));
  const keys = Int32Array.from({ length: rounds }, (_, round) => stream.bits(round));

  function scramble(number: number): number {
    let row = Math.floor(number / width);
    let column = number - row * width;
    for (let round = 0; round < rounds; round += 2) {
      row += word(column, keys[round] ?? 0) % height;
      if (row >= height) row -= height;
      column += word(row, keys[round + 1] ?? 0) % width;
      if (column >= width) column -= width;
    }
    return row * width + column;
  }

  return {
    size,
    at(position) {
      let number = scramble(position);
      while (number >= size) number = scramble(number);
      return number;
    },
  };
}

function word(value: number, key: number): number {
  let mixed = Math.imul(value ^ key, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
