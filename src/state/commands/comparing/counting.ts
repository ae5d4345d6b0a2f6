// Counters of the cells that have none for their present basis, from SQLite's official build.
// It is loaded for this and its memory freed after; a failure to count never fails a comparison.

import type { EngineClient } from '../../../client/engine-client.ts';
import { statementLimitMs } from '../../../engine/model/comparison/comparison.ts';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { CountOutcome } from '../../../engine/model/counters/counters.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import type { Playground, Query, Setup } from '../../../engine/model/playground.ts';
import type { RunsStore } from '../../runs-store.ts';
import { countBasis } from '../../selectors/basis.ts';
import type { Work } from '../work/work.ts';

export interface Counting {
  /** Counts what is missing for these queries; the engine holds the playground's database. */
  count(playground: Playground, queries: readonly Query[], work: Work): Promise<void>;
}

interface Missing {
  query: Query;
  setups: Setup[];
}

export function createCounting(runs: RunsStore, client: EngineClient): Counting {
  function missingOf(playground: Playground, queries: readonly Query[]): Missing[] {
    const { counts } = runs.getState();
    return queries.flatMap((query) => {
      const setups = playground.setups.filter((setup) => {
        const known = counts[cellKey(query.id, setup.id)];
        return known?.basis !== countBasis(playground, query, setup);
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
    const exported = client.engine.call('exportImage', {});
    const { image } = await work.blocking(() => exported, client.stop, 0);
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

  return {
    async count(playground, queries, work) {
      const missing = missingOf(playground, queries);
      if (missing.length === 0) return;
      try {
        await countAll(playground, missing, work);
      } catch (thrown) {
        const error = toEngineError(thrown);
        if (error.code === 'stopped') throw thrown;
        for (const each of missing) {
          const failed = each.setups.map(
            ({ id }): CountOutcome => ({ status: 'failed', setupId: id, error }),
          );
          keep(playground, each, failed);
        }
      }
    },
  };
}
