// A database's schema as SQLite itself reports it (PRAGMAs), not as parsed from text.

/** All tables, views and triggers, in order of creation. */
export interface Schema {
  tables: Table[];
  views: View[];
  triggers: (NamedSql & { table: string })[];
}

export const emptySchema: Schema = { tables: [], views: [], triggers: [] };

export interface NamedSql {
  name: string;
  sql: string;
}

/** Whether its rows are a module's: SQLite keeps no b-tree of them. */
export function isVirtualTable({ sql }: NamedSql): boolean {
  return /^\s*CREATE\s+VIRTUAL\b/i.test(sql);
}

export interface View extends NamedSql {
  /** As SQLite names and types them; absent where it cannot compile the view. */
  columns?: { name: string; type: string }[];
}

export interface Table {
  name: string;
  sql: string;
  columns: Column[];
  /** Names of the primary key's columns in key order; empty for a plain rowid table. */
  primaryKey: string[];
  foreignKeys: ForeignKey[];
  /** Column names of each UNIQUE constraint (the primary key not among them). */
  uniques: string[][];
  /** The expression of each CHECK constraint, as written, without the outer parentheses. */
  checks: string[];
  isStrict: boolean;
  isWithoutRowid: boolean;
}

export interface Column {
  name: string;
  /** Declared type as written; '' when there is none. */
  type: string;
  affinity: Affinity;
  isNotNull: boolean;
  defaultSql: string | null;
  /** 1-based position in the primary key, 0 when not part of it. */
  primaryKeyPosition: number;
  /** INTEGER PRIMARY KEY of a rowid table: the column is the rowid. */
  isRowidAlias: boolean;
  isGenerated: boolean;
}

export type Affinity = 'integer' | 'real' | 'text' | 'numeric' | 'blob';

export interface ForeignKey {
  columns: string[];
  parentTable: string;
  /** Referenced columns; the parent's primary key when the declaration leaves them out. */
  parentColumns: string[];
  onDelete: string;
  onUpdate: string;
}
