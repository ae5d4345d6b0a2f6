// The engine's one database: built, kept in line with the playground, swapped only when whole.
import type {
  BuildProgress,
  DatabaseRequest,
  DatabaseSummary,
} from '../model/database/database.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Platform } from '../model/platform.ts';
import { countRows } from '../schema/count-rows.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { buildDatabase, type ReportBuild } from './build-database.ts';
import { withSmallCache } from './small-cache.ts';
import {
  ensureStatistics,
  type IndexState,
  noIndexes,
  pageCount,
  pageSize,
  readStatistics,
  syncIndexes,
} from './sync-indexes.ts';

export interface LoadedDatabase {
  /** Makes what is missing; answers from what is there when nothing is. */
  ensure(request: DatabaseRequest, report: ReportBuild): DatabaseSummary;
  /** The database; throws 'no-database' before the first build. */
  database(): Database;
  /** Names of the indexes that setups switch. */
  indexNames(): string[];
}

interface Current {
  database: Database;
  /** Schema and recipe it was built from. */
  content: string;
  tables: DatabaseSummary['tables'];
  contentMs: number;
  state: IndexState;
}

/** Shares of a build's progress, about as long as the phases take. */
const rowsShare = 0.6;
const indexesShare = 0.9;

/** `onContentChange` is told when other data takes the place of what was there. */
export function createLoadedDatabase(
  driver: Driver,
  platform: Platform,
  onContentChange: () => void,
): LoadedDatabase {
  let current: Current | null = null;

  function ensureContent(request: DatabaseRequest, report: ReportBuild): Current {
    const content = JSON.stringify([request.schemaSql, request.recipe]);
    if (current?.content === content) return current;
    const start = platform.now();
    const database = buildDatabase(driver, platform, request, (progress) =>
      report({ ...progress, fraction: progress.fraction * rowsShare }),
    );
    const contentMs = platform.now() - start;
    const tables = countRowsOrClose(database);
    current?.database.close();
    current = { database, content, contentMs, tables, state: noIndexes };
    onContentChange();
    return current;
  }

  function ensureIndexes(loaded: Current, request: DatabaseRequest, report: ReportBuild): void {
    const { database } = loaded;
    const say = (fraction: number, name: string): BuildProgress => ({
      phase: 'indexes',
      fraction: rowsShare + fraction * (indexesShare - rowsShare),
      name,
    });
    loaded.state = syncIndexes(
      database,
      platform,
      loaded.state,
      request.indexes,
      (fraction, name) => report(say(fraction, name)),
    );
    if (!request.needsStatistics || loaded.state.hasStatistics) return;
    report({ phase: 'statistics', fraction: indexesShare });
    loaded.state = ensureStatistics(database, loaded.state);
  }

  return {
    ensure(request, report) {
      const loaded = ensureContent(request, report);
      withSmallCache(loaded.database, () => ensureIndexes(loaded, request, report));
      return summarize(driver, loaded);
    },
    database() {
      if (!current) {
        throw new EngineFailure({
          code: 'no-database',
          message: 'No data has been generated yet.',
          hint: 'Press Generate data, or Compare, which generates what is missing.',
        });
      }
      return current.database;
    },
    indexNames: () => current?.state.indexes.map(({ name }) => name) ?? [],
  };
}

/** What cannot be counted is not whole: then the database that was there stays. */
function countRowsOrClose(database: Database): DatabaseSummary['tables'] {
  try {
    return countRows(database);
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function summarize(
  driver: Driver,
  { database, tables, state, contentMs }: Current,
): DatabaseSummary {
  const indexesMs = state.built.map((index) => (index.status === 'built' ? index.buildMs : 0));
  return {
    tables,
    rowCount: tables.reduce((sum, table) => sum + table.rows, 0),
    sizeBytes: pageCount(database) * pageSize(database),
    indexes: state.built,
    statistics: readStatistics(database),
    buildMs: indexesMs.reduce((sum, ms) => sum + ms, contentMs),
    engine: driver.info,
  };
}
