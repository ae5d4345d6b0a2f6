// Everything the engine worker keeps between messages: the database, the last results, the caches
// of the setups, the open comparison. Its methods are the worker's operations.
import { createResultCache, type ResultCache } from '../cache/result-cache.ts';
import { contentHash } from '../datagen/content-hash.ts';
import { explainQueryPlan } from '../explain/explain-query-plan.ts';
import { type Comparison, createComparison } from '../measure/comparison.ts';
import type { ComparisonRequest, OpenedComparison } from '../model/comparison/comparison.ts';
import type {
  BuildProgress,
  DatabaseRequest,
  DatabaseSummary,
} from '../model/database/database.ts';
import type { RowsRequest, RunOutcome, RunRequest } from '../model/database/run.ts';
import type { StorageSize } from '../model/database/storage-size.ts';
import { EngineFailure } from '../model/errors.ts';
import type { LoopCountOutcome, LoopCountRequest } from '../model/plan/loop-counts.ts';
import type { Platform } from '../model/platform.ts';
import { maxSetups, type Query, type Setup } from '../model/playground.ts';
import type { Fraction } from '../model/units.ts';
import type { Bindings, SqlValue } from '../model/values.ts';
import type { ConstraintTrials } from '../model/writes/constraint-trial.ts';
import { storageSizes } from '../pages/storage-sizes.ts';
import { readSchema } from '../schema/read-schema.ts';
import type { Driver } from '../sqlite/driver.ts';
import { tryConstraints } from '../writes/constraints/trials/try-constraints.ts';
import { countLoops } from './count-loops.ts';
import { firstDraws } from './first-draws.ts';
import { createKeptDatabase, type SessionImages } from './kept-database.ts';
import { createLoadedDatabase } from './loaded-database.ts';
import { createResultStore } from './result-store.ts';
import { runQuery } from './run-query.ts';
import { createWritesSession, type WritesSession } from './writes-session.ts';

export interface EngineSession {
  /** Makes what is missing, without looking for images or keeping any. */
  ensureDatabase(
    request: DatabaseRequest,
    report: (progress: BuildProgress) => void,
  ): DatabaseSummary;
  /** The same; restores what is kept, or `file`, and keeps what took long. */
  ensureKeptDatabase(
    request: DatabaseRequest,
    report: (progress: BuildProgress) => void,
    file?: () => Promise<ArrayBuffer>,
  ): Promise<DatabaseSummary>;
  contentHash(report: (fraction: number) => void): string;
  runQuery(request: RunRequest): RunOutcome;
  readRows(request: RowsRequest): SqlValue[][];
  /** A copy of the whole database as the bytes of a file; nothing that is open is lost by it. */
  exportImage(): ArrayBuffer;
  /** Bytes of every table and index, counted from the pages. */
  storageSizes(): StorageSize[];
  /** The values that are bound first, by query id, of the queries that take some from the data. */
  firstDraws(queries: readonly Query[], seed: number): Record<string, Bindings>;
  /** Executes a query once and counts the rows that its loops come to; a failure is an outcome. */
  countLoops(request: LoopCountRequest): LoopCountOutcome;
  openComparison(request: ComparisonRequest): OpenedComparison;
  /** The open comparison; throws when another took its place. */
  comparison(comparisonId: number): Comparison;
  /** The runs of the Writes lab, on copies. */
  readonly writes: WritesSession;
  /** Breaks each constraint of a table by a row, on copies; what is open stays as it is. */
  tryConstraints(
    request: { table: string; seed: number },
    report?: (fraction: Fraction) => void,
  ): ConstraintTrials;
}

/** A session without a database. All methods throw EngineFailures. `images`: where some are kept. */
export function createEngineSession(
  driver: Driver,
  platform: Platform,
  images: SessionImages | null = null,
): EngineSession {
  const results = createResultStore();
  const caches = new Map<string, ResultCache>();
  let comparison: { id: number; value: Comparison } | null = null;
  let nextComparisonId = 1;
  const loaded = createLoadedDatabase(driver, platform, () => {
    for (const cache of caches.values()) cache.writeCommitted();
    comparison = null;
  });
  const kept = createKeptDatabase(loaded, images, platform, driver.info);

  function cacheOf({ id, cache }: Setup): ResultCache | null {
    const kept = caches.get(id);
    caches.delete(id);
    if (cache.kind === 'none') return null;
    const found = kept?.capacity === cache.capacity ? kept : createResultCache(cache.capacity);
    caches.set(id, found);
    // A Map keeps the order of insertion. Setups that were removed are run no more: theirs go first.
    const [oldest] = caches.keys();
    if (caches.size > maxSetups && oldest !== undefined) caches.delete(oldest);
    return found;
  }

  return {
    ensureDatabase: (request, report) => loaded.ensure(request, report),
    ensureKeptDatabase: (request, report, file) => kept.ensure(request, report, file),
    contentHash(report) {
      const database = loaded.database();
      return contentHash(database, readSchema(database), report);
    },
    runQuery: (request) =>
      runQuery(
        {
          database: loaded.database(),
          platform,
          indexNames: loaded.indexNames(),
          results,
          cache: cacheOf(request.setup),
        },
        request,
      ),
    readRows: (request) => results.read(request),
    exportImage: () => wholeBuffer(loaded.exportImage()),
    storageSizes: () => storageSizes(loaded.exportImage()),
    firstDraws: (queries, seed) => firstDraws(loaded.database(), queries, seed),
    countLoops: (request) =>
      countLoops(
        { database: loaded.database(), platform, indexNames: loaded.indexNames() },
        request,
      ),
    openComparison(request) {
      const value = createComparison(
        {
          database: loaded.database(),
          platform,
          indexNames: loaded.indexNames(),
          explain: explainQueryPlan,
        },
        request,
      );
      comparison = { id: nextComparisonId++, value };
      return { comparisonId: comparison.id, environment: value.environment };
    },
    comparison(comparisonId) {
      if (comparison?.id !== comparisonId) {
        throw new EngineFailure({
          code: 'expired',
          message: 'This comparison is no longer open: the data was made again.',
          hint: 'Press Compare.',
        });
      }
      return comparison.value;
    },
    writes: createWritesSession(driver, platform, loaded),
    tryConstraints: (request, report) =>
      tryConstraints({
        ...request,
        report,
        driver,
        image: loaded.exportImage(),
        recipe: loaded.recipe(),
      }),
  };
}

/** A buffer of just these bytes; theirs when they fill it, so that a large image is not copied. */
function wholeBuffer({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) return buffer;
  return new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
}
