// Compare: every query in every setup, one round a message, so that Stop works between samples.
// What the rounds say is for engine/statistics; what is shown of it for selectors.
import type { EngineClient } from '../../client/engine-client.ts';
import {
  type FirstRun,
  type OpenedComparison,
  type RoundReport,
  statementLimitMs,
} from '../../engine/model/comparison.ts';
import { type EngineError, toEngineError } from '../../engine/model/errors.ts';
import type { Playground, Query } from '../../engine/model/playground.ts';
import type { DocumentEditor } from '../document-store.ts';
import type { QueryResult, RunsStore } from '../runs-store.ts';
import { cellBasis, databaseBasis } from '../selectors/basis.ts';
import { asActivity } from './activity.ts';
import { type Comparing, startComparing } from './comparing.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { withParameters } from './query-commands.ts';

export interface CompareCommands {
  compare(): Promise<boolean>;
  /** The comparison under way, to stop it; null when there is none. */
  current(): Comparing | null;
}

const budgetMs = 10_000;
/** Rounds may come faster than the page should draw: its thread belongs to the user. */
const showEveryMs = 250;
/** Of the progress of a comparison, the share of the first runs. */
const firstRunsShare = 0.1;

export function createCompareCommands(
  document: DocumentEditor,
  runs: RunsStore,
  client: EngineClient,
  database: DatabaseCommands,
): CompareCommands {
  let current: Comparing | null = null;

  function update(queryId: string, patch: Partial<QueryResult>): void {
    runs.setState(({ results }) => {
      const result = results[queryId];
      return result ? { results: { ...results, [queryId]: { ...result, ...patch } } } : {};
    });
  }

  function sayMeasuring(query: Query, fraction: number): void {
    const { rounds = [] } = runs.getState().results[query.id] ?? {};
    const standing = rounds.at(-1)?.standing;
    runs.setState({
      activity: {
        kind: 'measuring',
        queryName: query.name,
        round: rounds.length,
        minRounds: standing?.minRounds ?? 12,
        maxRounds: standing?.maxRounds ?? 50,
        fraction,
      },
    });
  }

  async function compareAll(playground: Playground, comparing: Comparing): Promise<void> {
    const { setups, recipe } = playground;
    const queries = playground.queries.map(withParameters);
    const overLimit: { queryId: string; setupId: string }[] = [];
    let opened: OpenedComparison | null = null;

    /** An engine that was ended burns a core for a while: nothing is measured meanwhile. */
    async function settle(): Promise<void> {
      const quietAt = Math.max(client.engine.quietAt(), client.planner.quietAt());
      const waitMs = quietAt - performance.now();
      if (waitMs <= 0) return;
      runs.setState({ activity: { kind: 'settling' } });
      await comparing.wait(waitMs);
    }

    /** The open comparison, or a new one after the engine had to be ended. */
    async function open(): Promise<OpenedComparison> {
      if (opened) return opened;
      await settle();
      const { seed } = recipe;
      const request = { queries, setups, seed, budgetMs, overLimit };
      opened = await client.engine.call('openComparison', request);
      return opened;
    }

    async function firstRun(query: Query, setupId: string): Promise<FirstRun> {
      const { comparisonId } = await open();
      const request = { comparisonId, queryId: query.id, setupId };
      try {
        return await client.engine.call('firstRun', request, { timeoutMs: statementLimitMs });
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code !== 'time-limit') throw thrown;
        opened = null;
        overLimit.push({ queryId: query.id, setupId });
        return { status: 'failed', setupId, error: timeLimit(query) };
      }
    }

    async function firstRuns(query: Query): Promise<void> {
      const cells: FirstRun[] = [];
      for (const { id } of setups) {
        comparing.throwIfStopped();
        cells.push(await firstRun(query, id));
        update(query.id, { firstRuns: [...cells] });
      }
    }

    async function measure(query: Query, position: number): Promise<void> {
      let rounds: RoundReport[] = [];
      let shownAt = Number.NEGATIVE_INFINITY;
      function show(isDone: boolean): void {
        shownAt = performance.now();
        update(query.id, { rounds, status: isDone ? 'done' : 'measuring' });
        const minRounds = rounds.at(-1)?.standing.minRounds ?? 1;
        const share = isDone ? 1 : Math.min(1, rounds.length / minRounds);
        const done = (position + share) / queries.length;
        sayMeasuring(query, firstRunsShare + (1 - firstRunsShare) * done);
      }
      try {
        let isDone = false;
        while (!isDone) {
          comparing.throwIfStopped();
          const { comparisonId } = await open();
          const request = { comparisonId, queryId: query.id };
          const report = await client.engine.call('measureRound', request);
          rounds = [...rounds, report];
          isDone = report.standing.next === 'done';
          if (isDone || performance.now() - shownAt >= showEveryMs) show(isDone);
        }
      } finally {
        const shown = runs.getState().results[query.id]?.rounds.length ?? 0;
        if (rounds.length > shown) show(false);
      }
    }

    /** A query that fails ends its own measuring only; a stop ends all. */
    async function attempt(query: Query, work: () => Promise<void>): Promise<void> {
      try {
        await work();
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code === 'stopped') throw thrown;
        update(query.id, { status: 'stopped', error });
        // The engine may have been ended, and the open comparison with it.
        opened = null;
      }
    }

    await database.ensure();
    await settle();
    const { environment } = await open();
    const empty = queries.map((query) => emptyResult(playground, query, environment));
    runs.setState(({ results }) => ({
      results: { ...results, ...Object.fromEntries(empty.map((each) => [each.queryId, each])) },
    }));
    for (const [position, query] of queries.entries()) {
      sayMeasuring(query, (firstRunsShare * position) / queries.length);
      await attempt(query, () => firstRuns(query));
    }
    for (const [position, query] of queries.entries()) {
      if (runs.getState().results[query.id]?.error) continue;
      sayMeasuring(query, firstRunsShare + ((1 - firstRunsShare) * position) / queries.length);
      await attempt(query, () => measure(query, position));
    }
  }

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

  return {
    compare() {
      const { playground } = document.store.getState();
      const start = { phase: 'schema', fraction: 0 } as const;
      return asActivity(runs, { kind: 'generating', progress: start }, async () => {
        const comparing = startComparing();
        current = comparing;
        try {
          await compareAll(playground, comparing);
        } finally {
          comparing.end();
          current = null;
          endMeasuring();
        }
      });
    },
    current: () => current,
  };
}

function timeLimit({ name }: Query): EngineError {
  return {
    code: 'time-limit',
    message: `"${name}" took longer than ${statementLimitMs / 1000} s and was ended.`,
    hint: 'Use fewer rows, or an index that serves it.',
    place: { source: 'query', name },
  };
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
    firstRuns: [],
    rounds: [],
    status: 'measuring',
    error: null,
  };
}
