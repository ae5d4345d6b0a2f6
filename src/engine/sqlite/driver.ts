// The interface to a SQLite build. The engine speaks to databases only through it,
// so that another build (with counters) can stand behind the same code.
import type { EngineInfo } from '../model/database.ts';
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
  open(image?: Uint8Array): Database;
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
  /** Rows inserted, updated or deleted by the last write. */
  changes(): number;
  /** The database image. Ends an open transaction's statements; PRAGMAs are applied again after it. */
  export(): Uint8Array;
  close(): void;
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
