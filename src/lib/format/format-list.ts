// Lists for people: commas, and "and" before the last.
// Knows nothing of what is listed.

/** @example formatList(['a', 'b', 'c']) is 'a, b and c' */
export function formatList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
