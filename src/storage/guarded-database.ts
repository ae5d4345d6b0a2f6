// Calls to the database that never throw and never hang: each ends in an answer or in words.
// Knows no store; what is read and written is the callers'.
import {
  describeStorageFailure,
  type OpenedDatabase,
  openDynoDatabase,
  type StorageSubject,
  type StoreName,
  type WriteTransaction,
} from './dyno-database.ts';
import { withTimeLimit } from './time-limit.ts';

export interface DatabaseOptions {
  /** Asked for at each opening; may throw where the browser forbids storage. */
  factory?: () => IDBFactory;
  databaseName?: string;
  timeLimitMs?: number;
}

export type StorageFailure = { kind: 'failed'; message: string };

export interface GuardedDatabase {
  /** Opens the database unless it is open. */
  opened(): Promise<OpenedDatabase>;
  /** The outcome of `work`, or the sentence of its failure. */
  guarded<T>(work: () => Promise<T>): Promise<T | StorageFailure>;
  /** As `guarded`, one after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T | StorageFailure>;
  /** Runs `work` in one transaction: all of it is kept, or nothing. */
  write<Name extends StoreName, T>(
    stores: Name[],
    work: (transaction: WriteTransaction<Name>) => Promise<T>,
  ): Promise<T>;
}

/** The database for one kind of thing to keep; `subject` says in failures what that is. */
export function createGuardedDatabase(
  options: DatabaseOptions,
  subject: StorageSubject,
): GuardedDatabase {
  const factory = options.factory ?? (() => indexedDB);
  const databaseName = options.databaseName ?? 'sql-dyno';
  const limitMs = options.timeLimitMs ?? 5000;
  let opening: Promise<OpenedDatabase> | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  function opened(): Promise<OpenedDatabase> {
    opening ??= (async () =>
      openDynoDatabase(factory(), databaseName, () => {
        opening = null;
      }))();
    return opening;
  }

  // After a failure the next call opens anew: the old connection may be dead.
  async function guarded<T>(work: () => Promise<T>): Promise<T | StorageFailure> {
    try {
      return await withTimeLimit(work(), limitMs);
    } catch (thrown) {
      opening = null;
      return { kind: 'failed', message: describeStorageFailure(thrown, subject) };
    }
  }

  return {
    opened,
    guarded,
    inTurn(work) {
      const turn = writing.then(() => guarded(work));
      writing = turn;
      return turn;
    },
    async write(stores, work) {
      const transaction = (await opened()).transaction(stores, 'readwrite', {
        durability: 'strict',
      });
      // Awaited below; a failure before that must not count as unhandled.
      transaction.done.catch(() => undefined);
      try {
        const outcome = await work(transaction);
        await transaction.done;
        return outcome;
      } catch (thrown) {
        // A call that throws, unlike a request that fails, would let the writes before it commit.
        abort(transaction);
        throw thrown;
      }
    },
  };
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
