// A comparison in an engine of its own, opened for it and closed after it: Confirm, the labs and the
// instrument's test leave the page's database alone.

import type { EngineClient, EngineWorker } from '../../../client/engine-client.ts';
import type { Standing } from '../../../engine/model/comparison/comparison.ts';
import type { Playground, Query, Setup } from '../../../engine/model/playground.ts';
import type { Fraction, Milliseconds } from '../../../engine/model/units.ts';
import type { RunsStore } from '../../runs-store.ts';
import { toDatabaseRequest } from '../database/database-commands.ts';
import type { HeldFiles } from '../imports/held-files.ts';
import type { Disturbances } from '../work/disturbances.ts';
import { settle } from '../work/settling.ts';
import type { Work } from '../work/work.ts';
import { createRunningComparison, type RunningComparison } from './running-comparison.ts';

export interface FreshTools {
  runs: RunsStore;
  client: EngineClient;
  disturbances: Disturbances;
  held: HeldFiles;
}

export interface FreshQuestion {
  /** What the engine's database is built from. */
  playground: Playground;
  queries: Query[];
  setups: Setup[];
  budgetMs: Milliseconds;
}

/** Hands `use` a comparison in a fresh engine, which is closed whatever comes of it. */
export async function inFreshEngine<Result>(
  { runs, client, disturbances, held }: FreshTools,
  { playground, queries, setups, budgetMs }: FreshQuestion,
  work: Work,
  onData: (fraction: Fraction) => void,
  use: (comparison: RunningComparison, engine: EngineWorker) => Promise<Result>,
): Promise<Result> {
  const engine = client.openEngine();
  const request = held.withFile(toDatabaseRequest(playground));
  const comparison = createRunningComparison({
    engine,
    request: { queries, setups, seed: playground.recipe.seed, budgetMs },
    work,
    disturbances,
    async prepare() {
      const onProgress = ({ fraction }: { fraction: Fraction }) => onData(fraction);
      await work.blocking(
        () => engine.call('ensureDatabase', request, { onProgress }),
        engine.close,
        0,
      );
      await settle(runs, client, work);
    },
    end: engine.close,
    graceMs: 0,
    onHidden: () => runs.setState({ activity: { kind: 'paused' } }),
  });
  try {
    return await use(comparison, engine);
  } finally {
    engine.close();
  }
}

/**
 * First runs and rounds of a query until it is done; its last undisturbed standing. `say` is told
 * how much is done. Null when every round was disturbed.
 */
export async function measureWhole(
  comparison: RunningComparison,
  query: Query,
  setups: readonly Setup[],
  say: (fraction: Fraction) => void,
): Promise<Standing | null> {
  const standings: Standing[] = [];
  for (const { id } of setups) await comparison.firstRun(query, id);
  await comparison.measure(query, ({ round, standing }, discarded) => {
    if (!discarded) standings.push(standing);
    say(Math.min(1, round / standing.minRounds));
  });
  return standings.at(-1) ?? null;
}
