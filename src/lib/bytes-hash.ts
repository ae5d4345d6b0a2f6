// A fingerprint of many bytes, fast enough to name a whole database by it; not cryptographic.
// Knows nothing of files.

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
  high = finish(high ^ low);
  low = finish((low + high) | 0);
  return hex(high) + hex(low);
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

function finish(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
