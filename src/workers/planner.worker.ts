// The planner worker: empty shadow databases whose plans answer while the engine measures.
import initSqlJs from 'sql.js';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { withSmallHeap } from '../engine/explain/small-heap.ts';
import { createSqljsDriver } from '../engine/sqlite/sqljs-driver.ts';
import { sqljsOptions } from '../engine/sqlite/sqljs-options.ts';
import { plannerHandlers } from './handlers/planner-handlers.ts';
import { serve } from './serve.ts';

serve(
  self as DedicatedWorkerGlobalScope,
  initSqlJs({ ...sqljsOptions, locateFile: () => wasmUrl }).then((sqlJs) =>
    plannerHandlers(withSmallHeap(createSqljsDriver(sqlJs))),
  ),
);
