// Forgets what the engine answered about queries that are gone: ids begin anew in every playground,
// and a result must never stand beside another query than its own.
import type { Playground } from '../../../engine/model/playground.ts';
import { isBusy } from '../../activity.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import { whenIdle } from '../work/activity.ts';

/** Starts following the document; gives a function that ends it. `stop` ends what is measured. */
export function startForgetting(
  document: DocumentEditor,
  runs: RunsStore,
  stop: () => void,
): () => void {
  return document.store.subscribe(({ playground }, { playground: before }) => {
    if (playground === before) return;
    if (isAnother(playground, before)) {
      stop();
      runs.setState({ results: {}, counts: {}, differences: {}, plans: {}, lastRun: null });
      runs.setState({ explanations: {}, loopCounts: {} });
      void whenIdle(runs).then(() =>
        // Others wait for the same moment: what one of them has begun since goes on.
        runs.setState(({ activity }) => ({
          results: {},
          activity: isBusy(activity) ? activity : { kind: 'ready' },
        })),
      );
    } else if (playground.queries !== before.queries) {
      forgetRemoved(playground, runs);
    }
  });
}

/** Edits leave some parts the same objects; opening a playground, undone or not, changes all. */
export function isAnother(playground: Playground, before: Playground): boolean {
  return (
    playground.queries !== before.queries &&
    playground.setups !== before.setups &&
    playground.recipe !== before.recipe
  );
}

function forgetRemoved({ queries }: Playground, runs: RunsStore): void {
  const { results, lastRun } = runs.getState();
  const ids = new Set(queries.map(({ id }) => id));
  const kept = Object.entries(results).filter(([id]) => ids.has(id));
  if (kept.length < Object.keys(results).length) {
    runs.setState({ results: Object.fromEntries(kept) });
  }
  if (lastRun && !ids.has(lastRun.queryId)) runs.setState({ lastRun: null });
}
