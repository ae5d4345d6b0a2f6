// One figure of a database: what a PRAGMA or a count says.
import type { SqlValue } from '../model/values.ts';
import type { Database } from './driver.ts';

/** The first value of the first row as a number; 0 where there is no row or NULL. */
export function askNumber(
  database: Pick<Database, 'all'>,
  sql: string,
  binding: readonly SqlValue[] = [],
): number {
  return Number(database.all(sql, binding)[0]?.[0] ?? 0);
}
