// The transfer worker: files in and out, thrown away afterwards. Listens first; loads SQLite's
// official build only for a file that needs it.
import initSqlJs from 'sql.js';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { createOfficialDriver } from '../engine/sqlite/official-driver.ts';
import { createSqljsDriver } from '../engine/sqlite/sqljs-driver.ts';
import { sqljsOptions } from '../engine/sqlite/sqljs-options.ts';
import { transferHandlers } from './handlers/transfer-handlers.ts';
import { keptImages } from './kept-images.ts';
import { serve } from './serve.ts';

async function official() {
  const { loadOfficialSqlite } = await import('./official-sqlite.ts');
  return createOfficialDriver(await loadOfficialSqlite());
}

serve(
  self as DedicatedWorkerGlobalScope,
  initSqlJs({ ...sqljsOptions, locateFile: () => wasmUrl }).then((sqlJs) =>
    transferHandlers({ sqljs: createSqljsDriver(sqlJs), official }, keptImages),
  ),
);
