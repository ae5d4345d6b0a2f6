// Keeps the rows of the last run in the engine's memory; the page reads windows of them.

import type { RowsRequest } from '../model/database/run.ts';
import { EngineFailure } from '../model/errors.ts';
import type { SqlValue } from '../model/values.ts';

/** Rows of a result that travel with the run's answer. */
export const firstWindowRows = 200;

export interface ResultStore {
  /** Keeps rows and gives the id to read them by. */
  keep(rows: SqlValue[][]): number;
  /** Rows from..from+count, fewer at the end. Throws when the result was dropped. */
  read(request: RowsRequest): SqlValue[][];
  /** Drops all results: a new run replaces them. */
  clear(): void;
}

export function createResultStore(): ResultStore {
  const results = new Map<number, SqlValue[][]>();
  let nextId = 1;
  return {
    keep(rows) {
      const id = nextId++;
      results.set(id, rows);
      return id;
    },
    read({ resultId, from, count }) {
      const rows = results.get(resultId);
      if (!rows) {
        throw new EngineFailure({
          code: 'expired',
          message: 'This result is no longer kept.',
          hint: 'Run the query again to see its rows.',
        });
      }
      return rows.slice(from, from + count);
    },
    clear: () => results.clear(),
  };
}
