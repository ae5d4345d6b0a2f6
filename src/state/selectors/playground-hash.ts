// A fingerprint of a playground: equal for equal documents, in whatever order their keys came.
// For finding kept comparisons again; links have a checksum of their own.
import type { Playground } from '../../engine/model/playground.ts';
import { textHash } from '../../lib/hash/text-hash.ts';

export function playgroundHash(playground: Playground): string {
  return textHash(JSON.stringify(playground, sortedKeys));
}

// Objects read back from storage have their keys in the order of the schema that parsed them.
function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
