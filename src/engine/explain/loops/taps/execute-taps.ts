// Executes the copy of a statement that calls counting functions. Takes no times.
import type { Milliseconds } from '../../../model/units.ts';
import type { ScopeSource } from '../../../sql/scopes/query-scope.ts';
import type { Binding, Database } from '../../../sqlite/driver.ts';
import { OverLimit } from './over-limit-error.ts';
import type { PlacedTaps } from './place-taps.ts';

/** Rows between two looks at the clock. */
const rowsBetweenLooks = 4096;

export interface Execution {
  database: Database;
  binding: Binding;
  clock: () => Milliseconds;
  limitMs: Milliseconds;
}

/** Rows visited, by source, and rows that came out. Throws SQLite's error, and OverLimit. */
export function executeTaps(
  { database, binding, clock, limitMs }: Execution,
  { sql, taps }: PlacedTaps,
): { visited: Map<ScopeSource, number>; resultRows: number } {
  const end = clock() + limitMs;
  let calls = 0;
  let isOver = false;
  const counters = taps.map((tap) => ({ tap, visited: 0 }));
  for (const counter of counters) {
    database.createFunction(counter.tap.name, (value) => {
      // The row that an outer join makes where nothing matches.
      if (value !== null) counter.visited++;
      if (++calls % rowsBetweenLooks === 0 && clock() > end) {
        isOver = true;
        throw new OverLimit();
      }
      return 1;
    });
  }
  let resultRows = 0;
  const statement = database.prepare(sql);
  try {
    statement.bind(binding);
    while (statement.step()) {
      resultRows++;
      if (resultRows % rowsBetweenLooks === 0 && clock() > end) throw new OverLimit();
    }
  } catch (thrown) {
    throw isOver ? new OverLimit() : thrown;
  } finally {
    statement.free();
  }
  return {
    visited: new Map(counters.map(({ tap, visited }) => [tap.site.source, visited])),
    resultRows,
  };
}
