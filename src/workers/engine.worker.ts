// The engine worker: holds the database and measures. Listens first, loads SQLite meanwhile.
import initSqlJs from 'sql.js';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { createSqljsDriver } from '../engine/sqlite/sqljs-driver.ts';
import { sqljsOptions } from '../engine/sqlite/sqljs-options.ts';
import { engineHandlers } from './handlers/engine-handlers.ts';
import { keptImages } from './kept-images.ts';
import { browserPlatform } from './platform.ts';
import { serve } from './serve.ts';

serve(
  self as DedicatedWorkerGlobalScope,
  initSqlJs({ ...sqljsOptions, locateFile: () => wasmUrl }).then((sqlJs) =>
    engineHandlers(createSqljsDriver(sqlJs), browserPlatform, keptImages),
  ),
);
