// Counts what executing a query costs SQLite, setup by setup, on a copy of the measured database.
// Takes no times: this build is not the one that times are measured with.
import { textHash } from '../../lib/hash/text-hash.ts';
import { explainQueryPlan } from '../explain/explain-query-plan.ts';
import { createAnswerHasher } from '../measure/answers/answer-hash.ts';
import { overLimitFailure } from '../measure/answers/over-limit.ts';
import { drawParameters } from '../measure/draw-parameters.ts';
import { withSetup } from '../measure/setups/setup-switch.ts';
import type { Counters, CountOutcome, CountRequest } from '../model/counters/counters.ts';
import type { EngineInfo } from '../model/database/engine-info.ts';
import { type EngineError, EngineFailure } from '../model/errors.ts';
import type { Platform } from '../model/platform.ts';
import type { Query, Recipe, Setup } from '../model/playground.ts';
import type { StorageReport } from '../model/storage/storage-report.ts';
import type { Fraction } from '../model/units.ts';
import type { Bindings } from '../model/values.ts';
import type { WriteCountOutcome, WritesRequest } from '../model/writes/writes.ts';
import { planKey } from '../plan/plan-key.ts';
import { queryProblem } from '../sql/statements/query-problem.ts';
import { askNumber } from '../sqlite/ask-number.ts';
import {
  type InstrumentedDatabase,
  type InstrumentedDriver,
  Interrupted,
} from '../sqlite/instruments.ts';
import { isSqliteError } from '../sqlite/is-sqlite-error.ts';
import { toSqlError } from '../sqlite/sql-error.ts';
import { readStorage } from '../storage/read-storage.ts';
import { withStorageFailures } from '../storage/storage-failure.ts';
import { tryStorage } from '../storage/try-storage.ts';
import { countWrites } from '../writes/count-writes.ts';

export interface CounterSession {
  /** Opens a copy of the image; the one before is closed first. Throws an EngineFailure. */
  loadImage(image: Uint8Array): EngineInfo;
  /**
   * Executes the query once in each setup. Whatever fails is an outcome; the same request on the
   * same image gives the same outcomes, whatever was counted before. Throws 'no-database' before
   * an image was loaded.
   */
  count(request: CountRequest): CountOutcome[];
  /**
   * Runs each contender of a run of the Writes lab once, on a copy of its own, and counts its work.
   * Throws an EngineFailure for a request that cannot be opened; what fails later is an outcome.
   */
  countWrites(
    request: WritesRequest & { recipe: Recipe },
    report: (fraction: Fraction) => void,
  ): WriteCountOutcome[];
  /** Where the bytes of the image are. Throws an EngineFailure, 'no-database' before an image. */
  readStorage(): StorageReport;
  /** The same after VACUUM with this page size, on a copy. Throws an EngineFailure. */
  tryStorage(pageSizeBytes: number): StorageReport;
}

/** A session without a database. */
export function createCounterSession(
  driver: InstrumentedDriver,
  platform: Platform,
): CounterSession {
  let database: InstrumentedDatabase | null = null;

  return {
    loadImage(image) {
      // Closed first: two databases at once need not fit into memory.
      database?.close();
      database = null;
      database = openImage(driver, image);
      return driver.info;
    },
    count: (request) => countQuery(opened(), () => platform.now(), request),
    countWrites(request, report) {
      const image = opened().export();
      const clock = () => platform.now();
      return countWrites({ driver, clock, image, recipe: request.recipe }, request, report);
    },
    readStorage() {
      const open = opened();
      const report = withStorageFailures('reading the pages', () =>
        readStorage(open, driver.info.sqliteVersion),
      );
      // Every page was read: the cache would be a second copy of the database.
      open.emptyPageCache();
      return report;
    },
    tryStorage: (pageSizeBytes) =>
      withStorageFailures('a VACUUM', () =>
        tryStorage(opened(), pageSizeBytes, driver.info.sqliteVersion),
      ),
  };

  function opened(): InstrumentedDatabase {
    if (database) return database;
    throw new EngineFailure({
      code: 'no-database',
      message: 'There is no database to count on.',
      hint: 'Press Compare, which makes it.',
    });
  }
}

function openImage(driver: InstrumentedDriver, image: Uint8Array): InstrumentedDatabase {
  try {
    return driver.open(image);
  } catch (thrown) {
    if (!isSqliteError(thrown)) throw thrown;
    if (thrown.message === 'out of memory') {
      throw new EngineFailure({
        code: 'too-large',
        message: 'The database is too large for its work to be counted: it needs a second copy.',
        hint: 'Use fewer rows. Times can be measured all the same.',
      });
    }
    throw new EngineFailure({
      code: 'engine-failed',
      message: `The database cannot be opened for counting: ${thrown.message}.`,
    });
  }
}

function countQuery(
  database: InstrumentedDatabase,
  clock: () => number,
  { query, setups, indexNames, seed, limitMs }: CountRequest,
): CountOutcome[] {
  const limited = <Result>(work: () => Result) => database.withTimeLimit(limitMs, clock, work);
  const toError = (thrown: unknown) => toCountError(database, query, limitMs, thrown);
  let binding: Bindings;
  try {
    const problem = queryProblem(query);
    if (problem) throw new EngineFailure(problem);
    const { sql, parameters } = query;
    // Outside of the setups, as the measuring engine draws: the values are the same for all.
    [binding = {}] = limited(() => drawParameters(database, sql, parameters, 1, String(seed)));
  } catch (thrown) {
    const error = toError(thrown);
    return setups.map(({ id }) => ({ status: 'failed', setupId: id, error }));
  }
  return setups.map((setup): CountOutcome => {
    try {
      const counters = countInSetup(database, query, setup, indexNames, binding, limited);
      return { status: 'counted', setupId: setup.id, counters };
    } catch (thrown) {
      return { status: 'failed', setupId: setup.id, error: toError(thrown) };
    }
  });
}

function toCountError(
  database: InstrumentedDatabase,
  query: Query,
  limitMs: number,
  thrown: unknown,
): EngineError {
  return toSqlError(
    database,
    thrown instanceof Interrupted ? overLimitFailure(query, limitMs) : thrown,
    {
      sql: query.sql,
      offset: 0,
      place: { source: 'query', name: query.name },
      code: 'sql-failed',
    },
  );
}

/** The limit is for the execution alone: entering and leaving a setup are never cut short. */
function countInSetup(
  database: InstrumentedDatabase,
  { sql }: Query,
  setup: Setup,
  indexNames: readonly string[],
  binding: Bindings,
  limited: (work: () => void) => void,
): Counters {
  return withSetup(database, setup, indexNames, () => {
    const plan = explainQueryPlan(database, sql, binding);
    const statement = database.prepare(sql);
    try {
      const answer = createAnswerHasher(sql);
      statement.bind(binding);
      changeFirstPage(database);
      // What entering, planning and compiling read and did belongs to none of the figures.
      database.emptyPageCache();
      database.takePageCounters();
      statement.takeCounters();
      limited(() => {
        while (statement.step()) answer.add(statement.row());
      });
      const work = statement.takeCounters();
      const pages = database.takePageCounters();
      const { rowCount, resultHash } = answer.summary(database);
      return {
        ...work,
        pageHits: pages.hits,
        pageMisses: pages.misses,
        rows: rowCount,
        resultHash,
        planHash: textHash(planKey(plan.rows)),
      };
    } finally {
      statement.free();
    }
  });
}

/**
 * Hiding an index changes page 1, where the schema begins; a changed page is never read again. So
 * that a setup which hides nothing has not one miss more, page 1 is changed in every setup.
 */
function changeFirstPage(database: InstrumentedDatabase): void {
  const version = askNumber(database, 'PRAGMA user_version');
  database.run(`PRAGMA user_version = ${version}`);
}
