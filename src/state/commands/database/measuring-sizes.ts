// Asks the engine what each table and index takes, when somebody wants to see it and nothing else runs.
// Keeps away from the activity: it is short, and nobody waits for it.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { RunsStore } from '../../runs-store.ts';
import { sizesBasis } from '../../selectors/basis.ts';
import { whenIdle } from '../work/activity.ts';

/**
 * Measures the sizes of the built database unless they are known, or asked for already. Gives
 * nothing: they stand in the runs store. An engine that cannot say leaves them unknown.
 */
export function createSizeMeasuring(runs: RunsStore, client: EngineClient): () => Promise<void> {
  let asked: string | null = null;

  return async function measureSizes() {
    await whenIdle(runs);
    const { database, sizes } = runs.getState();
    const basis = database && sizesBasis(database);
    if (basis === null || basis === asked || basis === sizes?.basis) return;
    asked = basis;
    try {
      const answer = await client.engine.call('storageSizes', {});
      runs.setState({ sizes: { basis, sizes: answer.sizes } });
    } catch {
      // Stopped with the engine: a restored database asks again.
    } finally {
      asked = null;
    }
  };
}
