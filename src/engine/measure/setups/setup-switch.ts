// Enters a setup inside a transaction: the indexes that are off are hidden from the planner and
// from writes, statistics that are off are cleared. The ROLLBACK at the end undoes all of it.
// Takes no time and knows no queries; what happens inside is the caller's work.

import { foldName } from '../../../lib/sql-name.ts';
import type { Setup } from '../../model/playground.ts';
import { askNumber } from '../../sqlite/ask-number.ts';
import type { Database } from '../../sqlite/driver.ts';
import { inRolledBackTransaction } from './rolled-back-transaction.ts';

export type SwitchedSetup = Pick<Setup, 'indexes' | 'hasStatistics'>;

interface IndexOnDisk {
  name: string;
  table: string;
}

/**
 * Runs `work` in a transaction in which the database is as if it had been built with just the
 * indexes of `setup`, analysed or not. Of the indexes only those of `switchable` are ever hidden;
 * UNIQUE and PRIMARY KEY indexes stay. All writes of `work` are rolled back, also when it throws.
 * Statements must be prepared inside `work`. Throws when a transaction is already open.
 *
 * Method: deleting an index's row from sqlite_schema (under writable_schema) makes SQLite forget
 * the index without touching its pages, so that entering costs the same at any number of rows.
 */
export function withSetup<Result>(
  database: Database,
  setup: SwitchedSetup,
  switchable: readonly string[],
  work: () => Result,
): Result {
  const hidden = hiddenIndexes(database, setup, switchable);
  const hasStatistics = database.all(
    "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1' LIMIT 1",
  ).length;
  const clears = hasStatistics > 0 && !setup.hasStatistics;
  try {
    return inRolledBackTransaction(database, () => {
      if (clears) database.run('DELETE FROM sqlite_stat1');
      else if (hasStatistics > 0) forgetStatistics(database, hidden);
      if (clears || hidden.length > 0) editSchema(database, hidden);
      return work();
    });
  } finally {
    // ROLLBACK undoes what the files hold, not what the connection remembers of schema and
    // statistics. RESET drops that, so that even an EXPLAIN, which never looks at the schema's
    // version, sees the real one next. Also with nothing hidden: the work itself may have changed
    // the statistics. Reading a schema of 40 objects anew takes 0.2 ms, when the next setup is
    // entered and so outside of all times.
    database.run('PRAGMA writable_schema = RESET');
  }
}

function hiddenIndexes(
  database: Database,
  setup: SwitchedSetup,
  switchable: readonly string[],
): IndexOnDisk[] {
  const on = new Set(setup.indexes.map(foldName));
  const off = new Set(switchable.map(foldName).filter((name) => !on.has(name)));
  if (off.size === 0) return [];
  return database
    .all("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .map(([name, table]) => ({ name: String(name), table: String(table) }))
    .filter(({ name }) => off.has(foldName(name)));
}

function placeholders(items: readonly unknown[]): string {
  return items.map(() => '?').join(', ');
}

function editSchema(database: Database, hidden: readonly IndexOnDisk[]): void {
  if (hidden.length > 0) {
    const version = askNumber(database, 'PRAGMA schema_version');
    const names = hidden.map(({ name }) => name);
    database.run('PRAGMA writable_schema = ON');
    database.all(
      `DELETE FROM sqlite_schema WHERE type = 'index' AND name IN (${placeholders(names)})`,
      names,
    );
    database.run(`PRAGMA schema_version = ${version + 1}`);
  }
  // Also what makes SQLite read sqlite_stat1 again.
  database.run('PRAGMA writable_schema = RESET');
  // One real statement reads the edited schema now, and not within the caller's first prepare.
  database.all('SELECT 1 FROM sqlite_schema LIMIT 1');
}

/**
 * Takes the hidden indexes' rows out of sqlite_stat1. ANALYZE writes the row (table, NULL, rows)
 * for a table that has no index over all of its rows (analyze.c, needTableCnt): where hiding
 * makes a table such a one, the row is written here, with the row count the index knew.
 */
function forgetStatistics(database: Database, hidden: readonly IndexOnDisk[]): void {
  const names = new Set(hidden.map(({ name }) => name));
  for (const table of new Set(hidden.map((index) => index.table))) {
    const indexes = database.all('SELECT name, partial FROM pragma_index_list(?)', [table]);
    const whole = indexes.filter(([, partial]) => partial === 0).map(([name]) => String(name));
    if (whole.some((name) => !names.has(name))) continue;
    const known = whole.filter((name) => names.has(name));
    // An index without a row in sqlite_stat1 belongs to an empty table, which has no row either.
    database.all(
      `INSERT INTO sqlite_stat1 (tbl, idx, stat)
       SELECT tbl, NULL, CAST(CAST(stat AS INTEGER) AS TEXT) FROM sqlite_stat1
       WHERE tbl = ? COLLATE NOCASE AND idx IN (${placeholders(known)}) LIMIT 1`,
      [table, ...known],
    );
  }
  const all = [...names];
  database.all(`DELETE FROM sqlite_stat1 WHERE idx IN (${placeholders(all)})`, all);
}
