// The memory of SQLite's official build, and those of its functions that are called for every row:
// straight from WebAssembly, because the package's checked wrappers take about as long as the work.
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { maxBytesPerUnit, writeUtf8 } from '../../lib/utf8.ts';

/** Addresses are numbers; so are result codes. 0 is the null pointer and SQLITE_OK. */
export interface OfficialExports {
  sqlite3_malloc(bytes: number): number;
  sqlite3_free(address: number): void;
  sqlite3_prepare_v2(db: number, sql: number, bytes: number, out: number, tail: number): number;
  sqlite3_error_offset(db: number): number;
  sqlite3_step(statement: number): number;
  sqlite3_reset(statement: number): number;
  sqlite3_finalize(statement: number): number;
  sqlite3_clear_bindings(statement: number): number;
  sqlite3_bind_int(statement: number, position: number, value: number): number;
  sqlite3_bind_double(statement: number, position: number, value: number): number;
  sqlite3_bind_null(statement: number, position: number): number;
  sqlite3_bind_text(s: number, position: number, at: number, bytes: number, free: number): number;
  sqlite3_bind_blob(s: number, position: number, at: number, bytes: number, free: number): number;
  sqlite3_bind_parameter_index(statement: number, name: number): number;
  sqlite3_column_count(statement: number): number;
  sqlite3_column_name(statement: number, column: number): number;
  sqlite3_column_type(statement: number, column: number): number;
  sqlite3_column_double(statement: number, column: number): number;
  sqlite3_column_int64(statement: number, column: number): bigint;
  sqlite3_column_text(statement: number, column: number): number;
  sqlite3_column_blob(statement: number, column: number): number;
  sqlite3_column_bytes(statement: number, column: number): number;
  sqlite3_stmt_status(statement: number, counter: number, isReset: number): number;
  /** Deletes a file of the file system in memory; 0 for the default one. */
  sqlite3__wasm_vfs_unlink(vfs: number, path: number): number;
  sqlite3_db_status(db: number, counter: number, now: number, high: number, reset: number): number;
}

export interface OfficialMemory {
  readonly exports: OfficialExports;
  /** Calls `use` with an address of so many bytes, which are freed afterwards. */
  borrow<Result>(bytes: number, use: (address: number) => Result): Result;
  /** The same with a text in UTF-8, 0 behind it, and its length in bytes. */
  borrowText<Result>(text: string, use: (address: number, bytes: number) => Result): Result;
  /** A copy that SQLite frees with sqlite3_free. Throws when there is no room for it. */
  copyIn(bytes: Uint8Array): number;
  copyOut(address: number, bytes: number): Uint8Array;
  /** A text of so many bytes; there is a 0 behind it, as SQLite gives all texts. */
  textAt(address: number, bytes: number): string;
  /** The text that ends at the next 0: a name. */
  nameAt(address: number): string;
  pointerAt(address: number): number;
  /** How many UTF-16 units the UTF-8 between two addresses is. */
  textUnits(from: number, to: number): number;
}

/** The memory of a loaded module. */
export function officialMemory({ wasm }: Sqlite3Static): OfficialMemory {
  const exports: OfficialExports = wasm.exports;

  function allocate(bytes: number): number {
    const address = exports.sqlite3_malloc(Math.max(1, bytes));
    if (address === 0) throw new Error('out of memory');
    return address;
  }

  function borrow<Result>(bytes: number, use: (address: number) => Result): Result {
    const address = allocate(bytes);
    try {
      return use(address);
    } finally {
      exports.sqlite3_free(address);
    }
  }

  return {
    exports,
    borrow,
    borrowText: (text, use) =>
      borrow(text.length * maxBytesPerUnit + 1, (address) => {
        const end = writeUtf8(text, wasm.heap8u(), address);
        wasm.heap8u()[end] = 0;
        return use(address, end - address);
      }),
    copyIn(bytes) {
      const address = allocate(bytes.length);
      wasm.heap8u().set(bytes, address);
      return address;
    },
    copyOut: (address, bytes) => wasm.heap8u().slice(address, address + bytes),
    textAt(address, bytes) {
      const parts: string[] = [];
      // The package reads up to a 0; a text of SQLite may have some within.
      for (let at = address; at <= address + bytes; at += (wasm.cstrlen(at) ?? 0) + 1) {
        parts.push(wasm.cstrToJs(at) ?? '');
      }
      return parts.join('\0');
    },
    nameAt: (address) => wasm.cstrToJs(address) ?? '',
    pointerAt: (address) => wasm.peekPtr(address),
    textUnits(from, to) {
      const heap = wasm.heap8u();
      let units = 0;
      for (let at = from; at < to; at++) {
        const byte = heap[at] ?? 0;
        // Continuation bytes add nothing; four bytes are a pair of surrogates.
        if (byte >= 0xf0) units += 2;
        else if (byte < 0x80 || byte >= 0xc0) units++;
      }
      return units;
    },
  };
}
