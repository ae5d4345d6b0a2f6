// Work whose writes leave no trace: a transaction that ends with ROLLBACK, however the work ends.
import type { Database } from '../../sqlite/driver.ts';

/** Runs `work` in a transaction and rolls it back. Throws when a transaction is already open. */
export function inRolledBackTransaction<Result>(database: Database, work: () => Result): Result {
  database.run('BEGIN');
  try {
    return work();
  } finally {
    try {
      database.run('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself: RAISE(ROLLBACK), OR ROLLBACK, a full database.
    }
  }
}
