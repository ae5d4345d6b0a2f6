// The last step of MurmurHash3 over a 32-bit word (Appleby, public domain): every bit moves every other.
// What is hashed before it is not known here.

export function murmurFinish(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
