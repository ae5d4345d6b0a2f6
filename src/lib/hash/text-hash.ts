// A short fingerprint of a text, to notice that it changed; not cryptographic.
import { wordHex } from './hex.ts';

/** 16 hex digits; equal texts give equal fingerprints on every machine. */
export function textHash(text: string): string {
  let high = 0xdeadbeef | 0;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return wordHex(high) + wordHex(low);
}
