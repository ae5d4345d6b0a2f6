// Loads SQLite's official build in a worker, without its file systems in the browser's storage.
import init, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import wasmUrl from '@sqlite.org/sqlite-wasm/sqlite3.wasm?url';

interface Sqlite3Config {
  sqlite3ApiConfig?: { disable: { vfs: Record<string, boolean> } };
}

/** Emscripten's options, which the package passes on and its types leave out. */
const initWith = init as (options: { locateFile: () => string }) => Promise<Sqlite3Static>;

/** The package's namespace. Images are opened in memory: no worker of the package is started. */
export function loadOfficialSqlite(): Promise<Sqlite3Static> {
  const vfs = { opfs: true, 'opfs-vfs': true, 'opfs-sahpool': true, 'opfs-wl': true, kvvfs: true };
  (globalThis as Sqlite3Config).sqlite3ApiConfig = { disable: { vfs } };
  return initWith({ locateFile: () => wasmUrl });
}
