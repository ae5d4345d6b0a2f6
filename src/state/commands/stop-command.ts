// Stop: ends what the engine does, at once; the playground is untouched, the database comes back.
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
    compare.requestStop();
    if (activity.kind !== 'measuring' && activity.kind !== 'settling') {
      client.stop();
      return;
    }
    setTimeout(() => {
      if (isBusy(runs.getState().activity)) client.stop();
    }, graceMs);
  };
}
