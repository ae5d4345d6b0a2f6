// What the engines said, as one value that changes only when a part of it does.
import { useMemo } from 'react';
import type { BenchRuns } from '../../state/selectors/bench/bench-view.ts';
import { useRuns } from './app-context.tsx';

export function useBenchRuns(): BenchRuns {
  const plans = useRuns((runs) => runs.plans);
  const results = useRuns((runs) => runs.results);
  const counts = useRuns((runs) => runs.counts);
  const database = useRuns((runs) => runs.database);
  const inspection = useRuns((runs) => runs.inspection);
  return useMemo(
    () => ({ plans, results, counts, database, inspection }),
    [plans, results, counts, database, inspection],
  );
}
