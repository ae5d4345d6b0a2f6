// The counter worker: SQLite's official build, which has instruments. Listens first.
import { createOfficialDriver } from '../engine/sqlite/official-driver.ts';
import { counterHandlers } from './handlers/counter-handlers.ts';
import { loadOfficialSqlite } from './official-sqlite.ts';
import { browserPlatform } from './platform.ts';
import { serve } from './serve.ts';

serve(
  self as DedicatedWorkerGlobalScope,
  loadOfficialSqlite().then((sqlite3) =>
    counterHandlers(createOfficialDriver(sqlite3), browserPlatform),
  ),
);
