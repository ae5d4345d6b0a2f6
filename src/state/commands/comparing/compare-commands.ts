// The verbs of comparing: Compare, Continue, Confirm, the rows that differ. Each is one activity.
// How a comparison goes on stands in comparison-run.ts, what is shown of it in selectors.
import type { DifferingRows } from '../../../engine/model/comparison/differing-rows.ts';
import { cellKey, type QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { Playground, Query } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import type { DocumentEditor } from '../../document-store.ts';
import { isFreshResult } from '../../selectors/comparing/continuation.ts';
import type { UiStore } from '../../ui-store.ts';
import type { HeldFiles } from '../imports/held-files.ts';
import type { Work, Works } from '../work/work.ts';
import {
  type ComparisonTools,
  openInEngine,
  runComparison,
  type SlowQueries,
} from './comparison-run.ts';
import { confirmQuery } from './confirming.ts';
import {
  createQueryMeasurement,
  endMeasuring,
  sayMeasuring,
  updateResult,
} from './query-measurement.ts';

export interface CompareCommands {
  /** Measures every query in every setup; makes what is missing first. */
  compare(): Promise<boolean>;
  /** Goes on with a query whose result is fresh: another budget, 50 more rounds at most. */
  continueQuery(queryId: string): Promise<boolean>;
  /** Measures a query again in three fresh workers. */
  confirm(queryId: string): Promise<boolean>;
  /** Counts the work of every query, however large the database is. */
  countWork(): Promise<boolean>;
  /**
   * The rows in which a setup's answer differs from the baseline's; null when that failed.
   * They stay in the runs store until the query is measured anew.
   */
  differingRows(queryId: string, setupId: string): Promise<DifferingRows | null>;
  hideDifferingRows(queryId: string, setupId: string): void;
  /** The answer to the question whether slow queries are to be measured. */
  answer(answer: 'measure' | 'leave-out'): void;
}

export interface CompareDependencies extends Omit<ComparisonTools, 'ask'> {
  document: DocumentEditor;
  ui: UiStore;
  works: Works;
  held: HeldFiles;
  /**
   * Called after measuring has ended, however it did, with the playground as it was measured;
   * `isNew`: not more of what was there.
   */
  onMeasured: (playground: Playground, isNew: boolean) => void;
}

export function createCompareCommands(dependencies: CompareDependencies): CompareCommands {
  const { document, runs, ui, client, database, works } = dependencies;
  let answerWith: ((answer: 'measure' | 'leave-out') => void) | null = null;

  async function ask(work: Work, slow: SlowQueries): Promise<'measure' | 'leave-out'> {
    let given: 'measure' | 'leave-out' = 'leave-out';
    runs.setState({ activity: { kind: 'asking', ...slow } });
    await work.waitFor((done) => {
      answerWith = (answer) => {
        given = answer;
        done();
      };
      return () => {
        answerWith = null;
      };
    });
    return given;
  }

  /** Work on one query with a fresh result; nothing happens for any other. */
  function onQuery(
    queryId: string,
    work: (work: Work, query: Query, result: QueryResult, playground: Playground) => Promise<void>,
  ): Promise<boolean> {
    const { playground } = document.store.getState();
    const found = playground.queries.find(({ id }) => id === queryId);
    const result = runs.getState().results[queryId];
    if (!found || !result || !isFreshResult(playground, result)) return Promise.resolve(false);
    const query = withParameters(found);
    return works.run({ kind: 'counting', fraction: 0 }, async (started) => {
      sayMeasuring(runs, query, 0);
      await started.blocking(database.ensure, client.stop, 0);
      await work(started, query, result, playground);
    });
  }

  function comparisonOf(
    query: Query,
    { setups, firstRuns }: QueryResult,
    { recipe }: Playground,
    budgetMs: Milliseconds,
    work: Work,
  ) {
    const comparison = { queries: [query], setups, seed: recipe.seed, budgetMs };
    const overLimit = firstRuns.flatMap((run) =>
      run.status === 'failed' && run.error.code === 'time-limit'
        ? [{ queryId: query.id, setupId: run.setupId }]
        : [],
    );
    return openInEngine(dependencies, comparison, work, overLimit);
  }

  return {
    compare() {
      const { playground } = document.store.getState();
      const start = { phase: 'schema', fraction: 0 } as const;
      return works.run({ kind: 'generating', progress: start }, async (work) => {
        const tools = { ...dependencies, ask: (slow: SlowQueries) => ask(work, slow) };
        const { results: before } = runs.getState();
        try {
          await runComparison(tools, playground, ui.getState().budgetMs, work);
        } finally {
          endMeasuring(runs, before);
          if (runs.getState().results !== before) dependencies.onMeasured(playground, true);
        }
      });
    },
    continueQuery(queryId) {
      const moreMs = ui.getState().budgetMs;
      return onQuery(queryId, async (work, query, result, playground) => {
        const rounds = result.rounds.map(({ samples, control }) => ({ samples, control }));
        const spentMs = result.rounds.at(-1)?.standing.spentMs ?? 0;
        const budgetMs = result.budgetMs + moreMs;
        const comparison = comparisonOf(query, result, playground, result.budgetMs, work);
        const measurement = createQueryMeasurement(runs, comparison, query, (fraction) =>
          sayMeasuring(runs, query, fraction),
        );
        // What fresh workers said was about the rounds so far.
        updateResult(runs, queryId, () => ({ budgetMs, status: 'measuring', confirmation: null }));
        try {
          await comparison.resume(query, { rounds, spentMs }, moreMs);
          await measurement.attempt(measurement.measure);
        } finally {
          endMeasuring(runs, {});
          dependencies.onMeasured(playground, false);
        }
      });
    },
    confirm: (queryId) =>
      onQuery(queryId, async (work, query, result, playground) => {
        const { setups, budgetMs } = result;
        const question = { playground, queries: [query], setups, budgetMs };
        try {
          await confirmQuery(dependencies, question, work);
        } finally {
          dependencies.onMeasured(playground, false);
        }
      }),
    countWork() {
      const { playground } = document.store.getState();
      return works.run({ kind: 'counting', fraction: 0 }, async (work) => {
        await work.blocking(database.ensure, client.stop, 0);
        runs.setState({ activity: { kind: 'counting', fraction: 0 } });
        const queries = playground.queries.map(withParameters);
        await dependencies.counting.count(playground, queries, work, true);
        dependencies.onMeasured(playground, false);
      });
    },
    async differingRows(queryId, setupId) {
      let rows: DifferingRows | null = null;
      await onQuery(queryId, async (work, query, result, playground) => {
        const comparison = comparisonOf(query, result, playground, result.budgetMs, work);
        const { comparisonId } = await comparison.open();
        const request = { comparisonId, queryId, setupId };
        const found = await work.blocking(
          () => client.engine.call('differingRows', request),
          client.stop,
          0,
        );
        rows = found;
        const shown = { firstRuns: result.firstRuns, rows: found };
        runs.setState(({ differences }) => ({
          differences: { ...differences, [cellKey(queryId, setupId)]: shown },
        }));
      });
      return rows;
    },
    hideDifferingRows(queryId, setupId) {
      runs.setState(({ differences }) => {
        const { [cellKey(queryId, setupId)]: _, ...others } = differences;
        return { differences: others };
      });
    },
    answer: (answer) => answerWith?.(answer),
  };
}
