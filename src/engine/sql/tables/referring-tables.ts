// Which tables refer to a table by foreign keys, and theirs in turn.
// Reads the schema alone; says nothing of rows.

import { foldName, isSameName } from '../../../lib/sql-name.ts';
import type { Schema, Table } from '../../model/database/schema.ts';

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
