// Joins class names, leaving out what is not set.

/** `classNames('a', undefined, false, 'b')` is `'a b'`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
