// A whole comparison: data, first runs, counters, then the rounds of one query after the other.
// What is asked of the engine stands in running-comparison.ts; this is the order of things.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { ComparisonRequest, FirstRun } from '../../../engine/model/comparison/comparison.ts';
import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { Playground, Query, Setup } from '../../../engine/model/playground.ts';
import type { Fraction, Milliseconds } from '../../../engine/model/units.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import type { RunsStore } from '../../runs-store.ts';
import { cellBasis, databaseBasis } from '../../selectors/basis.ts';
import { slowRoundsMs } from '../../selectors/comparing/expected-time.ts';
import type { DatabaseCommands } from '../database/database-commands.ts';
import type { Disturbances } from '../work/disturbances.ts';
import { settle } from '../work/settling.ts';
import type { Work } from '../work/work.ts';
import type { Counting } from './counting.ts';
import { createQueryMeasurement, sayMeasuring, updateResult } from './query-measurement.ts';
import {
  createRunningComparison,
  type RunningComparison,
  roundGraceMs,
} from './running-comparison.ts';

export interface ComparisonTools {
  runs: RunsStore;
  client: EngineClient;
  database: DatabaseCommands;
  disturbances: Disturbances;
  counting: Counting;
  /** Asked when slow queries will take longer than a user waits without being told. */
  ask(slow: SlowQueries): Promise<'measure' | 'leave-out'>;
}

export interface SlowQueries {
  names: string[];
  expectedMs: Milliseconds;
}

/** Rounds of slow queries that take longer together are asked about first. */
const askAboveMs: Milliseconds = 20_000;
/** Counting executes everything once more: what is quick is counted before the rounds. */
const quickMs: Milliseconds = 2000;
/** Of the progress, the shares of the first runs and of the counting. */
const firstRunsShare = 0.1;
const countedShare = 0.15;

/** Opens a comparison of these queries in the page's own engine, which holds the database. */
export function openInEngine(
  { runs, client, disturbances }: Pick<ComparisonTools, 'runs' | 'client' | 'disturbances'>,
  comparison: { queries: Query[]; setups: Setup[]; seed: number; budgetMs: Milliseconds },
  work: Work,
  overLimit: ComparisonRequest['overLimit'] = [],
): RunningComparison {
  return createRunningComparison({
    overLimit,
    engine: client.engine,
    request: comparison,
    work,
    disturbances,
    prepare: () => settle(runs, client, work),
    end: client.stop,
    graceMs: roundGraceMs,
    onHidden: () => runs.setState({ activity: { kind: 'paused' } }),
  });
}

export async function runComparison(
  tools: ComparisonTools,
  playground: Playground,
  budgetMs: Milliseconds,
  work: Work,
): Promise<void> {
  const { runs, client, database, counting } = tools;
  const { setups } = playground;
  const { seed } = playground.recipe;
  const queries = playground.queries.map(withParameters);
  await work.blocking(database.ensure, client.stop, 0);
  const comparison = openInEngine(tools, { queries, setups, seed, budgetMs }, work);
  const { environment } = await comparison.open();
  const empty = queries.map((query) => emptyResult(playground, query, environment, budgetMs));
  runs.setState(({ results }) => ({
    results: { ...results, ...Object.fromEntries(empty.map((each) => [each.queryId, each])) },
  }));

  // Failed, or removed meanwhile.
  const failed = (query: Query) => runs.getState().results[query.id]?.error !== null;
  const measurements = queries.map((query, position) => {
    const share = (1 - countedShare) / queries.length;
    const say = (fraction: number) =>
      sayMeasuring(runs, query, countedShare + (position + fraction) * share);
    return { query, say, ...createQueryMeasurement(runs, comparison, query, say) };
  });
  for (const [position, { query, attempt, firstRuns }] of measurements.entries()) {
    sayMeasuring(runs, query, (firstRunsShare * position) / queries.length);
    await attempt(async () => {
      await firstRuns(setups.map(({ id }) => id));
    });
  }

  async function count(counted: Query[], fraction: Fraction): Promise<void> {
    if (counted.length === 0) return;
    runs.setState({ activity: { kind: 'counting', fraction } });
    await counting.count(playground, counted, work, false);
  }

  const firstRunsOf = (query: Query) => runs.getState().results[query.id]?.firstRuns ?? [];
  const answered = queries.filter((query) => !failed(query));
  const isQuick = (query: Query) => elapsedMs(firstRunsOf(query)) <= quickMs;
  await count(answered.filter(isQuick), firstRunsShare);

  const leftOut = await slowQueriesToLeaveOut(
    tools,
    answered.map((query) => ({ query, expectedMs: slowRoundsMs(firstRunsOf(query), budgetMs) })),
  );
  for (const { query, attempt, say, measure } of measurements) {
    if (failed(query)) continue;
    if (leftOut.has(query.id)) {
      updateResult(runs, query.id, () => ({ status: 'stopped' }));
      continue;
    }
    say(0);
    await attempt(measure);
  }
  await count(
    answered.filter((query) => !isQuick(query)),
    1,
  );
}

/** Asks first when slow queries will take long together; gives those that the user leaves out. */
async function slowQueriesToLeaveOut(
  tools: Pick<ComparisonTools, 'ask'>,
  queries: readonly { query: Query; expectedMs: Milliseconds | null }[],
): Promise<Set<string>> {
  const slow = queries.flatMap(({ query, expectedMs }) =>
    expectedMs === null ? [] : [{ query, expectedMs }],
  );
  const expectedMs = slow.reduce((sum, each) => sum + each.expectedMs, 0);
  if (expectedMs <= askAboveMs) return new Set();
  const answer = await tools.ask({ names: slow.map(({ query }) => query.name), expectedMs });
  return new Set(answer === 'measure' ? [] : slow.map(({ query }) => query.id));
}

function elapsedMs(firstRuns: readonly FirstRun[]): Milliseconds {
  return firstRuns.reduce((sum, run) => sum + (run.status === 'ran' ? run.firstRunMs : 0), 0);
}

function emptyResult(
  playground: Playground,
  query: Query,
  environment: QueryResult['environment'],
  budgetMs: Milliseconds,
): QueryResult {
  const database = databaseBasis(playground);
  const bases = playground.setups.map((setup) => [
    setup.id,
    cellBasis(database, playground, query, setup),
  ]);
  return {
    queryId: query.id,
    setups: playground.setups,
    bases: Object.fromEntries(bases),
    environment,
    firstRuns: [],
    rounds: [],
    discarded: { hidden: 0, overlapped: 0 },
    parts: {},
    budgetMs,
    confirmation: null,
    status: 'measuring',
    error: null,
  };
}
