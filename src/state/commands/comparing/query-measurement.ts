// One query's rounds and parts on their way into its result, and the line that says how far it is.
// Decides nothing: the engine says when it is done, statistics what it means.
import type {
  DiscardReason,
  FirstRun,
  RoundReport,
} from '../../../engine/model/comparison/comparison.ts';
import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import type { Query } from '../../../engine/model/playground.ts';
import type { Fraction } from '../../../engine/model/units.ts';
import { minRounds } from '../../../engine/statistics/stop-rule.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { RunningComparison } from './running-comparison.ts';

export interface QueryMeasurement {
  /** The first execution in each setup. */
  firstRuns(setupIds: readonly string[]): Promise<FirstRun[]>;
  /** Rounds until the query is done, then its parts; goes on after the rounds it has. */
  measure(): Promise<void>;
  /** A failure ends this query's measuring only; a stop ends all and is thrown on. */
  attempt(work: () => Promise<void>): Promise<void>;
}

/** Rounds may come faster than the page should draw: its thread belongs to the user. */
export const showEveryMs = 250;

/** Changes a query's result, if it still has one. */
export function updateResult(
  runs: RunsStore,
  queryId: string,
  patch: (result: QueryResult) => Partial<QueryResult>,
): void {
  runs.setState(({ results }) => {
    const result = results[queryId];
    return result ? { results: { ...results, [queryId]: { ...result, ...patch(result) } } } : {};
  });
}

/** Says that a query is being measured; `fraction` is of the whole comparison. */
export function sayMeasuring(runs: RunsStore, query: Query, fraction: Fraction): void {
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

/** `say` is told how much of this query is done. */
export function createQueryMeasurement(
  runs: RunsStore,
  comparison: RunningComparison,
  query: Query,
  say: (fraction: Fraction) => void,
): QueryMeasurement {
  async function measureRounds(): Promise<void> {
    const before = runs.getState().results[query.id];
    let rounds: RoundReport[] = before?.rounds ?? [];
    let discarded = before?.discarded ?? { hidden: 0, overlapped: 0 };
    let shownAt = Number.NEGATIVE_INFINITY;

    function show(status: QueryResult['status']): void {
      shownAt = performance.now();
      updateResult(runs, query.id, () => ({ rounds, discarded, status }));
      say(
        status === 'done' ? 1 : Math.min(1, rounds.length / (rounds[0]?.standing.minRounds ?? 1)),
      );
    }

    function take(report: RoundReport, reason: DiscardReason | null): void {
      if (reason) discarded = { ...discarded, [reason]: discarded[reason] + 1 };
      else rounds = [...rounds, report];
      if (performance.now() - shownAt >= showEveryMs) show('measuring');
    }

    try {
      await comparison.measure(query, take);
      show('done');
    } finally {
      const shown = runs.getState().results[query.id]?.rounds.length ?? 0;
      if (rounds.length > shown) show('measuring');
    }
  }

  return {
    async firstRuns(setupIds) {
      const firstRuns: FirstRun[] = [];
      for (const setupId of setupIds) {
        firstRuns.push(await comparison.firstRun(query, setupId));
        updateResult(runs, query.id, () => ({ firstRuns: [...firstRuns] }));
      }
      return firstRuns;
    },
    async measure() {
      await measureRounds();
      await comparison.takeApart(query, ({ parts }) => {
        updateResult(runs, query.id, () => ({ parts }));
      });
    },
    async attempt(work) {
      try {
        await work();
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code === 'stopped') throw thrown;
        updateResult(runs, query.id, () => ({ status: 'stopped', error }));
        comparison.forget();
      }
    },
  };
}

/**
 * What was still being measured keeps its points and says that it stopped. Where there were fewer
 * than a verdict needs, what was measured before (`before`) comes back: a stop loses no verdict.
 */
export function endMeasuring(runs: RunsStore, before: Readonly<Record<string, QueryResult>>): void {
  runs.setState(({ results }) => {
    const ended = Object.entries(results).map(([id, result]) => {
      const earlier = before[id];
      if (result === earlier || result.error !== null || result.status === 'done') {
        return [id, result] as const;
      }
      const isTooLittle = result.rounds.length < minRounds;
      if (earlier && isTooLittle && earlier.rounds.length > result.rounds.length) {
        return [id, earlier] as const;
      }
      return [id, { ...result, status: 'stopped' as const }] as const;
    });
    const hasChanged = ended.some(([id, result]) => result !== before[id]);
    return { results: hasChanged || ended.length === 0 ? Object.fromEntries(ended) : before };
  });
}
