// Brings the indexes of a loaded database in line with the playground's list, and its statistics.
// Order matters: among equal plans SQLite prefers by order of creation, so the order is kept too.

import { foldName } from '../../lib/sql-name.ts';
import type { BuiltIndex, StatisticsRow } from '../model/database/database.ts';
import type { Platform } from '../model/platform.ts';
import type { Index } from '../model/playground.ts';
import { indexProblemAmong } from '../sql/indexes/index-problem.ts';
import { quoteName } from '../sql/quote-name.ts';
import { askNumber } from '../sqlite/ask-number.ts';
import type { Database } from '../sqlite/driver.ts';
import { toSqlError } from '../sqlite/sql-error.ts';

/** The playground's indexes as they stand in the database, in order of creation. */
export interface IndexState {
  indexes: Index[];
  built: BuiltIndex[];
  hasStatistics: boolean;
}

export const noIndexes: IndexState = { indexes: [], built: [], hasStatistics: false };

/**
 * Drops what the list no longer has and creates what is new. An index that cannot be created is
 * reported and left out; the others stand. `report` gets the share done and the index's name.
 */
export function syncIndexes(
  database: Database,
  platform: Platform,
  state: IndexState,
  wanted: readonly Index[],
  report: (fraction: number, name: string) => void,
): IndexState {
  const kept = commonStart(state, wanted, indexesIn(database));
  for (const built of state.built.slice(kept)) {
    // What is not there need not be dropped: one wrong name must not stand in the way of the others.
    if (built.status === 'built') database.run(`DROP INDEX IF EXISTS ${quoteName(built.name)}`);
  }
  const built = state.built.slice(0, kept);
  const missing = wanted.slice(kept);
  for (const [position, index] of missing.entries()) {
    report(position / missing.length, index.name);
    const problem = indexProblemAmong(index, wanted.slice(0, kept + position));
    built.push(
      problem
        ? { status: 'failed', name: index.name, sql: index.sql, error: problem }
        : createIndex(database, platform, index),
    );
  }
  const isSame = kept === wanted.length && kept === state.indexes.length;
  return { indexes: [...wanted], built, hasStatistics: isSame && state.hasStatistics };
}

/** Runs ANALYZE unless the statistics are those of just these indexes. */
export function ensureStatistics(database: Database, state: IndexState): IndexState {
  if (state.hasStatistics) return state;
  database.run('ANALYZE');
  return { ...state, hasStatistics: true };
}

/** All rows of sqlite_stat1; none when ANALYZE never ran. */
export function readStatistics(database: Database): StatisticsRow[] {
  const has = database.all("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'");
  if (has.length === 0) return [];
  return database.all('SELECT tbl, idx, stat FROM sqlite_stat1').map(([tbl, idx, stat]) => ({
    tbl: String(tbl),
    idx: idx === null || idx === undefined ? null : String(idx),
    stat: String(stat),
  }));
}

/** How many indexes of the list stand already, in its order, and are really there. */
function commonStart(
  { indexes, built }: IndexState,
  wanted: readonly Index[],
  existing: ReadonlySet<string>,
): number {
  const isKept = (index: Index, at: number) =>
    index.name === wanted[at]?.name &&
    index.sql === wanted[at]?.sql &&
    (built[at]?.status === 'failed' || existing.has(foldName(index.name)));
  const firstOther = indexes.findIndex((index, at) => !isKept(index, at));
  return firstOther < 0 ? indexes.length : firstOther;
}

function indexesIn(database: Database): Set<string> {
  const rows = database.all("SELECT name FROM sqlite_schema WHERE type = 'index'");
  return new Set(rows.map(([name]) => foldName(String(name))));
}

function createIndex(database: Database, platform: Platform, { name, sql }: Index): BuiltIndex {
  const pagesBefore = pageCount(database);
  const start = platform.now();
  try {
    database.run(sql);
  } catch (thrown) {
    const place = { source: 'index' as const, name };
    const error = toSqlError(database, thrown, { sql, offset: 0, place, code: 'index-invalid' });
    return { status: 'failed', name, sql, error };
  }
  const buildMs = platform.now() - start;
  const sizeBytes = (pageCount(database) - pagesBefore) * pageSize(database);
  return { status: 'built', name, sizeBytes, buildMs };
}

/** Pages in use: those on the free list do not count. */
export function pageCount(database: Database): number {
  return pragma(database, 'page_count') - pragma(database, 'freelist_count');
}

export function pageSize(database: Database): number {
  return pragma(database, 'page_size');
}

function pragma(database: Database, name: string): number {
  return askNumber(database, `PRAGMA ${name}`);
}
