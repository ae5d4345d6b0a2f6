// The driver over sql.js: SQLite compiled to WebAssembly, the build that times are measured with.
// The module itself is loaded by whoever starts the engine (worker entry, test, bench).
import type { Database as SqlJsDatabase, Statement as SqlJsStatement, SqlJsStatic } from 'sql.js';
import type { SqlValue } from '../model/values.ts';
import type { Database, Driver, ScriptStatement, SqlFunction, Statement } from './driver.ts';
import { createBulkInsert } from './sqljs-bulk-insert.ts';
import { unregisterFunction } from './sqljs-raw.ts';

/**
 * PRAGMAs of every connection. cache_size holds the database (the default 2 MB re-reads pages
 * through an emulated file system); the rest only saves emulated system calls.
 */
const connectionPragmas = `
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cache_size = -4000000;
  PRAGMA temp_store = MEMORY;
  PRAGMA journal_mode = MEMORY;
  PRAGMA synchronous = OFF;
  PRAGMA max_page_count = 786432;
`;

/** A driver over a loaded sql.js module. */
export function createSqljsDriver(sqlJs: SqlJsStatic): Driver {
  const probe = new sqlJs.Database();
  const sqliteVersion = String(probe.exec('SELECT sqlite_version()')[0]?.values[0]?.[0]);
  teachStatements(probe);
  probe.close();
  return {
    info: { name: 'sql.js', sqliteVersion },
    open: (image, options) =>
      wrapDatabase(
        sqlJs,
        new sqlJs.Database(image ?? roomyImage(sqlJs, options?.reserveBytes ?? 0)),
      ),
  };
}

const leastReserve = 1024 * 1024;

/**
 * An empty database in a file that is longer than it needs to be. SQLite takes the number of pages
 * from the header and writes into the room behind; Emscripten's file system never has to grow the
 * file, which it does by an eighth at a time, copying everything.
 */
function roomyImage(sqlJs: SqlJsStatic, reserveBytes: number): Uint8Array | null {
  if (reserveBytes < leastReserve) return null;
  const empty = new sqlJs.Database();
  // Writes the header page and nothing else.
  empty.run('PRAGMA user_version = 1; PRAGMA user_version = 0;');
  const header = empty.export();
  empty.close();
  const image = new Uint8Array(reserveBytes);
  image.set(header);
  return image;
}

function wrapDatabase(sqlJs: SqlJsStatic, db: SqlJsDatabase): Database {
  try {
    db.run(connectionPragmas);
  } catch (thrown) {
    // An image that is no database: its copy would stay in memory.
    db.close();
    throw thrown;
  }
  const functions = new Map<string, SqlFunction>();
  const registered = new Set<string>();
  return {
    prepare: (sql) => asStatement(db.prepare(sql)),
    statements: (script) => iterate(db, script),
    run(script) {
      db.run(script);
    },
    all(sql, binding) {
      const statement = asStatement(db.prepare(sql));
      try {
        if (binding) statement.bind(binding);
        const rows: SqlValue[][] = [];
        while (statement.step()) rows.push(statement.row());
        return rows;
      } finally {
        statement.free();
      }
    },
    bulkInsert: (rows) => createBulkInsert(sqlJs, db, rows),
    createFunction(name, work) {
      if (!registered.has(name)) registerFunction(db, name, functions);
      registered.add(name);
      functions.set(name, work);
    },
    removeFunction(name) {
      functions.delete(name);
      if (registered.has(name) && unregisterFunction(sqlJs, db, name)) registered.delete(name);
    },
    changes: () => db.getRowsModified(),
    export() {
      const image = db.export();
      // It opens the file anew, without the functions of before.
      functions.clear();
      registered.clear();
      db.run(connectionPragmas);
      return image;
    },
    close: () => db.close(),
  };
}

/** sql.js takes a JavaScript function's length for the number of arguments; -1 is any number. */
function registerFunction(
  db: SqlJsDatabase,
  name: string,
  functions: ReadonlyMap<string, SqlFunction>,
): void {
  const call = (...values: SqlValue[]): SqlValue => {
    const work = functions.get(name);
    if (!work) throw new Error(`no such function: ${name}`);
    return work(...values);
  };
  Object.defineProperty(call, 'length', { value: -1 });
  db.create_function(name, call);
}

function* iterate(db: SqlJsDatabase, script: string): Generator<ScriptStatement> {
  const iterator = db.iterateStatements(script);
  let offset = 0;
  while (true) {
    const next = iterator.next();
    if (next.done) return;
    const end = script.length - iterator.getRemainingSQL().length;
    const statement = asStatement(next.value);
    try {
      yield { statement, sql: script.slice(offset, end), offset };
    } finally {
      statement.free();
    }
    offset = end;
  }
}

/**
 * Gives the statements of this sql.js module the two members of the interface that they lack. They
 * then are Statements themselves: an object around each, that passes every call on, took 5 % of the
 * time of a key lookup, and that is time which is measured (`npm run bench -- fidelity`).
 */
function teachStatements(db: SqlJsDatabase): void {
  const statement = db.prepare('SELECT 1');
  Object.defineProperties(Object.getPrototypeOf(statement), {
    columns: {
      configurable: true,
      get(this: SqlJsStatement) {
        return this.getColumnNames();
      },
    },
    row: {
      configurable: true,
      value(this: SqlJsStatement) {
        return exactRow(this);
      },
    },
  });
  statement.free();
}

/**
 * The statement as the interface knows it; its bind resets and clears the bindings by itself.
 * sql.js binds a bigint as text and would give an INTEGER comparison the wrong type; a column's
 * affinity turns it back, so exactness is kept where it matters and nothing is rounded.
 */
function asStatement(statement: SqlJsStatement): Statement {
  return statement as unknown as Statement;
}

/** The current row; integers that a double cannot hold exactly come as bigint. */
function exactRow(statement: SqlJsStatement): SqlValue[] {
  const row: SqlValue[] = statement.get();
  let isExact = true;
  // A plain loop: this runs for every row inside the time that is measured.
  for (let column = 0; column < row.length; column++) {
    if (isUnsafe(row[column] ?? null)) isExact = false;
  }
  if (isExact) return row;
  const exact = readWithBigInt(statement);
  return row.map((value, column) => (isUnsafe(value) ? (exact[column] ?? null) : value));
}

function isUnsafe(value: SqlValue): boolean {
  return typeof value === 'number' && (value > 9007199254740991 || value < -9007199254740991);
}

// @types/sql.js does not know get's second argument; real numbers stay numbers under useBigInt.
function readWithBigInt(statement: SqlJsStatement): SqlValue[] {
  const get = statement.get.bind(statement) as (
    parameters: null,
    config: { useBigInt: boolean },
  ) => SqlValue[];
  return get(null, { useBigInt: true });
}
