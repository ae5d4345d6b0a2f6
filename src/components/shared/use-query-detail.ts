// The detail of the selected query, computed once for each change of what it is made from.
import type { Playground } from '../../engine/model/playground.ts';
import type { BenchRuns } from '../../state/selectors/bench/bench-view.ts';
import { type QueryDetail, queryDetail } from '../../state/selectors/chart/query-detail.ts';
import { usePlayground, useUi } from './app-context.tsx';
import { useBenchRuns } from './use-bench-runs.ts';

/** Null when no query is selected. */
export function useQueryDetail(): QueryDetail | null {
  const playground = usePlayground((whole) => whole);
  const queryId = useUi((ui) => ui.queryId);
  return detailOf(playground, useBenchRuns(), queryId);
}

interface Made {
  playground: Playground;
  runs: BenchRuns;
  queryId: string | null;
  detail: QueryDetail | null;
}

/** Several panes ask for the same one; of a long text each would cost a tenth of a second. */
let last: Made | null = null;

function detailOf(playground: Playground, runs: BenchRuns, queryId: string | null) {
  const isSame = last?.playground === playground && last.runs === runs && last.queryId === queryId;
  if (!last || !isSame) {
    last = { playground, runs, queryId, detail: queryDetail(playground, runs, queryId) };
  }
  return last.detail;
}
