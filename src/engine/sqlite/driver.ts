// The interface to a SQLite build. The engine speaks to databases only through it,
// so that another build (with counters) can stand behind the same code.
import type { EngineInfo } from '../model/database/engine-info.ts';
import type { SqlValue } from '../model/values.ts';

/** Values to bind: by position, or by name with prefix (`:name`). */
export type Binding = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** A SQLite build, ready to open databases. */
export interface Driver {
  readonly info: EngineInfo;
  /**
   * Opens an empty database, or a copy of a database image.
   * Every connection has foreign_keys ON and a page cache that holds the whole database.
   */
  open(image?: Uint8Array, options?: OpenOptions): Database;
}

export interface OpenOptions {
  /**
   * Room to set aside for the file of an empty database. Without it the file is copied each time it
   * grows, which takes a quarter of the time of loading a million rows. Exports are not larger.
   */
  reserveBytes?: number;
}

/** A connection. All methods throw an Error with SQLite's message when SQLite reports one. */
export interface Database {
  /** Compiles the first statement of `sql`. Throws when there is none. The caller frees it. */
  prepare(sql: string): Statement;
  /**
   * Splits a script with SQLite's own parser and hands out one compiled statement after the other,
   * each compiled only when its turn comes (it may depend on those before). Frees each after its turn.
   */
  statements(script: string): Iterable<ScriptStatement>;
  /** Runs a script whose rows nobody needs. */
  run(script: string): void;
  /** All rows of one statement: for the engine's own small questions, not for timing. */
  all(sql: string, binding?: Binding): SqlValue[][];
  /** Prepares the insertion of many rows. The caller opens the transaction and frees it. */
  bulkInsert(rows: BulkRows): BulkInsert;
  /**
   * Gives statements a function of any number of arguments, of which SQLite assumes nothing: it is
   * called for each row. Stays with the connection, at most until the next export; given again under
   * the same name only `work` is exchanged, and compiled statements stay compiled. A throw of `work`
   * ends the statement with its message. A call costs about 0.15 microseconds in sql.js and 1 in the
   * official build.
   */
  createFunction(name: string, work: SqlFunction): void;
  /**
   * Takes a function away again: statements that call it do not compile any more. While a statement
   * is under way SQLite keeps the function, and a call fails. Compiled statements are compiled again
   * by SQLite when they next start; their bindings stay.
   */
  removeFunction(name: string): void;
  /** Rows inserted, updated or deleted by the last write. */
  changes(): number;
  /** The database image. Ends an open transaction's statements; PRAGMAs are applied again after it. */
  export(): Uint8Array;
  close(): void;
}

export type SqlFunction = (...values: SqlValue[]) => SqlValue;

/** Where bulk rows go and what they hold. */
export interface BulkRows {
  table: string;
  columns: readonly string[];
  /** The value of each column by row number, from 0. */
  cells: readonly ((row: number) => SqlValue)[];
  /** True when the table has an index besides its rowid: UNIQUE or a key that is not the rowid. */
  hasKeyIndex: boolean;
  /**
   * The statement where it is more than INSERT ... VALUES. `values` is the list of rows of
   * placeholders, `(?,?),(?,?)`; a statement that takes one row at a time says so with hasKeyIndex.
   */
  sql?(values: string): string;
  /**
   * Other values for a row that SQLite refused with this message, or null to give up. Attempts
   * count from 1 for each row.
   */
  retry?(row: number, attempt: number, message: string): SqlValue[] | null;
}

export interface BulkInsert {
  /** Inserts a range of rows. Throws RowRejected for the first one that SQLite refuses. */
  insert(firstRow: number, count: number): void;
  /** True when rows go to SQLite without passing through the public binding functions. */
  readonly isFast: boolean;
  free(): void;
}

/** SQLite refused a row of a bulk insert; the message is SQLite's. */
export class RowRejected extends Error {
  readonly row: number;
  readonly values: readonly SqlValue[];
  constructor(message: string, row: number, values: readonly SqlValue[]) {
    super(message);
    this.name = 'RowRejected';
    this.row = row;
    this.values = values;
  }
}

export interface ScriptStatement {
  statement: Statement;
  /** Text of this statement as written, with the white space before it. */
  sql: string;
  /** UTF-16 offset of `sql` in the script. */
  offset: number;
}

/** A compiled statement. */
export interface Statement {
  readonly columns: string[];
  /** Resets, clears all bindings and binds. A name that the statement lacks is ignored. */
  bind(binding: Binding): void;
  /** True when a row is ready. */
  step(): boolean;
  /** The columns of the current row. */
  row(): SqlValue[];
  /** Back to the beginning, bindings kept. */
  reset(): void;
  free(): void;
}
