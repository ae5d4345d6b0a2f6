// Asks a database which rows it has before bulk rows come.
// What is planned from the answers stands in plan/.

import { foldName } from '../../../lib/sql-name.ts';
import type { Schema, Table } from '../../model/database/schema.ts';
import { quoteName } from '../../sql/quote-name.ts';
import { askNumber } from '../../sqlite/ask-number.ts';
import type { Database } from '../../sqlite/driver.ts';
import type { ExistingRows } from '../plan/existing-rows.ts';

/** The rows of a database. Values are read only when a key needs them. */
export function readExistingRows(database: Database, schema: Schema): ExistingRows {
  const tables = new Map(schema.tables.map((table) => [foldName(table.name), table]));
  const named = (table: string) => `main.${quoteName(tables.get(foldName(table))?.name ?? table)}`;
  const counts = new Map<string, number>();
  const count = (table: string) => {
    const name = foldName(table);
    const known = counts.get(name);
    if (known !== undefined) return known;
    const counted = askNumber(database, `SELECT count(*) FROM ${named(table)}`);
    counts.set(name, counted);
    return counted;
  };
  return {
    count,
    values(table, columns) {
      if (count(table) === 0) return [];
      return database.all(
        `SELECT ${columns.map(quoteName).join(', ')} FROM ${named(table)} ORDER BY ${orderOf(tables.get(foldName(table)))}`,
      );
    },
    maxRowid(table) {
      const key = tables.get(foldName(table))?.columns.find((column) => column.isRowidAlias);
      if (!key || count(table) === 0) return 0;
      const sql = `SELECT max(${quoteName(key.name)}) FROM ${named(table)}`;
      return Math.max(0, askNumber(database, sql));
    },
  };
}

// An order of its own: without one the planner might walk another index tomorrow.
function orderOf(table: Table | undefined): string {
  if (!table || table.primaryKey.length === 0) return 'rowid';
  return table.primaryKey.map(quoteName).join(', ');
}
