// What a unit of work knows of a table: its name, its columns, its key.

export interface Mapping {
  /** As SQL. */
  table: string;
  /** Columns that objects have as attributes; of a table without declared key also its rowid. */
  columns: readonly string[];
  /** Of them those by which a row is found; empty where there is none. */
  key: readonly string[];
}
