// What the status bar says of the database: how much is in it, of what age, in which engine.
import type { Playground } from '../../../engine/model/playground.ts';
import type { Bytes, Milliseconds } from '../../../engine/model/units.ts';
import type { RunsState } from '../../runs-store.ts';
import { changedSince } from '../basis.ts';
import { rowsOf } from './rows-of.ts';

export interface DatabaseFacts {
  /** 'no-table': nothing to generate; 'missing': nothing of this playground is built. */
  state: 'no-table' | 'missing' | 'older-schema' | 'older-recipe' | 'fresh';
  /** Of what is built; null when nothing is. */
  rowCount: number | null;
  sizeBytes: Bytes | null;
  buildMs: Milliseconds | null;
  /** Time of loading it as it was kept; null when it was made now. */
  loadMs: Milliseconds | null;
  /** What making or keeping it brought to light, as sentences. */
  notes: string[];
  engineName: string;
  /** Null until an engine has answered. */
  sqliteVersion: string | null;
  /** Resolution of the clock, known once something was measured. */
  tickMs: Milliseconds | null;
}

export function databaseFacts(
  playground: Playground,
  { database, results }: Pick<RunsState, 'database' | 'results'>,
): DatabaseFacts {
  const state = stateOf(playground, database);
  const isOfThis = state !== 'no-table' && state !== 'missing';
  const built = database?.summary ?? null;
  const summary = isOfThis ? built : null;
  const measured = Object.values(results)[0]?.environment ?? null;
  return {
    state,
    rowCount: summary?.rowCount ?? null,
    sizeBytes: summary?.sizeBytes ?? null,
    buildMs: summary?.buildMs ?? null,
    loadMs: summary?.loadMs ?? null,
    notes: [
      ...(summary?.notes ?? []),
      ...(summary?.notKept ? [notKeptWords(summary.notKept)] : []),
    ],
    engineName: built?.engine.name ?? 'sql.js',
    sqliteVersion: built?.engine.sqliteVersion ?? measured?.sqliteVersion ?? null,
    tickMs: measured?.tickMs ?? null,
  };
}

function notKeptWords(reason: string): string {
  return `The data is not kept for the next time. ${reason}`;
}

function stateOf(playground: Playground, database: RunsState['database']): DatabaseFacts['state'] {
  if (playground.schemaSql.trim() === '') return 'no-table';
  if (!database) return 'missing';
  const changed = changedSince(database.basis, playground);
  if (changed.schema && changed.recipe && !hasTableAsBuilt(playground, database)) return 'missing';
  if (changed.schema) return 'older-schema';
  return changed.recipe ? 'older-recipe' : 'fresh';
}

/**
 * Whether a table of the built database stands in the schema with as many rows. When schema and
 * recipe differ and there is none, the database is another playground's.
 */
function hasTableAsBuilt(
  { schemaSql, recipe }: Playground,
  { summary }: NonNullable<RunsState['database']>,
): boolean {
  const words = new Set(schemaSql.toLowerCase().split(/\W+/));
  return summary.tables.some(
    ({ name, rows }) => words.has(name.toLowerCase()) && rowsOf(recipe, name) === rows,
  );
}
