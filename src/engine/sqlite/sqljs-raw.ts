// SQLite's own C functions behind sql.js, for loading rows and for taking functions away: sql.js
// exports them, its types do not. Whoever asks must be ready for a build that lacks some.
import type { Database as SqlJsDatabase, Statement as SqlJsStatement, SqlJsStatic } from 'sql.js';

/** The exports that loading needs; pointers are byte offsets in the module's memory. */
export interface RawSqljs {
  _sqlite3_bind_int(statement: number, position: number, value: number): number;
  _sqlite3_bind_double(statement: number, position: number, value: number): number;
  /** A null pointer binds NULL. `destructor` 0 (SQLITE_STATIC): the bytes stay where they are. */
  _sqlite3_bind_text(
    statement: number,
    position: number,
    text: number,
    bytes: number,
    destructor: number,
  ): number;
  _sqlite3_bind_blob(
    statement: number,
    position: number,
    blob: number,
    bytes: number,
    destructor: number,
  ): number;
  _sqlite3_step(statement: number): number;
  _sqlite3_reset(statement: number): number;
  _sqlite3_sql(statement: number): number;
  _sqlite3_errmsg(database: number): number;
  UTF8ToString(pointer: number): string;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  writeArrayToMemory(bytes: Uint8Array, pointer: number): void;
}

const functionNames: readonly (keyof RawSqljs)[] = [
  '_sqlite3_bind_int',
  '_sqlite3_bind_double',
  '_sqlite3_bind_text',
  '_sqlite3_bind_blob',
  '_sqlite3_step',
  '_sqlite3_reset',
  '_sqlite3_sql',
  '_sqlite3_errmsg',
  'UTF8ToString',
  '_malloc',
  '_free',
  'writeArrayToMemory',
];

/** The raw functions of a module, or null when this build lacks one of them. */
export function rawFunctions(sqlJs: SqlJsStatic): RawSqljs | null {
  const functions = sqlJs as SqlJsStatic & Partial<RawSqljs>;
  return functionNames.every((name) => typeof functions[name] === 'function')
    ? (functions as SqlJsStatic & RawSqljs)
    : null;
}

// Static data of the module lies below; a small number is sql.js's own counter, not a pointer.
const lowestPointer = 65536;

/**
 * SQLite's pointer of a statement. sql.js keeps it in a field with a minified name, so it is known
 * by what it points to: the statement with this very text. Null when no field does.
 */
export function statementPointer(
  raw: RawSqljs,
  statement: SqlJsStatement,
  sql: string,
): number | null {
  const isPointer = (value: unknown): value is number =>
    typeof value === 'number' && value >= lowestPointer && value % 8 === 0;
  return (
    Object.values(statement)
      .filter(isPointer)
      .find((pointer) => raw.UTF8ToString(raw._sqlite3_sql(pointer)) === sql) ?? null
  );
}

/** SQLite's pointer of a connection, or null when sql.js keeps it elsewhere. */
export function databasePointer(database: SqlJsDatabase): number | null {
  const { db } = database as unknown as { db?: unknown };
  return typeof db === 'number' && db >= lowestPointer && db % 8 === 0 ? db : null;
}

interface RawCreateFunction {
  _sqlite3_create_function_v2(
    database: number,
    name: number,
    argumentCount: number,
    encoding: number,
    data: number,
    call: number,
    step: number,
    final: number,
    destructor: number,
  ): number;
  stringToNewUTF8(text: string): number;
  _free(pointer: number): void;
}

const utf8 = 1;

/**
 * Takes a function of any number of arguments away, which sql.js has no call for
 * (https://www.sqlite.org/c3ref/create_function.html: null pointers do it). False when this build
 * lacks what it takes, and while a statement is under way.
 */
export function unregisterFunction(
  sqlJs: SqlJsStatic,
  database: SqlJsDatabase,
  name: string,
): boolean {
  const raw = sqlJs as SqlJsStatic & Partial<RawCreateFunction>;
  const pointer = databasePointer(database);
  if (!raw._sqlite3_create_function_v2 || !raw.stringToNewUTF8 || !raw._free) return false;
  if (pointer === null) return false;
  const text = raw.stringToNewUTF8(name);
  const code = raw._sqlite3_create_function_v2(pointer, text, -1, utf8, 0, 0, 0, 0, 0);
  raw._free(text);
  return code === 0;
}
