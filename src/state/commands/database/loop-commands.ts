// Counts the rows of each loop of the selected query's plans, in every setup: one execution each.
// Takes no times: the counting function slows the query down.
import type { EngineClient } from '../../../client/engine-client.ts';
import { statementLimitMs } from '../../../engine/model/comparison/comparison.ts';
import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import { toEngineError } from '../../../engine/model/errors.ts';
import type { LoopCountOutcome, LoopCountRequest } from '../../../engine/model/plan/loop-counts.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { countBasis } from '../../selectors/basis.ts';
import type { UiStore } from '../../ui-store.ts';
import { asActivity } from '../work/activity.ts';
import type { DatabaseCommands } from './database-commands.ts';
import { isAnother } from './forgetting.ts';

export interface LoopCommands {
  /** Makes what is missing of the data, then counts; what is known of the cells as they are stays. */
  countLoops(): Promise<boolean>;
}

/** Beyond the engine's own limit, which it looks at between rows: a statement that hands out none. */
const graceMs = 10_000;

export function createLoopCommands(
  document: DocumentEditor,
  runs: RunsStore,
  ui: UiStore,
  client: EngineClient,
  database: DatabaseCommands,
): LoopCommands {
  /** Stop ends the whole; a statement that never hands out a row is said of its setup alone. */
  async function outcomeOf(request: LoopCountRequest): Promise<LoopCountOutcome> {
    try {
      return await client.engine.call('countLoops', request, {
        timeoutMs: request.limitMs + graceMs,
      });
    } catch (thrown) {
      const error = toEngineError(thrown);
      if (error.code !== 'time-limit') throw thrown;
      return { status: 'failed', error };
    }
  }

  return {
    countLoops() {
      const { playground } = document.store.getState();
      const { setups, recipe } = playground;
      const query = playground.queries.find(({ id }) => id === ui.getState().queryId);
      if (!query || query.sql.trim() === '') return Promise.resolve(false);
      const say = (done: number) =>
        runs.setState({
          activity: {
            kind: 'counting-loops',
            queryName: query.name,
            fraction: done / setups.length,
          },
        });
      const first = { kind: 'counting-loops', queryName: query.name, fraction: 0 } as const;
      return asActivity(runs, first, async () => {
        await database.ensure();
        for (const [position, setup] of setups.entries()) {
          const key = cellKey(query.id, setup.id);
          const basis = countBasis(playground, query, setup);
          if (runs.getState().loopCounts[key]?.basis === basis) continue;
          say(position);
          const request = { query: withParameters(query), setup, seed: recipe.seed };
          const outcome = await outcomeOf({ ...request, limitMs: statementLimitMs });
          if (isAnother(document.store.getState().playground, playground)) return;
          runs.setState(({ loopCounts }) => ({
            loopCounts: { ...loopCounts, [key]: { basis, outcome } },
          }));
        }
      });
    },
  };
}
