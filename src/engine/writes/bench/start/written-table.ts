// The table that a run writes to: found by its name, or refused with what can be written instead.

import { isSameName } from '../../../../lib/sql-name.ts';
import { isVirtualTable, type Schema, type Table } from '../../../model/database/schema.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { Index } from '../../../model/playground.ts';
import type { Database } from '../../../sqlite/driver.ts';

/** Throws an EngineFailure for what is no table of rows: unknown names, views, virtual tables. */
export function findWrittenTable(schema: Schema, name: string): Table {
  const table = schema.tables.find((each) => isSameName(each.name, name));
  if (table && !isVirtualTable(table)) return table;
  throw new EngineFailure({
    code: 'schema-invalid',
    message: refusal(schema, name, table),
    hint: choices(schema),
    place: { source: 'schema', name },
  });
}

function refusal(schema: Schema, name: string, table: Table | undefined): string {
  if (table) return `${name} is a virtual table: its rows are kept by a module, not by SQLite.`;
  const isView = schema.views.some((view) => isSameName(view.name, name));
  return isView
    ? `${name} is a view: it has no rows of its own to write.`
    : `There is no table "${name}" in the database.`;
}

function choices({ tables }: Schema): string {
  const names = tables.filter((table) => !isVirtualTable(table)).map(({ name }) => name);
  if (names.length === 0) return 'Write a CREATE TABLE statement into the Schema tab first.';
  return `Choose ${names.length === 1 ? names[0] : `one of ${names.join(', ')}`}.`;
}

/** The CREATE INDEX statements of a table, in order of creation; those of constraints have none. */
export function indexesOfTable(database: Database, table: string): Index[] {
  return database
    .all(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ? COLLATE NOCASE ORDER BY rowid",
      [table],
    )
    .map(([name, sql]) => ({ name: String(name), sql: String(sql) }));
}

/** Names of all CREATE INDEX statements, of every table. */
export function allIndexes(database: Database): string[] {
  return database
    .all(
      "SELECT name FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid",
    )
    .map(([name]) => String(name));
}
