// Brings a copy of the database to the state that runs start from.
// Rows go without foreign keys being checked and, but for triggers that delete, without triggers
// firing; both are back afterwards.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { Schema, Table } from '../../../model/database/schema.ts';
import type { WriteStart } from '../../../model/writes/writes.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { tablesReferringTo } from '../../../sql/tables/referring-tables.ts';
import type { Database } from '../../../sqlite/driver.ts';

/**
 * Empties what `start` says and returns the names of the tables emptied, the written one first.
 * The triggers of these tables are dropped meanwhile and made again in their order. Those of the
 * written table that delete elsewhere fire: a table that follows it row by row (a mirror, an index
 * of its texts) would refuse the same keys again.
 */
export function bringToStart(
  database: Database,
  schema: Schema,
  table: Table,
  start: WriteStart,
): string[] {
  if (start === 'as-is') return [];
  const referring = tablesReferringTo(schema, table).map(({ name }) => name);
  const emptied = start === 'empty' ? [table.name, ...referring] : referring;
  if (emptied.length === 0) return [];
  const following = start === 'empty' ? triggersThatDelete(schema, table) : [];
  try {
    emptyTables(database, schema, emptied, following);
  } catch (thrown) {
    // A trigger that refuses deletes, or fails.
    if (following.length === 0) throw thrown;
    emptyTables(database, schema, emptied, []);
  }
  return emptied;
}

type Trigger = Schema['triggers'][number];

/** Also `INSERT INTO f (f, ...) VALUES ('delete', ...)`, by which full-text indexes are told. */
function triggersThatDelete({ triggers }: Schema, table: Table): Trigger[] {
  return triggers.filter(
    (trigger) =>
      isSameName(trigger.table, table.name) && /\bBEGIN\b.*\bDELETE\b/is.test(trigger.sql),
  );
}

function emptyTables(
  database: Database,
  schema: Schema,
  names: readonly string[],
  firing: readonly Trigger[],
): void {
  const triggers = schema.triggers.filter(({ table }) =>
    names.some((name) => isSameName(name, table)),
  );
  const drop = ({ name }: Trigger) => database.run(`DROP TRIGGER main.${quoteName(name)}`);
  // The pragma does nothing inside of a transaction, so it stands around it.
  database.run('PRAGMA foreign_keys = OFF');
  try {
    inTransaction(database, () => {
      for (const trigger of triggers) drop(trigger);
      for (const { sql } of firing) database.run(sql);
      for (const name of names) database.run(`DELETE FROM main.${quoteName(name)}`);
      for (const trigger of firing) drop(trigger);
      for (const { sql } of triggers) database.run(sql);
    });
  } finally {
    database.run('PRAGMA foreign_keys = ON');
  }
  if (database.all('PRAGMA foreign_keys')[0]?.[0] !== 1) {
    throw new Error('SQLite did not turn foreign keys on again.');
  }
}

function inTransaction(database: Database, work: () => void): void {
  database.run('BEGIN');
  try {
    work();
    database.run('COMMIT');
  } catch (thrown) {
    try {
      database.run('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself: RAISE(ROLLBACK).
    }
    throw thrown;
  }
}
