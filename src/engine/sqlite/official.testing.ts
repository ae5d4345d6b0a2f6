// Opens SQLite's official build under Node, for tests and benches.
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { InstrumentedDriver } from './instruments.ts';
import { createOfficialDriver } from './official-driver.ts';

let sqlite3: Sqlite3Static | null = null;
let loading: Promise<InstrumentedDriver> | null = null;

/** The driver with instruments, loaded once a process. */
export function loadOfficialTestDriver(): Promise<InstrumentedDriver> {
  loading ??= load();
  return loading;
}

/** What the build's memory has grown to; it never shrinks. */
export function officialHeapBytes(): number {
  return sqlite3?.wasm.heap8u().byteLength ?? 0;
}

async function load(): Promise<InstrumentedDriver> {
  const { default: init } = await import('@sqlite.org/sqlite-wasm');
  sqlite3 = await init();
  return createOfficialDriver(sqlite3);
}
