// Runs a script once in a setup, as "Run query" does: inside a transaction that is rolled back.
import { cacheHook, type ResultCache } from '../cache/result-cache.ts';
import { drawParameters } from '../measure/draw-parameters.ts';
import { withSetup } from '../measure/setups/setup-switch.ts';
import {
  maxKeptBytes,
  maxKeptRows,
  type RunOutcome,
  type RunRequest,
  type StatementOutcome,
} from '../model/database/run.ts';
import type { Platform } from '../model/platform.ts';
import type { Bindings } from '../model/values.ts';
import { isQuestion, statementKind } from '../sql/statements/statement-kind.ts';
import { statementRefusal } from '../sql/statements/statement-refusal.ts';
import type { Database } from '../sqlite/driver.ts';
import type { StatementHook } from '../sqlite/hooks.ts';
import { runScript, type ScriptStatementResult } from '../sqlite/run-script.ts';
import { firstWindowRows, type ResultStore } from './result-store.ts';

/**
 * Larger results are not kept in a setup's cache: it may have thousands of places, and the rows of
 * each stay in memory. Comparisons have caches of their own, which end with the sample.
 */
const maxCachedRows = 10_000;

export interface RunContext {
  database: Database;
  platform: Platform;
  indexNames: readonly string[];
  results: ResultStore;
  /** The setup's cache, kept between runs; null when it has none. */
  cache: ResultCache | null;
}

/**
 * Runs the statements of `request.sql` until one fails. Rows stay in the engine, in
 * `context.results`. Throws an EngineFailure when a parameter has no values.
 */
export function runQuery(context: RunContext, request: RunRequest): RunOutcome {
  const { database, platform, cache, results } = context;
  results.clear();
  const answers: StatementOutcome['cache'][] = [];
  const room = { bytes: maxKeptBytes };
  return withSetup(database, request.setup, context.indexNames, () => {
    const hooks = cache
      ? [
          cacheWatch(cache, answers),
          untilFirstWrite(cacheHook(database, cache, platform.now, maxCachedRows)),
        ]
      : [];
    const { statements, error } = runScript(database, request.sql, {
      hooks,
      clock: platform.now,
      keep: maxKeptRows,
      room,
      bindings: firstDraw(database, request),
      place: { source: 'query' },
      refuse: statementRefusal,
    });
    return {
      statements: statements.map((statement, position) =>
        toOutcome(statement, results, answers[position] ?? 'none'),
      ),
      error,
      isRolledBack: statements.some(({ sql }) => !isQuestion(sql)),
    };
  });
}

function firstDraw(database: Database, { sql, parameters, seed }: RunRequest): Bindings {
  return drawParameters(database, sql, parameters, 1, String(seed))[0] ?? {};
}

/** Notes for each statement whether the cache behind it answered. */
function cacheWatch(cache: ResultCache, answers: StatementOutcome['cache'][]): StatementHook {
  let wasKept = false;
  return {
    before({ sql, binding }) {
      wasKept = cache.has(sql, binding);
      return null;
    },
    after({ sql, binding }, outcome) {
      if (outcome.status !== 'done') return;
      if (outcome.answeredBy) answers.push('hit');
      else answers.push(!wasKept && cache.has(sql, binding) ? 'miss' : 'none');
    },
  };
}

/** What a script reads after it wrote is its own: neither answered from the cache nor kept there. */
function untilFirstWrite(hook: StatementHook): StatementHook {
  let hasWritten = false;
  return {
    before: (call) => (hasWritten ? null : (hook.before?.(call) ?? null)),
    after(call, outcome) {
      if (statementKind(call.sql) !== 'select') hasWritten = true;
      if (!hasWritten) hook.after?.(call, outcome);
    },
  };
}

function toOutcome(
  statement: ScriptStatementResult,
  results: ResultStore,
  cache: StatementOutcome['cache'],
): StatementOutcome {
  const { sql, offset, columns, rows, rowCount, isTruncated, changes, time, bound } = statement;
  return {
    sql,
    offset,
    columns,
    rowCount,
    keptRows: rows.length,
    isTruncated,
    changes,
    time,
    cache,
    bound,
    resultId: columns.length > 0 ? results.keep(rows) : null,
    firstRows: rows.slice(0, firstWindowRows),
  };
}
