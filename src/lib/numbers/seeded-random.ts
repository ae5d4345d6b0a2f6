// A small seeded random number generator, the same on every machine; not for secrets.
// Only integer operations: nothing here may depend on the browser's Math functions.
import { textHash } from '../hash/text-hash.ts';

export interface SeededRandom {
  /** In [0, 1), with 53 random bits. */
  next(): number;
  /** An integer of [0, count). */
  below(count: number): number;
}

/**
 * A generator for this seed text; different texts give unrelated sequences.
 * sfc32 of PractRand (Chris Doty-Humphrey, public domain): 128 bits of state, passes BigCrush.
 */
export function createSeededRandom(seed: string): SeededRandom {
  const hash = textHash(seed);
  let a = Number.parseInt(hash.slice(0, 8), 16) | 0;
  let b = Number.parseInt(hash.slice(8), 16) | 0;
  let c = a ^ 0x5f3759df;
  let counter = 1;

  function word(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  for (let turn = 0; turn < 15; turn++) word();
  const next = () => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
  return { next, below: (count) => Math.floor(next() * count) };
}

/** A new array with the same items in seeded random order (Fisher-Yates). */
export function shuffled<Item>(items: readonly Item[], random: SeededRandom): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const kept = order[last] as Item;
    order[last] = order[other] as Item;
    order[other] = kept;
  }
  return order;
}
