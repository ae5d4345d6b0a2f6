// Brings a copy of the database to the state that runs start from.
// Rows go without triggers firing and without foreign keys being checked; both are back afterwards.
import type { Schema, Table } from '../../../model/database/schema.ts';
import type { WriteStart } from '../../../model/writes/writes.ts';
import { foldName, isSameName, quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';

/**
 * Empties what `start` says and returns the names of the tables emptied, the written one first.
 * The triggers of these tables are dropped meanwhile and made again in their order.
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
  if (emptied.length > 0) emptyTables(database, schema, emptied);
  return emptied;
}

/** The tables that refer to a table, and those that refer to them; the table itself is not one. */
export function tablesReferringTo({ tables }: Schema, table: Table): Table[] {
  const found = new Map([[foldName(table.name), table]]);
  // A Map is walked in order of insertion, and what is added meanwhile is walked too.
  for (const parent of found.values()) {
    for (const child of tables) {
      if (child.foreignKeys.some((key) => isSameName(key.parentTable, parent.name))) {
        found.set(foldName(child.name), found.get(foldName(child.name)) ?? child);
      }
    }
  }
  return [...found.values()].filter((each) => each !== table);
}

function emptyTables(database: Database, schema: Schema, names: readonly string[]): void {
  const triggers = schema.triggers.filter(({ table }) =>
    names.some((name) => isSameName(name, table)),
  );
  // The pragma does nothing inside of a transaction, so it stands around it.
  database.run('PRAGMA foreign_keys = OFF');
  try {
    database.run('BEGIN');
    try {
      for (const { name } of triggers) database.run(`DROP TRIGGER main.${quoteName(name)}`);
      for (const name of names) database.run(`DELETE FROM main.${quoteName(name)}`);
      for (const { sql } of triggers) database.run(sql);
      database.run('COMMIT');
    } catch (thrown) {
      database.run('ROLLBACK');
      throw thrown;
    }
  } finally {
    database.run('PRAGMA foreign_keys = ON');
  }
  if (database.all('PRAGMA foreign_keys')[0]?.[0] !== 1) {
    throw new Error('SQLite did not turn foreign keys on again.');
  }
}
