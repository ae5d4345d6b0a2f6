// Counters of the cells that have none for their present basis, from SQLite's official build.
// It is loaded for this and its memory freed after; a failure to count never fails a comparison.

import type { EngineClient } from '../../../client/engine-client.ts';
import { statementLimitMs } from '../../../engine/model/comparison/comparison.ts';
import { cellKey, type QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { CountOutcome } from '../../../engine/model/counters/counters.ts';
import { type EngineError, toEngineError } from '../../../engine/model/errors.ts';
import type { Playground, Query, Setup } from '../../../engine/model/playground.ts';
import type { Bytes } from '../../../engine/model/units.ts';
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import type { RunsStore } from '../../runs-store.ts';
import { countBasis } from '../../selectors/basis.ts';
import type { Work } from '../work/work.ts';

export interface Counting {
  /**
   * Counts what is missing for these queries; the engine holds the playground's database. A large
   * one is counted only when the user asked for it, and so is what failed before.
   */
  count(
    playground: Playground,
    queries: readonly Query[],
    work: Work,
    isAsked: boolean,
  ): Promise<void>;
}

/**
 * Counting needs a second copy of the database, for a moment a third: at 1,000,000 rows with five
 * indexes (168 MB) the page takes 0.6 GB while it measures and 0.9 GB while it counts.
 */
const largeBytes: Bytes = 128 * 1024 * 1024;

interface Missing {
  query: Query;
  setups: Setup[];
}

export function createCounting(runs: RunsStore, client: EngineClient): Counting {
  function missingOf(
    playground: Playground,
    queries: readonly Query[],
    isAsked: boolean,
  ): Missing[] {
    const { counts, results } = runs.getState();
    return queries.flatMap((query) => {
      const setups = playground.setups.filter((setup) => {
        // It would only run into the limit once more.
        if (isOverLimit(results[query.id], setup)) return false;
        const known = counts[cellKey(query.id, setup.id)];
        if (known?.basis !== countBasis(playground, query, setup)) return true;
        return isAsked && known.outcome.status === 'failed';
      });
      return setups.length === 0 ? [] : [{ query, setups }];
    });
  }

  function keep(
    playground: Playground,
    { query, setups }: Missing,
    outcomes: CountOutcome[],
  ): void {
    const cells = setups.flatMap((setup) => {
      const outcome = outcomes.find(({ setupId }) => setupId === setup.id);
      const basis = countBasis(playground, query, setup);
      return outcome ? [[cellKey(query.id, setup.id), { basis, outcome }] as const] : [];
    });
    runs.setState(({ counts }) => ({ counts: { ...counts, ...Object.fromEntries(cells) } }));
  }

  async function countAll(playground: Playground, missing: Missing[], work: Work): Promise<void> {
    const { indexes, recipe } = playground;
    const indexNames = indexes.map(({ name }) => name);
    const { image } = await work.blocking(
      () => client.engine.call('exportImage', {}),
      client.stop,
      0,
    );
    const counter = client.openCounter();
    try {
      await work.blocking(() => counter.call('loadImage', { image }), counter.close, 0);
      for (const each of missing) {
        const { query, setups } = each;
        const limitMs = statementLimitMs;
        const request = { query, setups, indexNames, seed: recipe.seed, limitMs };
        const outcomes = await work.blocking(
          () => counter.call('count', request),
          counter.close,
          0,
        );
        keep(playground, each, outcomes);
      }
    } finally {
      counter.close();
    }
  }

  function keepFailed(
    playground: Playground,
    missing: readonly Missing[],
    error: EngineError,
  ): void {
    for (const each of missing) {
      const failed = each.setups.map(
        ({ id }): CountOutcome => ({ status: 'failed', setupId: id, error }),
      );
      keep(playground, each, failed);
    }
  }

  return {
    async count(playground, queries, work, isAsked) {
      const missing = missingOf(playground, queries, isAsked);
      if (missing.length === 0) return;
      const sizeBytes = runs.getState().database?.summary.sizeBytes ?? 0;
      if (sizeBytes > largeBytes && !isAsked) {
        keepFailed(playground, missing, tooLarge(sizeBytes));
        return;
      }
      try {
        await countAll(playground, missing, work);
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code === 'stopped') throw thrown;
        keepFailed(playground, missing, error);
      }
    },
  };
}

function isOverLimit(result: QueryResult | undefined, { id }: Setup): boolean {
  const run = result?.firstRuns.find(({ setupId }) => setupId === id);
  return run?.status === 'failed' && run.error.code === 'time-limit';
}

function tooLarge(sizeBytes: Bytes): EngineError {
  return {
    code: 'too-large',
    message: `Counting the work needs a second copy of this database (${formatBytes(sizeBytes)}) in memory.`,
    hint: 'Press Count the work, below the verdicts, to count it all the same.',
  };
}
