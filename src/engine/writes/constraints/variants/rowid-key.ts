// The column that is a table's rowid, or would be if it had one: INTEGER PRIMARY KEY.
// Variants keep it: as the rowid it needs no index and no check.
import type { Column, Table } from '../../../model/database/schema.ts';
import { keyTerms, writtenConstraints } from '../definitions/read-constraints.ts';

/**
 * Null where the key is another. Declared DESC in its column a key of type INTEGER is not the rowid
 * (sqlite.org/lang_createtable.html#rowid).
 */
export function rowidKey(table: Table): Column | null {
  const alias = table.columns.find(({ isRowidAlias }) => isRowidAlias);
  if (alias) return alias;
  const [only, ...others] = table.primaryKey;
  if (!table.isWithoutRowid || only === undefined || others.length > 0) return null;
  const key = writtenConstraints(table).find(({ kind }) => kind === 'primary-key');
  if (key && keyTerms(key).some((term) => /\bDESC$/i.test(term))) return null;
  const column = table.columns.find(({ name }) => name === only);
  return column?.type.toUpperCase() === 'INTEGER' ? column : null;
}
