// Spreads the samples of a place over a band beside it, so that they do not lie on each other.
// Keeps away from units: the caller says how wide the band is.

/**
 * Where the sample with this index sits in its band, -1..1: multiples of the golden ratio, so that
 * neighbours lie apart, and a point stays where it is when more arrive.
 */
export function jitter(index: number): number {
  return ((0.5 + index * 0.618_033_988_75) % 1) * 2 - 1;
}
