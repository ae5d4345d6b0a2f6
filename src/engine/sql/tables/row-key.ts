// How the rows of a table are addressed one by one, as far as its schema tells.

import { isSameName } from '../../../lib/sql-name.ts';
import type { Table } from '../../model/database/schema.ts';

export interface RowKey {
  /** Names as they are, not quoted; `rowid` or another of its names for a table without key. */
  columns: readonly string[];
  isRowid: boolean;
}

const rowidNames = ['rowid', '_rowid_', 'oid'] as const;

/**
 * The INTEGER PRIMARY KEY; else a primary key that cannot hold NULL; else the rowid, by a name that
 * no column has. Null when there is none of them: columns are named as the rowid is.
 */
export function rowKeyOf(table: Table): RowKey | null {
  const alias = table.columns.find((column) => column.isRowidAlias);
  if (alias) return { columns: [alias.name], isRowid: false };
  // Outside of WITHOUT ROWID tables SQLite lets a primary key be NULL, several times over.
  const isKeyWhole = table.primaryKey.every(
    (name) => table.columns.find((column) => column.name === name)?.isNotNull,
  );
  if (table.primaryKey.length > 0 && (table.isWithoutRowid || isKeyWhole)) {
    return { columns: table.primaryKey, isRowid: false };
  }
  const free = rowidNames.find(
    (name) => !table.columns.some((column) => isSameName(column.name, name)),
  );
  return free ? { columns: [free], isRowid: true } : null;
}
