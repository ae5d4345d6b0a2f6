// A comparison as the page drives it: opened once, then first runs and one round per message.
// Holds what must be remembered between the messages; the measuring itself stands beside.
import type {
  ComparisonRequest,
  Environment,
  FirstRuns,
  RoundReport,
} from '../model/comparison.ts';
import { EngineFailure } from '../model/errors.ts';
import type { QueryPlan } from '../model/plan.ts';
import type { Platform } from '../model/platform.ts';
import type { Milliseconds } from '../model/units.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import { readEnvironment } from './environment.ts';
import { createQueryComparison, type QueryComparison } from './query-comparison.ts';

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
  /** The first execution in every setup. A failure is part of the answer, not thrown. */
  firstRuns(queryId: string): FirstRuns;
  /** One round more of this query; blocks for as long as the round takes. */
  measureRound(queryId: string): RoundReport;
}

/** Longest time for one execution; a statement over it is said to be, and not measured. */
const statementLimitMs: Milliseconds = 20_000;

/** Opens a comparison: measures the clock's tick and remembers the request. */
export function createComparison(tools: ComparisonTools, request: ComparisonRequest): Comparison {
  const { database, platform, indexNames, explain } = tools;
  const environment = readEnvironment(database, platform);
  const clock = () => platform.now();
  const { setups, seed, budgetMs } = request;
  const queries = new Map<string, QueryComparison>();
  for (const query of request.queries) {
    queries.set(
      query.id,
      createQueryComparison(
        { database, clock, indexNames, explain, limitMs: statementLimitMs },
        { setups, seed, budgetMs, tickMs: environment.tickMs },
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
    firstRuns: (queryId) => queryOf(queryId).firstRuns(),
    measureRound: (queryId) => queryOf(queryId).measureRound(),
  };
}
