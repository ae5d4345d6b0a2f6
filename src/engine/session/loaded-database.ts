// The engine's one database: built or restored, kept in line with the playground, swapped only when
// whole. Where images are kept stands in kept-database.ts.
import type {
  BuildProgress,
  DatabaseRequest,
  DatabaseSummary,
} from '../model/database/database.ts';
import type { ImageState } from '../model/database/database-image.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Platform } from '../model/platform.ts';
import type { Recipe } from '../model/playground.ts';
import type { Milliseconds } from '../model/units.ts';
import { countRows } from '../schema/count-rows.ts';
import type { Database, Driver } from '../sqlite/driver.ts';
import { buildDatabase, type ReportBuild } from './build-database.ts';
import { contentOf } from './database-content.ts';
import { readImageState } from './image-state.ts';
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
  /** True when its rows are those of the request; indexes and statistics may still be missing. */
  holds(request: DatabaseRequest): boolean;
  /** Opens an image of the request's content; `loadMs` is asked when it stands. Throws when it is none. */
  restore(request: DatabaseRequest, image: RestoredImage, loadMs: () => Milliseconds): void;
  /** The database; throws 'no-database' before the first build. */
  database(): Database;
  /** Names of the indexes that setups switch. */
  indexNames(): string[];
  /** How more rows like its own are made: of the last request. Throws 'no-database'. */
  recipe(): Recipe;
  /** A copy of the whole database as the bytes of a file; nothing that is open is lost by it. */
  exportImage(): Uint8Array;
  /** What to keep with an image, and the time that no kept image would save yet. */
  toKeep(): { state: ImageState; unkeptMs: Milliseconds };
  /** Work done so far is kept now, or is not to be tried again. */
  settleKeeping(): void;
}

/** Bytes of a database; without `state` it is read from them. */
export interface RestoredImage {
  bytes: Uint8Array;
  state: ImageState | null;
}

interface Current {
  database: Database;
  content: string;
  recipe: Recipe;
  tables: DatabaseSummary['tables'];
  /** What there is to say of its rows. */
  notes: string[];
  contentMs: Milliseconds;
  /** Null when it was built here. */
  loadMs: Milliseconds | null;
  state: IndexState;
  unkeptMs: Milliseconds;
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

  function loaded(): Current {
    if (current) return current;
    throw new EngineFailure({
      code: 'no-database',
      message: 'No data has been generated yet.',
      hint: 'Press Generate data, or Compare, which generates what is missing.',
    });
  }

  function replace(next: Current): Current {
    current?.database.close();
    current = next;
    onContentChange();
    return next;
  }

  function ensureContent(request: DatabaseRequest, report: ReportBuild): Current {
    const content = contentOf(request);
    if (current?.content === content) return current;
    if (request.imported) throw imageMissing(request.imported.fileName);
    const start = platform.now();
    const { database, notes } = buildDatabase(driver, platform, request, (progress) =>
      report({ ...progress, fraction: progress.fraction * rowsShare }),
    );
    const contentMs = platform.now() - start;
    const tables = orClose(database, () => countRows(database));
    const unkeptMs = contentMs;
    return replace({
      database,
      content,
      tables,
      notes,
      contentMs,
      unkeptMs,
      recipe: request.recipe,
      loadMs: null,
      state: noIndexes,
    });
  }

  function ensureIndexes(loaded: Current, request: DatabaseRequest, report: ReportBuild): void {
    const { database, state } = loaded;
    const say = (fraction: number, name: string): BuildProgress => ({
      phase: 'indexes',
      fraction: rowsShare + fraction * (indexesShare - rowsShare),
      name,
    });
    loaded.state = syncIndexes(database, platform, state, request.indexes, (fraction, name) =>
      report(say(fraction, name)),
    );
    const before = new Set(state.built);
    loaded.unkeptMs += indexMs(loaded.state.built.filter((index) => !before.has(index)));
    if (!request.needsStatistics || loaded.state.hasStatistics) return;
    report({ phase: 'statistics', fraction: indexesShare });
    const start = platform.now();
    loaded.state = ensureStatistics(database, loaded.state);
    loaded.unkeptMs += platform.now() - start;
  }

  return {
    ensure(request, report) {
      const loaded = ensureContent(request, report);
      // Of a file's data the recipe is no part, and changes without it.
      loaded.recipe = request.recipe;
      withSmallCache(loaded.database, () => ensureIndexes(loaded, request, report));
      return summarize(driver, loaded);
    },
    holds: (request) => current?.content === contentOf(request),
    restore(request, image, loadMs) {
      const database = driver.open(image.bytes);
      const state = orClose(database, () => {
        // Opening looks at nothing: what is no database fails here.
        readStatistics(database);
        return (
          image.state ??
          readImageState(database, image.bytes, request.imported?.tables ?? countRows(database))
        );
      });
      replace({
        database,
        state,
        tables: state.tables,
        contentMs: state.contentMs,
        notes: state.notes ?? [],
        content: contentOf(request),
        recipe: request.recipe,
        loadMs: loadMs(),
        unkeptMs: 0,
      });
    },
    database: () => loaded().database,
    indexNames: () => current?.state.indexes.map(({ name }) => name) ?? [],
    recipe: () => loaded().recipe,
    exportImage() {
      const { database } = loaded();
      return withSmallCache(database, () => database.export());
    },
    toKeep() {
      const { tables, notes, contentMs, unkeptMs, state } = loaded();
      const { indexes, built, hasStatistics } = state;
      const noted = notes.length > 0 ? { notes } : {};
      return { unkeptMs, state: { tables, indexes, built, hasStatistics, contentMs, ...noted } };
    },
    settleKeeping() {
      loaded().unkeptMs = 0;
    },
  };
}

/** What cannot be read is not whole: then the database that was there stays. */
function orClose<Result>(database: Database, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function imageMissing(fileName: string): EngineFailure {
  return new EngineFailure({
    code: 'image-missing',
    message: `The data of this playground is the file ${fileName}, which this browser does not have.`,
    hint: 'Open the file again, or generate rows instead.',
  });
}

function indexMs(built: readonly DatabaseSummary['indexes'][number][]): Milliseconds {
  return built.reduce((sum, index) => sum + (index.status === 'built' ? index.buildMs : 0), 0);
}

function summarize(
  driver: Driver,
  { database, tables, notes, state, contentMs, loadMs }: Current,
): DatabaseSummary {
  return {
    tables,
    rowCount: tables.reduce((sum, table) => sum + table.rows, 0),
    sizeBytes: pageCount(database) * pageSize(database),
    indexes: state.built,
    statistics: readStatistics(database),
    buildMs: contentMs + indexMs(state.built),
    ...(loadMs !== null && { loadMs }),
    ...(notes.length > 0 && { notes }),
    engine: driver.info,
  };
}
