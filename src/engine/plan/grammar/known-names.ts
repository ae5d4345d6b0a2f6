// Finds known names at the beginning of a text. Lines never quote: where a name ends, many words of
// the grammar may seem to begin, and looking up every such part would take quadratic time.
// What the names stand for is asked elsewhere.

type Names = ReadonlySet<string> | ReadonlyMap<string, unknown>;

/** Collections of names are made once for a statement, and asked for every line of its plan. */
const knownLengths = new WeakMap<Names, ReadonlySet<number>>();

/** Whether any of the names is so long, in UTF-16 units: a part of other length need not be looked up. */
export function hasLength(names: Names, length: number): boolean {
  const lengths = knownLengths.get(names) ?? lengthsOf(names);
  knownLengths.set(names, lengths);
  return lengths.has(length);
}

function lengthsOf(names: Names): ReadonlySet<number> {
  const lengths = new Set<number>();
  for (const name of names.keys()) lengths.add(name.length);
  return lengths;
}
