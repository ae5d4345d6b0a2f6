// The detail of the selected query, computed once for each change of what it is made from.
import { useMemo } from 'react';
import { type QueryDetail, queryDetail } from '../../state/selectors/query-detail.ts';
import { usePlayground, useRuns, useUi } from './app-context.tsx';

/** Null when no query is selected. */
export function useQueryDetail(): QueryDetail | null {
  const playground = usePlayground((whole) => whole);
  const queryId = useUi((ui) => ui.queryId);
  const plans = useRuns((runs) => runs.plans);
  const results = useRuns((runs) => runs.results);
  const database = useRuns((runs) => runs.database);
  const inspection = useRuns((runs) => runs.inspection);
  return useMemo(
    () => queryDetail(playground, { plans, results, database, inspection }, queryId),
    [playground, plans, results, database, inspection, queryId],
  );
}
