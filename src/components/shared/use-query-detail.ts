// The detail of the selected query, computed once for each change of what it is made from.
import { useMemo } from 'react';
import { type QueryDetail, queryDetail } from '../../state/selectors/chart/query-detail.ts';
import { usePlayground, useUi } from './app-context.tsx';
import { useBenchRuns } from './use-bench-runs.ts';

/** Null when no query is selected. */
export function useQueryDetail(): QueryDetail | null {
  const playground = usePlayground((whole) => whole);
  const queryId = useUi((ui) => ui.queryId);
  const runs = useBenchRuns();
  return useMemo(() => queryDetail(playground, runs, queryId), [playground, runs, queryId]);
}
