// How many rows each table has, as far as the page knows: one answer for the words about plans, for
// findings and for the editor. Asks no worker.
import type { Playground } from '../../../engine/model/playground.ts';
import { foldName } from '../../../lib/sql-name.ts';
import type { BuiltDatabase } from '../../runs-store.ts';
import { databaseBasis } from '../basis.ts';

export interface TableRowCounts {
  /** By the tables' folded names. */
  rows: ReadonlyMap<string, number>;
  /** True where nothing has counted them yet: the recipe will make so many. */
  arePlanned: boolean;
}

/** Those of the loaded database where it is the playground's, else of the imported file, else planned. */
export function tableRowCounts(
  playground: Playground,
  database: BuiltDatabase | null,
): TableRowCounts {
  const { imported, recipe } = playground;
  const isLoaded = database?.basis === databaseBasis(playground);
  const counted = isLoaded ? database.summary.tables : imported?.tables;
  if (counted) {
    const rows = new Map(counted.map((table) => [foldName(table.name), table.rows]));
    return { rows, arePlanned: false };
  }
  // A recipe that makes none may stand beside INSERTs in the script, which nobody has counted.
  const made = Object.entries(recipe.rows).filter(([, rows]) => rows > 0);
  return { rows: new Map(made.map(([name, rows]) => [foldName(name), rows])), arePlanned: true };
}
