// Asks whether a write does the same work each time it is called: then many calls can be timed as one
// stretch, which the clock sees better than single ones.
import type { Bindings } from '../../model/values.ts';
import type { Database } from '../../sqlite/driver.ts';
import { isRefusal } from '../../sqlite/is-sqlite-error.ts';
import { drain } from '../timing/timed-calls.ts';
import { inRolledBackTransaction } from './rolled-back-transaction.ts';

/** Draws that are tried. */
const tried = 5;

/**
 * True when the second call with the same values changes as many rows as the first, for the first
 * few draws: `UPDATE ... SET price = price + 1`, an INSERT that is given its key. A DELETE finds
 * nothing left, an INSERT of its own key fails. Stands in a transaction that is rolled back.
 */
export function canRepeat(database: Database, sql: string, bindings: readonly Bindings[]): boolean {
  return inRolledBackTransaction(database, () => {
    try {
      return changesAsOften(database, sql, bindings.slice(0, tried));
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
      // What fails here fails in the first sample too, if it is not the repetition that fails.
      return false;
    }
  });
}

function changesAsOften(database: Database, sql: string, bindings: readonly Bindings[]): boolean {
  const statement = database.prepare(sql);
  const changes = (binding: Bindings): number => {
    drain(statement, binding);
    statement.reset();
    return database.changes();
  };
  try {
    return bindings.every((binding) => {
      const first = changes(binding);
      return changes(binding) === first;
    });
  } finally {
    statement.free();
  }
}
