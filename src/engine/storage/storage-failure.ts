// What SQLite throws while pages are read or a copy is made, as a sentence for the user.
import { EngineFailure } from '../model/errors.ts';
import { isSqliteError } from '../sqlite/is-sqlite-error.ts';

/** Runs `work`; an error of SQLite becomes an EngineFailure that says `what` was being done. */
export function withStorageFailures<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    if (!isSqliteError(thrown)) throw thrown;
    if (/out of memory|disk is full|disk I\/O error/.test(thrown.message)) {
      throw new EngineFailure({
        code: 'too-large',
        message: `There is not enough memory for ${what}: it needs copies of the database.`,
        hint: 'Use fewer rows. What was read before stays.',
      });
    }
    throw new EngineFailure({
      code: 'engine-failed',
      message: `SQLite gave up ${what}: ${thrown.message}.`,
    });
  }
}
