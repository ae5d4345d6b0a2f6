// Who has the engine now: one activity at a time, and how it ends is always said.
import { toEngineError } from '../../../engine/model/errors.ts';
import { isBusy } from '../../activity.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { Activity, RunsStore } from '../../runs-store.ts';

/** Resolves when nothing is under way, at once if nothing is. */
export function whenIdle(runs: RunsStore): Promise<void> {
  return new Promise((resolve) => {
    if (!isBusy(runs.getState().activity)) {
      resolve();
      return;
    }
    const stop = runs.subscribe(({ activity }) => {
      if (isBusy(activity)) return;
      stop();
      resolve();
    });
  });
}

/**
 * Runs `work` as the one activity; does nothing while another is under way.
 * Ends as ready, stopped or failed, whatever `work` throws. Gives true when it ended well.
 */
export async function asActivity(
  runs: RunsStore,
  first: Activity,
  work: () => Promise<void>,
): Promise<boolean> {
  if (isBusy(runs.getState().activity)) return false;
  runs.setState({ activity: first });
  try {
    await work();
    runs.setState({ activity: { kind: 'ready' } });
    return true;
  } catch (thrown) {
    const error = toEngineError(thrown);
    runs.setState({
      activity: error.code === 'stopped' ? { kind: 'stopped' } : { kind: 'failed', error },
    });
    return false;
  }
}

/**
 * Ends 'stopped' and 'failed' at the next edit: what they speak of may be mended by it, or be gone.
 * Gives a function that ends it.
 */
export function startClearingActivity(document: DocumentEditor, runs: RunsStore): () => void {
  return document.store.subscribe(({ playground }, { playground: before }) => {
    const { kind } = runs.getState().activity;
    if (playground === before || (kind !== 'stopped' && kind !== 'failed')) return;
    runs.setState({ activity: { kind: 'ready' } });
  });
}
