// The planner worker over SQLite's official build: it plans queries on modules which sql.js lacks.
import { withSmallHeap } from '../engine/explain/small-heap.ts';
import { createOfficialDriver } from '../engine/sqlite/official-driver.ts';
import { plannerHandlers } from './handlers/planner-handlers.ts';
import { loadOfficialSqlite } from './official-sqlite.ts';
import { serve } from './serve.ts';

serve(
  self as DedicatedWorkerGlobalScope,
  loadOfficialSqlite().then((sqlite3) =>
    plannerHandlers(withSmallHeap(createOfficialDriver(sqlite3))),
  ),
);
