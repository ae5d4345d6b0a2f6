// What the rows of a load are like, column by column: which constraints would hold for them.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { Column, Table } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import { readTableParts } from '../definitions/table-parts.ts';

export interface LoadedRows {
  /** Columns of `rows`. */
  columns: readonly string[];
  rows: readonly (readonly SqlValue[])[];
}

/** The column's values in the order of the rows; null when the rows do not have it. */
export function valuesOf({ columns, rows }: LoadedRows, name: string): SqlValue[] | null {
  const at = columns.findIndex((column) => isSameName(column, name));
  return at < 0 ? null : rows.map((row) => row[at] ?? null);
}

/** Columns of the rows that have no NULL in them. */
export function filledColumns(table: Table, rows: LoadedRows): Column[] {
  return table.columns.filter((column) => {
    const values = column.isGenerated ? null : valuesOf(rows, column.name);
    return values !== null && values.length > 0 && !values.includes(null);
  });
}

/**
 * A column without NULLs whose values are all different, texts first; null when there is none. One
 * with a collation of its own does not count: by it different values may be equal.
 */
export function distinctColumn(table: Table, rows: LoadedRows): Column | null {
  const parts = readTableParts(table.sql).columns;
  const isCollated = (column: Column) =>
    parts[table.columns.indexOf(column)]?.clauses.some(({ kind }) => kind === 'collate');
  const distinct = filledColumns(table, rows).filter((column) => {
    if (column.isRowidAlias || isCollated(column)) return false;
    return areDistinct(valuesOf(rows, column.name) ?? []);
  });
  return distinct.find(({ affinity }) => affinity === 'text') ?? distinct[0] ?? null;
}

function areDistinct(values: readonly SqlValue[]): boolean {
  const seen = new Set<string>();
  for (const value of values) {
    const name = `${typeof value} ${String(value)}`;
    if (seen.has(name)) return false;
    seen.add(name);
  }
  return true;
}

/** True for what STRICT stores as it is in a column of this type. */
export function fitsType(value: SqlValue, type: string): boolean {
  if (value === null) return true;
  switch (type) {
    case 'INT':
    case 'INTEGER':
      return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
    case 'REAL':
      return typeof value === 'number' || typeof value === 'bigint';
    case 'TEXT':
      return typeof value === 'string';
    case 'BLOB':
      return value instanceof Uint8Array;
    default:
      return true;
  }
}
