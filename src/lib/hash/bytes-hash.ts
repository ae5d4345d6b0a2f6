// A fingerprint of many bytes, fast enough to name a whole database by it; not cryptographic.
// Knows nothing of files.
import { wordHex } from './hex.ts';
import { murmurFinish } from './murmur-finish.ts';

/**
 * 16 hex digits; equal bytes give equal fingerprints on every machine. Two 32-bit lanes over words,
 * each with the rounds of MurmurHash3 (Appleby, public domain) and constants of its own: about 1 GB/s.
 * Reads words as the machine stores them, which is little-endian wherever WebAssembly runs.
 */
export function bytesHash(bytes: Uint8Array): string {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const wordCount = aligned.length >>> 2;
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, wordCount);
  let high = 0x6a09e667;
  let low = 0xbb67ae85 | 0;
  for (let at = 0; at < wordCount; at++) {
    const word = words[at] ?? 0;
    high = highRound(high, word);
    low = lowRound(low, word);
  }
  let tail = 0;
  for (let at = wordCount << 2; at < aligned.length; at++) tail = (tail << 8) | (aligned[at] ?? 0);
  // The length tells zeros at the end from none.
  high = highRound(highRound(high, tail), aligned.length | 0);
  low = lowRound(lowRound(low, tail), ~aligned.length);
  high = murmurFinish(high ^ low);
  low = murmurFinish((low + high) | 0);
  return wordHex(high) + wordHex(low);
}

function highRound(state: number, word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51);
  const next = state ^ Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
  return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0;
}

function lowRound(state: number, word: number): number {
  const mixed = Math.imul(word, 0x239b961b);
  const next = state ^ Math.imul((mixed << 16) | (mixed >>> 16), 0x38b34ae5);
  return (Math.imul((next << 17) | (next >>> 15), 9) + 0x561ccd1b) | 0;
}
