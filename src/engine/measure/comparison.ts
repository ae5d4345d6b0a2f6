// A comparison as the page drives it: opened once, then first runs and one round per message.
// Holds what must be remembered between the messages; the measuring itself stands beside.
import type { PartsReport } from '../model/comparison/call-parts.ts';
import {
  type ComparisonRequest,
  type EarlierRounds,
  type Environment,
  type FirstRun,
  type RoundReport,
  statementLimitMs,
} from '../model/comparison/comparison.ts';
import type { DifferingRows } from '../model/comparison/differing-rows.ts';
import { EngineFailure } from '../model/errors.ts';
import type { QueryPlan } from '../model/plan/plan.ts';
import type { Platform } from '../model/platform.ts';
import type { Milliseconds } from '../model/units.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import {
  createQueryComparison,
  type QueryComparison,
  type RoundRequest,
} from './query-comparison.ts';
import { readEnvironment } from './timing/environment.ts';

export interface ComparisonTools {
  /** Holds all indexes of the playground, and statistics when a setup has them on. */
  database: Database;
  platform: Platform;
  /** Names of the indexes that setups switch; all others stay. */
  indexNames: readonly string[];
  explain: (database: Database, sql: string, binding: Binding) => QueryPlan;
}

export interface Comparison {
  readonly environment: Environment;
  /** The first execution in a setup, the baseline's first. A failure is the answer, not thrown. */
  firstRun(queryId: string, setupId: string): FirstRun;
  /** One round more of this query, first runs that were not asked for included; blocks meanwhile. */
  measureRound(queryId: string, request?: RoundRequest): RoundReport;
  /** Goes on from rounds measured before, here or by another engine, with so much more time. */
  resumeQuery(queryId: string, earlier: EarlierRounds, moreMs: Milliseconds): void;
  /** One round of taking the calls of the query apart, as far as its budget allows. */
  measureParts(queryId: string): PartsReport;
  /** The rows in which the setup's answer differs from the baseline's. */
  differingRows(queryId: string, setupId: string): DifferingRows;
}

/** Opens a comparison: measures the clock's tick and remembers the request. */
export function createComparison(tools: ComparisonTools, request: ComparisonRequest): Comparison {
  const { database, platform, indexNames, explain } = tools;
  const environment = readEnvironment(database, platform, request.seed);
  const clock = () => platform.now();
  const { setups, seed, budgetMs } = request;
  const queries = new Map<string, QueryComparison>();
  for (const query of request.queries) {
    queries.set(
      query.id,
      createQueryComparison(
        { database, clock, indexNames, explain, limitMs: statementLimitMs },
        {
          setups,
          seed,
          budgetMs,
          tickMs: environment.tickMs,
          overLimit: setupsOverLimit(request, query.id),
        },
        query,
      ),
    );
  }

  function queryOf(queryId: string): QueryComparison {
    const query = queries.get(queryId);
    if (query) return query;
    throw new EngineFailure({
      code: 'engine-failed',
      message: `The comparison has no query "${queryId}".`,
      hint: 'Press Compare again.',
    });
  }

  return {
    environment,
    firstRun: (queryId, setupId) => queryOf(queryId).firstRun(setupId),
    measureRound: (queryId, request = { discardLast: false }) =>
      queryOf(queryId).measureRound(request),
    resumeQuery: (queryId, earlier, moreMs) => queryOf(queryId).resume(earlier, moreMs),
    measureParts: (queryId) => queryOf(queryId).measureParts(),
    differingRows: (queryId, setupId) => queryOf(queryId).differingRows(setupId),
  };
}

function setupsOverLimit({ overLimit }: ComparisonRequest, queryId: string): Set<string> {
  return new Set(overLimit.filter((cell) => cell.queryId === queryId).map((cell) => cell.setupId));
}
