// Compare: every query in every setup, one round a message, so that Stop works between samples.
import type { EngineClient } from '../../client/engine-client.ts';
import type { OpenedComparison } from '../../engine/model/comparison.ts';
import { EngineFailure, toEngineError } from '../../engine/model/errors.ts';
import type { Playground, Query } from '../../engine/model/playground.ts';
import type { DocumentEditor } from '../document-store.ts';
import type { QueryResult, RunsStore } from '../runs-store.ts';
import { cellBasis, databaseBasis } from '../selectors/basis.ts';
import { asActivity } from './activity.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { withParameters } from './query-commands.ts';

export interface CompareCommands {
  compare(): Promise<boolean>;
  /** Asks the loop to end after the round under way. */
  requestStop(): void;
}

const budgetMs = 10_000;
/** First runs of one query: a statement that takes longer is ended and said to be over the limit. */
const firstRunsLimitMs = 20_000;

export function createCompareCommands(
  document: DocumentEditor,
  runs: RunsStore,
  client: EngineClient,
  database: DatabaseCommands,
): CompareCommands {
  let isStopRequested = false;

  function throwIfStopped(): void {
    if (isStopRequested) throw new EngineFailure({ code: 'stopped', message: 'Stopped.' });
  }

  function update(queryId: string, patch: Partial<QueryResult>): void {
    runs.setState(({ results }) => {
      const result = results[queryId];
      return result ? { results: { ...results, [queryId]: { ...result, ...patch } } } : {};
    });
  }

  function sayMeasuring(query: Query, position: number, queries: Query[], rounds = 0): void {
    const standing = runs.getState().results[query.id]?.rounds.at(-1)?.standing;
    const minRounds = standing?.minRounds ?? 12;
    const share = Math.min(1, rounds / minRounds);
    runs.setState({
      activity: {
        kind: 'measuring',
        queryName: query.name,
        round: rounds,
        minRounds,
        maxRounds: standing?.maxRounds ?? 50,
        fraction: (position + share) / queries.length,
      },
    });
  }

  async function settle(): Promise<void> {
    const waitMs = client.engine.quietAt() - performance.now();
    if (waitMs <= 0) return;
    runs.setState({ activity: { kind: 'settling' } });
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    throwIfStopped();
  }

  async function compareAll(playground: Playground): Promise<void> {
    await database.ensure();
    await settle();
    const queries = playground.queries.map(withParameters);
    const { setups, recipe } = playground;
    let opened: OpenedComparison | null = null;
    const open = async (): Promise<OpenedComparison> => {
      opened ??= await client.engine.call('openComparison', {
        queries,
        setups,
        seed: recipe.seed,
        budgetMs,
      });
      return opened;
    };

    async function firstRuns(query: Query): Promise<void> {
      const { comparisonId, environment } = await open();
      const empty = emptyResult(playground, query, environment);
      runs.setState(({ results }) => ({ results: { ...results, [query.id]: empty } }));
      const request = { comparisonId, queryId: query.id };
      const options = { timeoutMs: firstRunsLimitMs };
      update(query.id, { firstRuns: await client.engine.call('firstRuns', request, options) });
    }

    async function measure(query: Query, position: number): Promise<void> {
      let isDone = false;
      while (!isDone) {
        throwIfStopped();
        const { comparisonId } = await open();
        const request = { comparisonId, queryId: query.id };
        const report = await client.engine.call('measureRound', request);
        const rounds = [...(runs.getState().results[query.id]?.rounds ?? []), report];
        isDone = report.standing.next === 'done';
        update(query.id, { rounds, status: isDone ? 'done' : 'measuring' });
        sayMeasuring(query, position, queries, rounds.length);
      }
    }

    /** A query that fails ends its own measuring only; a stop ends all. */
    async function attempt(query: Query, work: () => Promise<void>): Promise<void> {
      throwIfStopped();
      try {
        await work();
      } catch (thrown) {
        const error = toEngineError(thrown);
        update(query.id, { status: 'stopped', error: error.code === 'stopped' ? null : error });
        if (error.code === 'stopped') throw thrown;
        // A time limit ended the engine, and with it the open comparison.
        if (error.code === 'time-limit' || error.code === 'engine-failed') opened = null;
      }
    }

    for (const [position, query] of queries.entries()) {
      sayMeasuring(query, position, queries);
      await attempt(query, () => firstRuns(query));
    }
    for (const [position, query] of queries.entries()) {
      if (runs.getState().results[query.id]?.error) continue;
      sayMeasuring(query, position, queries);
      await attempt(query, async () => {
        if (!opened) await firstRuns(query);
        await measure(query, position);
      });
    }
  }

  return {
    compare() {
      isStopRequested = false;
      const { playground } = document.store.getState();
      const start = { phase: 'schema', fraction: 0 } as const;
      return asActivity(runs, { kind: 'generating', progress: start }, () =>
        compareAll(playground).finally(endMeasuring),
      );
    },
    requestStop() {
      isStopRequested = true;
    },
  };

  /** What was still waiting when the comparison ended keeps its points and says that it stopped. */
  function endMeasuring(): void {
    runs.setState(({ results }) => ({
      results: Object.fromEntries(
        Object.entries(results).map(([id, result]) => [
          id,
          result.status === 'measuring' ? { ...result, status: 'stopped' as const } : result,
        ]),
      ),
    }));
  }
}

function emptyResult(
  playground: Playground,
  query: Query,
  environment: QueryResult['environment'],
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
    firstRuns: null,
    rounds: [],
    status: 'measuring',
    error: null,
  };
}
