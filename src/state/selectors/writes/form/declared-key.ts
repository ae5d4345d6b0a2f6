// The key by which writes address the rows of a table, where the schema declares one. Pure.
import type { Table } from '../../../../engine/model/database/schema.ts';

/** Columns of a primary key that cannot hold NULL; empty where rows have only their rowid. */
export function declaredKey({ columns, primaryKey, isWithoutRowid }: Table): string[] {
  if (isWithoutRowid || columns.some(({ isRowidAlias }) => isRowidAlias)) return primaryKey;
  // Outside of WITHOUT ROWID tables SQLite lets a primary key be NULL, several times over.
  const isWhole = primaryKey.every((name) =>
    columns.some((column) => column.name === name && column.isNotNull),
  );
  return isWhole ? primaryKey : [];
}
