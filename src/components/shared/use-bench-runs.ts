// What the engines said, as one value that changes only when a part of it does.
import type { BenchRuns } from '../../state/selectors/bench/bench-view.ts';
import { useRuns } from './app-context.tsx';

export function useBenchRuns(): BenchRuns {
  const plans = useRuns((runs) => runs.plans);
  const results = useRuns((runs) => runs.results);
  const counts = useRuns((runs) => runs.counts);
  const database = useRuns((runs) => runs.database);
  const inspection = useRuns((runs) => runs.inspection);
  return sameRuns({ plans, results, counts, database, inspection });
}

let last: BenchRuns | null = null;

/** One object for all who ask, so that what is made from it is made once. */
function sameRuns(runs: BenchRuns): BenchRuns {
  const isSame =
    last?.plans === runs.plans &&
    last.results === runs.results &&
    last.counts === runs.counts &&
    last.database === runs.database &&
    last.inspection === runs.inspection;
  if (!last || !isSame) last = runs;
  return last;
}
