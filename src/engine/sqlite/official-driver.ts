// The driver over SQLite's official WebAssembly build, which has instruments that sql.js lacks.
// It counts work and takes no times. The module is loaded by whoever starts it (worker, test, bench).
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { SqlValue } from '../model/values.ts';
import type { ScriptStatement, SqlFunction } from './driver.ts';
import {
  type InstrumentedDatabase,
  type InstrumentedDriver,
  type InstrumentedStatement,
  Interrupted,
} from './instruments.ts';
import { type OfficialMemory, officialMemory } from './official-memory.ts';
import { wrapOfficialStatement } from './official-statement.ts';
import { PlacedError } from './placed-error.ts';
import { bulkInsertSql, createRowInsert } from './row-insert.ts';

/**
 * What sql.js sets, and what the two builds have by default otherwise (PRAGMA compile_options):
 * the official one has a page size of 8192 where no image brings one, and other cache sizes. Both
 * are without STAT4 and ICU, with the same limits and the same planner. What stays different is in
 * docs/decisions/0013-official-build-counts.md.
 */
const connectionPragmas = `
  PRAGMA page_size = 4096;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cache_size = -4000000;
  PRAGMA temp_store = MEMORY;
  PRAGMA journal_mode = MEMORY;
  PRAGMA synchronous = OFF;
  PRAGMA max_page_count = 786432;
`;

/** VM steps between two looks at the clock, about 0.1 ms. */
const stepsBetweenLooks = 10_000;

/** A driver over the loaded package. */
export function createOfficialDriver(sqlite3: Sqlite3Static): InstrumentedDriver {
  const memory = officialMemory(sqlite3);
  return {
    info: { name: 'sqlite-wasm', sqliteVersion: sqlite3.capi.sqlite3_libversion() },
    open(image) {
      const db = openConnection(sqlite3, memory, ':memory:');
      const database = wrapDatabase(sqlite3, memory, db);
      try {
        if (image) deserialize(sqlite3, memory, db, image);
        // After the image: opening it gives the connection another page cache.
        database.run(connectionPragmas);
        return database;
      } catch (thrown) {
        database.close();
        throw thrown;
      }
    },
  };
}

function openConnection({ capi }: Sqlite3Static, memory: OfficialMemory, path: string): number {
  const db = memory.borrow(8, (out) => {
    const flags = capi.SQLITE_OPEN_READWRITE | capi.SQLITE_OPEN_CREATE;
    capi.sqlite3_open_v2(path, out, flags, 0);
    return memory.pointerAt(out);
  });
  if (db === 0) throw new Error('out of memory');
  // sql.js takes "text" for 'text' where no column has that name; the official build does not.
  capi.sqlite3_db_config(db, capi.SQLITE_DBCONFIG_DQS_DML, 1, 0);
  capi.sqlite3_db_config(db, capi.SQLITE_DBCONFIG_DQS_DDL, 1, 0);
  return db;
}

function deserialize(
  { capi }: Sqlite3Static,
  memory: OfficialMemory,
  db: number,
  image: Uint8Array,
): void {
  const { length } = image;
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  // SQLite owns the copy from here on, and frees it also when it refuses the image.
  const copy = memory.copyIn(image);
  const code = capi.sqlite3_deserialize(db, 'main', copy, length, length, flags);
  if (code !== capi.SQLITE_OK) throw new Error(capi.sqlite3_errmsg(db));
}

/** Files made so far: each copy has a name of its own. */
let files = 0;

/** A copy of a connection's database in the file system that the build has in the page's memory. */
function copyToFile(
  sqlite3: Sqlite3Static,
  memory: OfficialMemory,
  source: number,
): InstrumentedDatabase {
  const { capi } = sqlite3;
  const path = `/copy-${++files}.db`;
  const db = openConnection(sqlite3, memory, path);
  const copy = wrapDatabase(sqlite3, memory, db, () => {
    memory.borrowText(path, (address) => memory.exports.sqlite3__wasm_vfs_unlink(0, address));
  });
  try {
    // Without these a journal and synchronising would be made for what nobody keeps.
    copy.run('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    const backup = capi.sqlite3_backup_init(db, 'main', source, 'main');
    if (!backup) throw new Error(capi.sqlite3_errmsg(db));
    capi.sqlite3_backup_step(backup, -1);
    if (capi.sqlite3_backup_finish(backup) !== capi.SQLITE_OK) {
      throw new Error(capi.sqlite3_errmsg(db));
    }
    copy.run(connectionPragmas);
    return copy;
  } catch (thrown) {
    copy.close();
    throw thrown;
  }
}

function wrapDatabase(
  sqlite3: Sqlite3Static,
  memory: OfficialMemory,
  db: number,
  onClosed: () => void = () => {},
): InstrumentedDatabase {
  const { capi } = sqlite3;
  const { exports } = memory;
  const check = (code: number) => {
    if (code === capi.SQLITE_OK) return;
    if (code === capi.SQLITE_INTERRUPT) throw new Interrupted();
    throw new Error(capi.sqlite3_errmsg(db));
  };
  const tools = { capi, memory, check };
  const open = new Map<number, InstrumentedStatement>();
  const functions = new Map<string, SqlFunction>();
  const registered = new Set<string>();

  function adopt(pointer: number): InstrumentedStatement {
    const statement = wrapOfficialStatement(tools, pointer, () => open.delete(pointer));
    open.set(pointer, statement);
    return statement;
  }

  /** Compiles the first statement of the text at `sql`; null when nothing but space is left. */
  function compile(sql: number, bytes: number): { pointer: number; end: number } | null {
    return memory.borrow(8, (out) => {
      const code = exports.sqlite3_prepare_v2(db, sql, bytes, out, out + 4);
      if (code === capi.SQLITE_ERROR) throw compileError(sql, bytes);
      check(code);
      const pointer = memory.pointerAt(out);
      return pointer === 0 ? null : { pointer, end: memory.pointerAt(out + 4) };
    });
  }

  /** The error of the text at `sql`, with its place where SQLite knows one (-1 where not). */
  function compileError(sql: number, bytes: number): Error {
    const message = capi.sqlite3_errmsg(db);
    const offset = exports.sqlite3_error_offset(db);
    if (offset < 0 || offset > bytes) return new Error(message);
    const units = memory.textUnits(sql, sql + offset);
    return new PlacedError(message, memory.textAt(sql, bytes), units);
  }

  function prepare(sql: string): InstrumentedStatement {
    const compiled = memory.borrowText(sql, compile);
    if (!compiled) throw new Error('Nothing to prepare');
    return adopt(compiled.pointer);
  }

  function* statements(script: string): Generator<ScriptStatement> {
    let offset = 0;
    while (offset < script.length) {
      const rest = script.slice(offset);
      const next = memory.borrowText(rest, (address, bytes) => {
        const compiled = compile(address, bytes);
        return compiled && { ...compiled, units: memory.textUnits(address, compiled.end) };
      });
      if (!next) return;
      const statement = adopt(next.pointer);
      try {
        yield { statement, sql: rest.slice(0, next.units), offset };
      } finally {
        statement.free();
      }
      offset += next.units;
    }
  }

  function run(script: string): void {
    for (const { statement } of statements(script)) while (statement.step());
  }

  return {
    prepare,
    statements,
    run,
    all(sql, binding) {
      const statement = prepare(sql);
      try {
        if (binding) statement.bind(binding);
        const rows: SqlValue[][] = [];
        while (statement.step()) rows.push(statement.row());
        return rows;
      } finally {
        statement.free();
      }
    },
    bulkInsert: (rows) => createRowInsert(prepare(bulkInsertSql(rows, 1)), rows),
    createFunction(name, work) {
      if (!registered.has(name)) {
        // The package turns arguments into values, and blobs into byte arrays; its type says more.
        const call = (_context: number, ...values: unknown[]) => {
          const known = functions.get(name);
          if (!known) throw new Error(`no such function: ${name}`);
          return known(...(values as SqlValue[]));
        };
        check(capi.sqlite3_create_function(db, name, -1, capi.SQLITE_UTF8, 0, call, 0, 0));
      }
      registered.add(name);
      functions.set(name, work);
    },
    removeFunction(name) {
      functions.delete(name);
      // The package forgets the function even where SQLite refuses to.
      if (!registered.has(name) || isAnyUnderWay()) return;
      check(capi.sqlite3_create_function(db, name, -1, capi.SQLITE_UTF8, 0, 0, 0, 0));
      registered.delete(name);
    },
    changes: () => capi.sqlite3_changes(db),
    export: () => capi.sqlite3_js_db_export(db),
    close() {
      capi.sqlite3_progress_handler(db, 0, 0, 0);
      // A statement that was left open would keep the connection and its image in memory. Those that
      // FTS5 and R-Tree hold (sqlite3_next_stmt gives them too) are theirs to free.
      for (const statement of [...open.values()]) statement.free();
      capi.sqlite3_close_v2(db);
      onClosed();
    },
    takePageCounters: () => ({
      hits: takeStatus(capi.SQLITE_DBSTATUS_CACHE_HIT),
      misses: takeStatus(capi.SQLITE_DBSTATUS_CACHE_MISS),
      writes: takeStatus(capi.SQLITE_DBSTATUS_CACHE_WRITE),
    }),
    emptyPageCache: () => run('PRAGMA shrink_memory'),
    copyToFile: () => copyToFile(sqlite3, memory, db),
    withTimeLimit(limitMs, clock, work) {
      const end = clock() + limitMs;
      capi.sqlite3_progress_handler(db, stepsBetweenLooks, () => (clock() > end ? 1 : 0), 0);
      try {
        return work();
      } finally {
        capi.sqlite3_progress_handler(db, 0, 0, 0);
      }
    },
  };

  function isAnyUnderWay(): boolean {
    for (let at = next(0); at !== 0; at = next(at)) {
      if (capi.sqlite3_stmt_busy(at)) return true;
    }
    return false;
  }

  function next(statement: number): number {
    return Number(capi.sqlite3_next_stmt(db, statement));
  }

  function takeStatus(counter: number): number {
    return memory.borrow(8, (out) => {
      exports.sqlite3_db_status(db, counter, out, out + 4, 1);
      return sqlite3.wasm.peek32(out);
    });
  }
}
