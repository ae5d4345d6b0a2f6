// The first execution of a query in each setup: its time, its plan, and whether the answers agree.
// Samples and verdicts come later; what fails or answers differently here is not measured.
import type { FirstRun } from '../../model/comparison/comparison.ts';
import type { AnswerDifference } from '../../model/comparison/verdict.ts';
import type { EngineError } from '../../model/errors.ts';
import type { QueryPlan } from '../../model/plan/plan.ts';
import type { Query, Setup } from '../../model/playground.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { Bindings } from '../../model/values.ts';
import type { Binding, Database } from '../../sqlite/driver.ts';
import { toSqlError } from '../../sqlite/sql-error.ts';
import { withSetup } from '../setups/setup-switch.ts';
import { createAnswerHasher } from './answer-hash.ts';
import { overLimitFailure } from './over-limit.ts';
import { readRows } from './read-rows.ts';

export interface FirstRunTools {
  database: Database;
  clock: () => Milliseconds;
  /** Names of the indexes that setups switch. */
  indexNames: readonly string[];
  explain: (database: Database, sql: string, binding: Binding) => QueryPlan;
  /** Longest time for one execution; looked at whenever SQLite hands out rows. */
  limitMs: Milliseconds;
}

/** A query as it is measured: one statement, and whether it may write. */
export interface MeasuredStatement {
  query: Query;
  isWrite: boolean;
}

/** Of the limit: a baseline that takes longer is run once only. */
const slowShare = 0.2;

type Answer = Pick<Extract<FirstRun, { status: 'ran' }>, 'firstRunMs' | 'rowCount' | 'resultHash'>;

/** The first execution of one query in each setup, on demand and only once. */
export interface FirstRunsOfQuery {
  of(setup: Setup): FirstRun;
}

/**
 * Runs the query with the same values in whichever setup is asked for; the first setup is the
 * baseline, and should be asked for first. Setups of `overLimit` are known not to end in time.
 */
export function createFirstRuns(
  tools: FirstRunTools,
  statement: MeasuredStatement,
  setups: readonly Setup[],
  binding: Bindings,
  overLimit: ReadonlySet<string>,
): FirstRunsOfQuery {
  const known = new Map<string, FirstRun>();
  const [baseline] = setups;
  let isStable: boolean | null = null;

  /**
   * Does the baseline answer the same when asked again? Asked once, for the first difference. Slow
   * ones are not asked: the page ends an operation that takes longer than one statement may.
   */
  function isBaselineStable(answer: Answer): boolean {
    if (answer.firstRunMs > tools.limitMs * slowShare) return true;
    isStable ??=
      baseline !== undefined &&
      runInSetup(tools, statement, baseline, binding).answer.resultHash === answer.resultHash;
    return isStable;
  }

  function run(setup: Setup): FirstRun {
    try {
      if (overLimit.has(setup.id)) throw overLimitFailure(statement.query, tools.limitMs);
      const { answer, plan } = runInSetup(tools, statement, setup, binding);
      const first = baseline && known.get(baseline.id);
      const baselineAnswer = first?.status === 'ran' ? first : answer;
      let difference = differenceOf(baselineAnswer, answer);
      if (difference && !isBaselineStable(baselineAnswer)) {
        difference = { ...difference, kind: 'unstable' };
      }
      return { status: 'ran', setupId: setup.id, ...answer, plan, difference };
    } catch (thrown) {
      return {
        status: 'failed',
        setupId: setup.id,
        error: queryError(tools.database, statement.query, thrown),
      };
    }
  }

  return {
    of(setup) {
      const firstRun = known.get(setup.id) ?? run(setup);
      known.set(setup.id, firstRun);
      return firstRun;
    },
  };
}

/** What the query threw in a setup, as an error that names it; a crash is thrown again. */
export function queryError(database: Database, query: Query, thrown: unknown): EngineError {
  return toSqlError(database, thrown, {
    sql: query.sql,
    offset: 0,
    place: { source: 'query', name: query.name },
    code: 'sql-failed',
  });
}

function runInSetup(
  { database, clock, indexNames, explain, limitMs }: FirstRunTools,
  { query }: MeasuredStatement,
  setup: Setup,
  binding: Bindings,
): { answer: Answer; plan: QueryPlan } {
  return withSetup(database, setup, indexNames, () => {
    const plan = explain(database, query.sql, binding);
    const statement = database.prepare(query.sql);
    try {
      const hasher = createAnswerHasher(query.sql);
      const firstRunMs = readRows({ clock, limitMs, query, statement, binding }, hasher.add);
      return { plan, answer: { firstRunMs, ...hasher.summary(database) } };
    } finally {
      statement.free();
    }
  });
}

/**
 * How an answer differs from the baseline's, as a multiset of rows. The order is not compared:
 * without ORDER BY, and among equal keys, it is no part of the answer; where ORDER BY settles it
 * completely, SQLite has the same order with any index.
 */
function differenceOf(baseline: Answer, answer: Answer): AnswerDifference | null {
  const rows = { baselineRows: baseline.rowCount, setupRows: answer.rowCount };
  if (baseline.rowCount !== answer.rowCount) return { ...rows, kind: 'count' };
  return baseline.resultHash === answer.resultHash ? null : { ...rows, kind: 'content' };
}
