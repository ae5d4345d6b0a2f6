// Random numbers by position: the bits of a row depend on the seed, the stream's name and the row alone.
// No state advances, so any row can be asked for at any time and gives the same on every machine.
import { textHash } from '../../../lib/hash/text-hash.ts';

const perWord = 1 / 4294967296;

/** The random numbers of one column (or of one choice within it), one per row. */
export class Stream {
  readonly #name: string;
  readonly #first: number;
  readonly #second: number;

  constructor(name: string) {
    const hash = textHash(name);
    this.#name = name;
    this.#first = Number.parseInt(hash.slice(0, 8), 16) | 0;
    this.#second = Number.parseInt(hash.slice(8), 16) | 0;
  }

  /** An unrelated stream for another choice in the same row. */
  split(label: string): Stream {
    return new Stream(`${this.#name}/${label}`);
  }

  /** 32 bits as an integer of [0, 2^32). Rows are told apart up to 2^32. */
  bits(row: number): number {
    // Two rounds of a 32-bit finaliser (C. Wellons, "Prospecting for Hash Functions", lowbias32),
    // with a key before each: with one key alone, two streams could be shifted copies of each other.
    let word = (row + this.#first) | 0;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0xd35a2d97);
    word = ((word ^ (word >>> 15)) + this.#second) | 0;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0xd35a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  }

  /** In [0, 1), in steps of 2^-32. */
  unit(row: number): number {
    return this.bits(row) * perWord;
  }

  /** An integer of [0, count). The bias is below count / 2^32. */
  below(row: number, count: number): number {
    return Math.floor(this.bits(row) * perWord * count);
  }
}

/** The stream of a name under a recipe's seed. */
export function createStream(seed: number, ...path: string[]): Stream {
  return new Stream([String(seed), ...path].join('/'));
}
