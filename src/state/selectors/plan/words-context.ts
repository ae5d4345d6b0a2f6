// What the words about a plan need besides its steps, as far as it is the same in every setup.
// Pure; the words themselves are the engine's (engine/plan/words).
import { emptySchema } from '../../../engine/model/database/schema.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { WordsContext } from '../../../engine/plan/words/words-context.ts';
import { foldName } from '../../../engine/sql/quote-name.ts';
import type { RunsState } from '../../runs-store.ts';
import { databaseBasis } from '../basis.ts';
import { rowsOf } from '../data/rows-of.ts';

export type CommonContext = Pick<WordsContext, 'schema' | 'rowsOf' | 'areRowsLoaded'>;

/** Counts of the loaded database if it is the playground's, else what the recipe will make. */
export function commonContext(
  playground: Playground,
  { database, inspection }: Pick<RunsState, 'database' | 'inspection'>,
): CommonContext {
  const schema = inspection?.schema ?? emptySchema;
  const loaded = database?.basis === databaseBasis(playground) ? database.summary.tables : null;
  if (loaded) {
    const counts = new Map(loaded.map(({ name, rows }) => [foldName(name), rows]));
    return { schema, areRowsLoaded: true, rowsOf: (table) => counts.get(foldName(table)) ?? null };
  }
  const names = new Map(schema.tables.map(({ name }) => [foldName(name), name]));
  return {
    schema,
    areRowsLoaded: false,
    rowsOf(table) {
      const name = names.get(foldName(table));
      if (name === undefined || playground.imported) return null;
      // A recipe that makes none may stand beside INSERTs in the script, which nobody has counted.
      const rows = rowsOf(playground.recipe, name);
      return rows === 0 ? null : rows;
    },
  };
}
