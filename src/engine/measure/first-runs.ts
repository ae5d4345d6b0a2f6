// The first execution of a query in each setup: its time, its plan, and whether the answers agree.
// Samples and verdicts come later; what fails or answers differently here is not measured.
import { createRowHasher } from '../../lib/row-hash.ts';
import type { FirstRun } from '../model/comparison.ts';
import { type EngineError, EngineFailure } from '../model/errors.ts';
import type { QueryPlan } from '../model/plan.ts';
import type { Query, Setup } from '../model/playground.ts';
import type { Milliseconds } from '../model/units.ts';
import type { Bindings, SqlValue } from '../model/values.ts';
import type { AnswerDifference } from '../model/verdict.ts';
import { statementKind } from '../sql/statement-kind.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import { toSqlError } from '../sqlite/sql-error.ts';
import { withSetup } from './setup-switch.ts';

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

type Answer = Pick<Extract<FirstRun, { status: 'ran' }>, 'firstRunMs' | 'rowCount' | 'resultHash'>;

/** Rows between two looks at the clock; hashing stands outside of the time. */
const chunkRows = 1000;

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

  /** Does the baseline answer the same when asked again? Asked once, for the first difference. */
  function isBaselineStable(answer: Answer): boolean {
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
      return { status: 'failed', setupId: setup.id, error: toError(tools, statement, thrown) };
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

function toError(
  { database }: FirstRunTools,
  { query }: MeasuredStatement,
  thrown: unknown,
): EngineError {
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
      const hasher = createRowHasher();
      let firstRunMs = 0;
      let chunk: SqlValue[][];
      let start = clock();
      statement.bind(binding);
      do {
        chunk = [];
        while (chunk.length < chunkRows && statement.step()) chunk.push(statement.row());
        firstRunMs += clock() - start;
        if (firstRunMs > limitMs) throw overLimitFailure(query, limitMs);
        for (const row of chunk) hasher.add(row.map(comparable));
        start = clock();
      } while (chunk.length === chunkRows);
      const rowsRead = hasher.rows;
      const changes = changesRows(query.sql) ? database.changes() : null;
      if (changes !== null) hasher.add([changes]);
      const rowCount = changes ?? rowsRead;
      return { plan, answer: { firstRunMs, rowCount, resultHash: hasher.digest() } };
    } finally {
      statement.free();
    }
  });
}

// SQLite keeps the count of the last write: after anything else it is that of entering the setup.
function changesRows(sql: string): boolean {
  return ['insert', 'update', 'delete'].includes(statementKind(sql));
}

/**
 * Real numbers are compared by 12 significant digits: sum() and avg() over rows in another order
 * may differ in the last bits, and that is the same answer.
 */
function comparable(value: SqlValue): SqlValue {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return Number(value.toPrecision(12));
}

function overLimitFailure(query: Query, limitMs: Milliseconds): EngineFailure {
  return new EngineFailure({
    code: 'time-limit',
    message: `The query "${query.name}" took longer than ${Math.round(limitMs / 1000)} s and was ended.`,
    hint: 'Use fewer rows, or an index that serves it.',
    place: { source: 'query', name: query.name },
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
