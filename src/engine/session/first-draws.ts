// What a run binds first, for queries that take values from the data: plans are made with it.
// How values are drawn stands in engine/measure.
import { drawParameters } from '../measure/draw-parameters.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Query } from '../model/playground.ts';
import type { Bindings } from '../model/values.ts';
import type { Database } from '../sqlite/driver.ts';

/** The values that a run with this seed binds first, for queries that take some from the data. */
export function firstDraws(
  database: Database,
  queries: readonly Query[],
  seed: number,
): Record<string, Bindings> {
  const draws: Record<string, Bindings> = {};
  for (const { id, sql, parameters } of queries) {
    if (!parameters.some(({ generator }) => generator.kind === 'query')) continue;
    try {
      const [first] = drawParameters(database, sql, parameters, 1, String(seed));
      if (first) draws[id] = first;
    } catch (thrown) {
      // That it cannot be run is said where it is run.
      if (!(thrown instanceof EngineFailure)) throw thrown;
    }
  }
  return draws;
}
