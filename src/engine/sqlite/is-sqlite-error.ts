// Tells an answer of SQLite from a crash of the module that it runs in.
// What is to be said of either is decided elsewhere (sql-error, the message loop of the workers).
import { EngineFailure } from '../model/errors.ts';

/**
 * True for what SQLite answered. A trap of WebAssembly, an allocation that failed or a stack that
 * overflowed has a name of its own, and SQLite always says what it refuses: after anything else the
 * module's memory is of unknown content and nothing can be asked any more, so it must be let through.
 */
export function isSqliteError(thrown: unknown): thrown is Error {
  return thrown instanceof Error && thrown.name === 'Error' && thrown.message !== '';
}

/** True for an answer of SQLite and for a failure that is told as such: work may go on without it. */
export function isRefusal(thrown: unknown): thrown is Error {
  return thrown instanceof EngineFailure || isSqliteError(thrown);
}
