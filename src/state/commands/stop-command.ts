// Stop: ends what the engine does; the playground is untouched, the database comes back by itself.
import type { EngineClient } from '../../client/engine-client.ts';
import type { RunsStore } from '../runs-store.ts';
import { isBusy } from './activity.ts';
import type { CompareCommands } from './compare-commands.ts';

/** A round under way usually ends within this time; then the engine need not be restarted. */
const graceMs = 120;

export function createStop(
  runs: RunsStore,
  client: EngineClient,
  compare: CompareCommands,
): () => void {
  return () => {
    const { activity } = runs.getState();
    if (!isBusy(activity)) return;
    const comparing = compare.current();
    comparing?.stop();
    if (comparing && activity.kind === 'settling') return;
    if (!comparing || activity.kind !== 'measuring') {
      client.stop();
      return;
    }
    // What runs when the time is up may be another activity: only this comparison is ended.
    setTimeout(() => {
      if (comparing.isRunning) client.stop();
    }, graceMs);
  };
}
