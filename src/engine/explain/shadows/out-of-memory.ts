// The one error of SQLite that is not about the SQL: the heap that all shadow databases share is full.
// What is closed to make room stands in shadow-cache.ts.
import { isSqliteError } from '../../sqlite/is-sqlite-error.ts';

/**
 * True for SQLite's own "out of memory", not where it names a thing that is called so.
 */
export function isOutOfMemory(thrown: unknown): boolean {
  return isSqliteError(thrown) && thrown.message === 'out of memory';
}
