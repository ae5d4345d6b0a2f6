// Stop: ends what the engine does; the playground is untouched, the database comes back by itself.
import type { EngineClient } from '../../../client/engine-client.ts';
import { isBusy } from '../../activity.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { Works } from './work.ts';

export function createStop(
  runs: RunsStore,
  client: Pick<EngineClient, 'stop'>,
  works: Works,
): () => void {
  return () => {
    if (!isBusy(runs.getState().activity)) return;
    const work = works.current();
    // Work knows how what it waits for is ended; anything else is one call of the engine.
    if (work) work.stop();
    else client.stop();
  };
}
