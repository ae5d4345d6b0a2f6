// The engine worker over SQLite's official build: for files that need modules which sql.js lacks.
import { createOfficialDriver } from '../engine/sqlite/official-driver.ts';
import { engineHandlers } from './handlers/engine-handlers.ts';
import { keptImages } from './kept-images.ts';
import { loadOfficialSqlite } from './official-sqlite.ts';
import { browserPlatform } from './platform.ts';
import { serve } from './serve.ts';

serve(
  self as DedicatedWorkerGlobalScope,
  loadOfficialSqlite().then((sqlite3) =>
    engineHandlers(createOfficialDriver(sqlite3), browserPlatform, keptImages),
  ),
);
