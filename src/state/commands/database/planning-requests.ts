// What the planner is asked, made from the playground and the database that is loaded, and how long
// it may take over it.
import type {
  ExplainRequest,
  InspectRequest,
  PlanRequest,
} from '../../../engine/model/plan/planning.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import type { Bindings } from '../../../engine/model/values.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import type { BuiltDatabase } from '../../runs-store.ts';
import { databaseBasis } from '../../selectors/basis.ts';

/** CREATE statements and plans take milliseconds; longer is a script that would never end. */
export const limitMs = 2000;
/** The first rows of hundreds of tables are made besides: measured 0.7 s for 500, on a busy machine. */
export const inspectLimitMs = 5000;
/** The first answer waits for the engine's module to load. */
export const firstLimitMs = 20_000;
/** Of schema text in each shadow database: five times what 2,000 tables take (0.002 ms). */
const limitMsPerCharacter = 0.01;

export function lengthMs(schemaSql: string, shadows: number): Milliseconds {
  return schemaSql.length * shadows * limitMsPerCharacter;
}

/** Nobody sees what a recipe would make while the data is a file's. */
export function inspectRequest(playground: Playground): InspectRequest {
  const { schemaSql, indexes, recipe, imported } = playground;
  return { schemaSql, indexes, recipe, ...(imported && { imported, needsPreview: false }) };
}

/** `draws`: first draws of queries whose values come from the data, as far as they are known. */
export function planRequest(
  playground: Playground,
  database: BuiltDatabase | null,
  draws: Record<string, Bindings>,
): PlanRequest {
  const { schemaSql, indexes, queries, setups, recipe } = playground;
  const statistics = isFresh(playground, database) ? database.summary.statistics : [];
  return {
    schemaSql,
    indexes,
    setups,
    statistics,
    draws,
    seed: recipe.seed,
    queries: queries.map(withParameters),
  };
}

/** The same for one query in full; null when there is no such query. */
export function explainRequest(
  playground: Playground,
  database: BuiltDatabase | null,
  draws: Record<string, Bindings>,
  queryId: string | null,
): ExplainRequest | null {
  const { queries, ...request } = planRequest(playground, database, draws);
  const query = queries.find(({ id }) => id === queryId);
  return query ? { ...request, query } : null;
}

/** Whether the loaded database holds what the playground describes. */
export function isFresh(
  playground: Playground,
  database: BuiltDatabase | null,
): database is BuiltDatabase {
  return database?.basis === databaseBasis(playground);
}
