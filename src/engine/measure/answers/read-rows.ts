// Reads the whole answer of one execution, within the time that one execution may take.
// What is done with the rows stands outside of the time.
import type { Query } from '../../model/playground.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { Bindings, SqlValue } from '../../model/values.ts';
import type { Statement } from '../../sqlite/driver.ts';
import { overLimitFailure } from './over-limit.ts';

/** Rows between two looks at the clock. */
const chunkRows = 1000;

export interface Execution {
  clock: () => Milliseconds;
  /** Longest time; looked at whenever SQLite hands out rows. */
  limitMs: Milliseconds;
  query: Query;
  /** The query, compiled. */
  statement: Statement;
  binding: Bindings;
}

/**
 * Hands every row to `visit` and returns the time of binding, stepping and reading. Throws an
 * EngineFailure ('time-limit') when that exceeds the limit.
 */
export function readRows(
  { clock, limitMs, query, statement, binding }: Execution,
  visit: (row: SqlValue[]) => void,
): Milliseconds {
  let elapsedMs = 0;
  let chunk: SqlValue[][];
  let start = clock();
  statement.bind(binding);
  do {
    chunk = [];
    while (chunk.length < chunkRows && statement.step()) chunk.push(statement.row());
    elapsedMs += clock() - start;
    if (elapsedMs > limitMs) throw overLimitFailure(query, limitMs);
    for (const row of chunk) visit(row);
    start = clock();
  } while (chunk.length === chunkRows);
  return elapsedMs;
}
