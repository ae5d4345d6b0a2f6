// The error that EXPLAIN does not tell of: it takes functions that do not exist where SQLite is compiled
// with ENABLE_UNKNOWN_SQL_FUNCTION, as the official build is. What EXPLAIN answers is not read here.
import type { Database } from '../sqlite/driver.ts';

/** By connection: it is asked once. */
const known = new WeakMap<Database, boolean>();

/**
 * Throws SQLite's error when the first statement of `sql` has one that EXPLAIN would hide. Nothing is
 * compiled where EXPLAIN hides none: plans would take a tenth longer.
 */
export function throwHiddenError(database: Database, sql: string): void {
  if (hidesErrors(database)) database.prepare(sql).free();
}

function hidesErrors(database: Database): boolean {
  const hides = known.get(database) ?? isUnknownTaken(database);
  known.set(database, hides);
  return hides;
}

function isUnknownTaken(database: Database): boolean {
  const question = "SELECT sqlite_compileoption_used('ENABLE_UNKNOWN_SQL_FUNCTION')";
  return database.all(question)[0]?.[0] === 1;
}
