// The pinned comparison beside the current one for the selected query, computed once for each change.
import { useMemo } from 'react';
import { type PinnedView, pinnedView } from '../../state/selectors/history/pinned-view.ts';
import { useKept, usePlayground, useUi } from './app-context.tsx';
import { useBenchRuns } from './use-bench-runs.ts';

/** Null when nothing is pinned, or no query is selected. */
export function usePinnedView(): PinnedView | null {
  const playground = usePlayground((whole) => whole);
  const queryId = useUi((ui) => ui.queryId);
  const pinned = useKept((history) => history.pinned);
  const runs = useBenchRuns();
  return useMemo(
    () => pinnedView(playground, runs, pinned, queryId),
    [playground, runs, pinned, queryId],
  );
}
