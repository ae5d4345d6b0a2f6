// What values a column takes, from its declared type: SQLite's affinity and what people mean by it.
import type { Column, Table } from '../../model/database/schema.ts';
import type { ValueType } from '../../model/recipe/value-type.ts';

/** 'any' takes whatever suits the column's name. */
export type ColumnKind =
  | 'integer'
  | 'real'
  | 'decimal'
  | 'text'
  | 'blob'
  | 'boolean'
  | 'date'
  | 'date-time'
  | 'any';

/** The kind of a column. In STRICT tables the type names are SQLite's own six. */
export function columnKind(column: Column, table: Table): ColumnKind {
  const type = column.type.toUpperCase();
  if (type === 'ANY') return 'any';
  if (table.isStrict) return column.affinity === 'numeric' ? 'any' : column.affinity;
  if (type.includes('BOOL')) return 'boolean';
  if (type.includes('DATETIME') || type.includes('TIMESTAMP')) return 'date-time';
  if (type === 'DATE') return 'date';
  if (type === 'UUID' || type === 'GUID' || type === 'JSON' || type === 'TIME') return 'text';
  if (type === '') return 'any';
  if (column.affinity === 'numeric') return 'decimal';
  return column.affinity;
}

/**
 * True when SQLite stores values of the type in the column: a STRICT table and an INTEGER PRIMARY
 * KEY refuse others, elsewhere any column takes any value.
 */
export function takesType(column: Column, table: Table, type: ValueType): boolean {
  if (type === 'open') return true;
  if (column.isRowidAlias) return type === 'whole';
  if (!table.isStrict || column.type.toUpperCase() === 'ANY') return true;
  switch (column.affinity) {
    case 'integer':
      return type === 'whole';
    case 'real':
      return type === 'whole' || type === 'decimal';
    case 'text':
      return type !== 'blob';
    case 'blob':
      return type === 'blob';
    case 'numeric':
      return true;
  }
}
