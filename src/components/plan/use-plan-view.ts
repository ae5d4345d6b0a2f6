// The plans of the selected query, computed once for each change of what they are made from.
// Holds what was last explained, for as long as the statement does not compile.
import { useMemo, useState } from 'react';
import type { Explanation } from '../../engine/model/plan/program.ts';
import type { ManyRows } from '../../state/selectors/plan/findings-view.ts';
import { lastExplanations } from '../../state/selectors/plan/last-explanations.ts';
import { type PlanView, planView } from '../../state/selectors/plan/plan-view.ts';
import type { PlanRuns } from '../../state/selectors/plan/worded-plans.ts';
import { usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { useBenchRuns } from '../shared/use-bench-runs.ts';

/** Null when no query is selected. */
export function usePlanView(manyRows: ManyRows): PlanView | null {
  const playground = usePlayground((whole) => whole);
  const queryId = useUi((ui) => ui.queryId);
  const runs = usePlanRuns();
  const [kept, setKept] = useState<Readonly<Record<string, Explanation>>>({});
  const last = lastExplanations(kept, runs.explanations);
  // Taken over while rendering: an effect would show the empty plan once in between.
  if (last !== kept) setKept(last);
  return useMemo(
    () => planView(playground, runs, queryId, { kept: last, manyRows }),
    [playground, runs, queryId, last, manyRows],
  );
}

function usePlanRuns(): PlanRuns {
  const bench = useBenchRuns();
  const explanations = useRuns((runs) => runs.explanations);
  const loopCounts = useRuns((runs) => runs.loopCounts);
  return useMemo(() => ({ ...bench, explanations, loopCounts }), [bench, explanations, loopCounts]);
}
