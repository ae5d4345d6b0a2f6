// The one error of SQLite that is not about the SQL: the heap that all shadow databases share is full.
// What is closed to make room stands in shadow-cache.ts.

/**
 * True for SQLite's own "out of memory", not where it names a thing that is called so. Errors of the
 * JavaScript engine have names of their own.
 */
export function isOutOfMemory(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'Error' && thrown.message === 'out of memory';
}
