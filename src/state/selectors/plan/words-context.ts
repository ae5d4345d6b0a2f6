// What the words about a plan need besides its steps, as far as it is the same in every setup.
// Pure; the words themselves are the engine's (engine/plan/words).
import { emptySchema } from '../../../engine/model/database/schema.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { WordsContext } from '../../../engine/plan/words/words-context.ts';
import { foldName } from '../../../lib/sql-name.ts';
import type { RunsState } from '../../runs-store.ts';
import { tableRowCounts } from '../data/table-row-counts.ts';

export type CommonContext = Pick<WordsContext, 'schema' | 'rowsOf' | 'areRowsLoaded'>;

/** Counts of the loaded database or the imported file, else what the recipe will make. */
export function commonContext(
  playground: Playground,
  { database, inspection }: Pick<RunsState, 'database' | 'inspection'>,
): CommonContext {
  const { rows, arePlanned } = tableRowCounts(playground, database);
  return {
    schema: inspection?.schema ?? emptySchema,
    areRowsLoaded: !arePlanned,
    rowsOf: (table) => rows.get(foldName(table)) ?? null,
  };
}
