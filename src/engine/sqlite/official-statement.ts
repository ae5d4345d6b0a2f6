// A compiled statement of SQLite's official build: binding, stepping, reading, its counters.
// Values are bound as sql.js binds them: a number that it passes as a real would otherwise take
// another path through comparisons, and what is counted must be what was measured.
import type { CAPI } from '@sqlite.org/sqlite-wasm';
import type { SqlValue } from '../model/values.ts';
import type { Binding } from './driver.ts';
import type { InstrumentedStatement } from './instruments.ts';
import type { OfficialMemory } from './official-memory.ts';

export interface StatementTools {
  capi: CAPI;
  memory: OfficialMemory;
  /** Throws what SQLite says for a code that is not SQLITE_OK. */
  check(code: number): void;
}

/** SQLITE_TRANSIENT: SQLite makes a copy of its own before the call returns. */
const copied = -1;

export function wrapOfficialStatement(
  { capi, memory, check }: StatementTools,
  pointer: number,
  onFree: () => void,
): InstrumentedStatement {
  const { exports } = memory;
  const width = exports.sqlite3_column_count(pointer);
  let isFree = false;
  const take = (counter: number) => exports.sqlite3_stmt_status(pointer, counter, 1);

  function bindValue(position: number, value: SqlValue): number {
    if (value === null) return exports.sqlite3_bind_null(pointer, position);
    if (typeof value === 'number') {
      return value === (value | 0)
        ? exports.sqlite3_bind_int(pointer, position, value)
        : exports.sqlite3_bind_double(pointer, position, value);
    }
    if (value instanceof Uint8Array) return bindBlob(position, value);
    // sql.js binds a bigint as text; a column's affinity turns it back.
    return memory.borrowText(String(value), (address, bytes) =>
      exports.sqlite3_bind_text(pointer, position, address, bytes, copied),
    );
  }

  function bindBlob(position: number, value: Uint8Array): number {
    const address = memory.copyIn(value);
    try {
      return exports.sqlite3_bind_blob(pointer, position, address, value.length, copied);
    } finally {
      exports.sqlite3_free(address);
    }
  }

  function bindAll(binding: Binding): void {
    if (isList(binding)) {
      for (const [index, value] of binding.entries()) check(bindValue(index + 1, value));
      return;
    }
    for (const [name, value] of Object.entries(binding)) {
      const position = memory.borrowText(name, (address) =>
        exports.sqlite3_bind_parameter_index(pointer, address),
      );
      if (position > 0) check(bindValue(position, value));
    }
  }

  function valueAt(column: number): SqlValue {
    switch (exports.sqlite3_column_type(pointer, column)) {
      case capi.SQLITE_INTEGER: {
        const value = exports.sqlite3_column_double(pointer, column);
        // Beyond 2^53 a double is not the integer any more.
        return Number.isSafeInteger(value) ? value : exports.sqlite3_column_int64(pointer, column);
      }
      case capi.SQLITE_FLOAT:
        return exports.sqlite3_column_double(pointer, column);
      case capi.SQLITE_TEXT: {
        const address = exports.sqlite3_column_text(pointer, column);
        return memory.textAt(address, exports.sqlite3_column_bytes(pointer, column));
      }
      case capi.SQLITE_BLOB: {
        const address = exports.sqlite3_column_blob(pointer, column);
        return memory.copyOut(address, exports.sqlite3_column_bytes(pointer, column));
      }
      default:
        return null;
    }
  }

  return {
    get columns() {
      return Array.from({ length: width }, (_, column) =>
        memory.nameAt(exports.sqlite3_column_name(pointer, column)),
      );
    },
    bind(binding) {
      exports.sqlite3_reset(pointer);
      exports.sqlite3_clear_bindings(pointer);
      bindAll(binding);
    },
    step() {
      const code = exports.sqlite3_step(pointer);
      if (code === capi.SQLITE_ROW) return true;
      if (code !== capi.SQLITE_DONE) check(code);
      return false;
    },
    row() {
      const row = new Array<SqlValue>(width);
      for (let column = 0; column < width; column++) row[column] = valueAt(column);
      return row;
    },
    reset() {
      exports.sqlite3_reset(pointer);
    },
    free() {
      if (isFree) return;
      isFree = true;
      onFree();
      exports.sqlite3_finalize(pointer);
    },
    takeCounters: () => ({
      vmSteps: take(capi.SQLITE_STMTSTATUS_VM_STEP),
      fullScanSteps: take(capi.SQLITE_STMTSTATUS_FULLSCAN_STEP),
      sorts: take(capi.SQLITE_STMTSTATUS_SORT),
      autoIndexRows: take(capi.SQLITE_STMTSTATUS_AUTOINDEX),
      filterHits: take(capi.SQLITE_STMTSTATUS_FILTER_HIT),
      filterMisses: take(capi.SQLITE_STMTSTATUS_FILTER_MISS),
    }),
  };
}

function isList(binding: Binding): binding is readonly SqlValue[] {
  return Array.isArray(binding);
}
