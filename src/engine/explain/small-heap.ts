// A limit on the memory of a whole build of SQLite, for a build that holds shadow databases alone.
// An engine with data needs a build of its own: the limit is that of all connections.
import type { Driver } from '../sqlite/driver.ts';

const heapBytes = 64 * 1024 * 1024;

/**
 * The driver with a heap of 64 MB for all its databases together, from now on: the limit can only be
 * lowered. Expressions of a schema are computed while first rows are made, and could make any value
 * that SQLite can hold, 1 GB; what is beyond ends as "out of memory", and the databases stay usable.
 */
export function withSmallHeap(driver: Driver): Driver {
  const database = driver.open();
  try {
    database.run(`PRAGMA hard_heap_limit = ${heapBytes}`);
  } finally {
    database.close();
  }
  return driver;
}
