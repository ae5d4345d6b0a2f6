// When SQLite takes two names of tables, columns or indexes as one. The single place that folds them.
// How names are written into SQL stands in engine/sql/quote-name.

/** SQLite compares names without regard to the case of ASCII letters, and of those only. */
export function isSameName(one: string, other: string): boolean {
  return one === other || foldName(one) === foldName(other);
}

/** The name with its ASCII letters in lower case: equal for names that SQLite takes as equal. */
export function foldName(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
