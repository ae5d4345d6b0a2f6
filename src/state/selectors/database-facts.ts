// What the status bar says of the database: how much is in it, of what age, in which engine.
import type { Playground } from '../../engine/model/playground.ts';
import type { Bytes, Milliseconds } from '../../engine/model/units.ts';
import type { RunsState } from '../runs-store.ts';
import { databaseBasis } from './basis.ts';

export interface DatabaseFacts {
  /** 'no-table': nothing to generate; 'stale': built from another schema or recipe. */
  state: 'no-table' | 'missing' | 'stale' | 'fresh';
  /** Of what is built; null when nothing is. */
  rowCount: number | null;
  sizeBytes: Bytes | null;
  buildMs: Milliseconds | null;
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
  const summary = database?.summary ?? null;
  const measured = Object.values(results)[0]?.environment ?? null;
  return {
    state: stateOf(playground, database),
    rowCount: summary?.rowCount ?? null,
    sizeBytes: summary?.sizeBytes ?? null,
    buildMs: summary?.buildMs ?? null,
    engineName: summary?.engine.name ?? 'sql.js',
    sqliteVersion: summary?.engine.sqliteVersion ?? measured?.sqliteVersion ?? null,
    tickMs: measured?.tickMs ?? null,
  };
}

function stateOf(playground: Playground, database: RunsState['database']): DatabaseFacts['state'] {
  if (playground.schemaSql.trim() === '') return 'no-table';
  if (!database) return 'missing';
  return database.basis === databaseBasis(playground) ? 'fresh' : 'stale';
}
