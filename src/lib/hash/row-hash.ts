// A 64-bit hash of rows of values, the same on every machine; not cryptographic.
// Rows are combined by addition, so that the order of the rows does not matter.
import { wordHex } from './hex.ts';
import { murmurFinish } from './murmur-finish.ts';

type HashableValue = null | number | bigint | string | Uint8Array;

/** Collects rows and gives their order-insensitive hash and the hash of their order. */
export interface RowHasher {
  add(row: readonly HashableValue[]): void;
  readonly rows: number;
  /** 16 hex digits over the multiset of rows. */
  digest(): string;
  /** 16 hex digits over the sequence of rows. */
  orderedDigest(): string;
}

const numberBits = new DataView(new ArrayBuffer(8));

// Two 32-bit lanes of the murmur3 finaliser family (Appleby, public domain constants).
let high = 0;
let low = 0;

function mix(word: number): void {
  high = Math.imul(high ^ word, 0x85ebca6b);
  high ^= high >>> 15;
  low = Math.imul((low + word) | 0, 0xc2b2ae35);
  low ^= low >>> 13;
}

function mixValue(value: HashableValue): void {
  if (value === null) {
    mix(0x6e756c6c);
  } else if (typeof value === 'number') {
    // An integer and a real of the same value count as the same: 3 and 3.0.
    if (value === (value | 0)) {
      mix(0x696e7433);
      mix(value | 0);
    } else {
      numberBits.setFloat64(0, value);
      mix(0x6e756d62);
      mix(numberBits.getInt32(0));
      mix(numberBits.getInt32(4));
    }
  } else if (typeof value === 'string') {
    mixText(0x74657874, value);
  } else if (typeof value === 'bigint') {
    mixText(0x62696769, value.toString());
  } else {
    mix(0x626c6f62);
    for (const byte of value) mix(byte);
    mix(value.length);
  }
}

// Two UTF-16 units a word; the length tells 'a' from 'a\0'.
function mixText(kind: number, text: string): void {
  const { length } = text;
  mix(kind ^ length);
  for (let index = 0; index + 1 < length; index += 2) {
    mix(text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16));
  }
  if (length % 2 === 1) mix(text.charCodeAt(length - 1));
}

/** A new hasher without rows. */
export function createRowHasher(): RowHasher {
  let rows = 0;
  let sumHigh = 0;
  let sumLow = 0;
  let chainHigh = 0x9e3779b9 | 0;
  let chainLow = 0x7f4a7c15 | 0;
  return {
    add(row) {
      high = 0x243f6a88;
      low = 0x13198a2e | 0;
      for (const value of row) mixValue(value);
      const rowHigh = murmurFinish(high ^ row.length);
      const rowLow = murmurFinish(low);
      rows++;
      sumHigh = (sumHigh + rowHigh) | 0;
      sumLow = (sumLow + rowLow) | 0;
      chainHigh = murmurFinish(Math.imul(chainHigh, 0x9e3779b1) ^ rowHigh);
      chainLow = (Math.imul(chainLow, 0x5f356495) + rowLow) | 0;
    },
    get rows() {
      return rows;
    },
    digest: () => wordHex(murmurFinish(sumHigh ^ rows)) + wordHex(murmurFinish(sumLow)),
    orderedDigest: () => wordHex(murmurFinish(chainHigh)) + wordHex(murmurFinish(chainLow ^ rows)),
  };
}
