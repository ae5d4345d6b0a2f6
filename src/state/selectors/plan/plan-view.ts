// The plans of one query in all setups, ready to stand side by side.
// Pure; before measuring they come from the planner, afterwards from the measured first run.
import type { EngineError } from '../../../engine/model/errors.ts';
import type { Playground, SetupLetter } from '../../../engine/model/playground.ts';
import { type BenchRuns, benchView } from '../bench/bench-view.ts';
import { type PlanLines, planLines, planRowTexts } from './plan-lines.ts';

export interface SetupPlan {
  setupId: string;
  letter: SetupLetter;
  name: string;
  isBaseline: boolean;
  isProvisional: boolean;
  /** Null while the planner has not answered, and when it failed. */
  plan: (PlanLines & { rawRows: string[] }) | null;
  error: EngineError | null;
  /** Every line is the baseline's. */
  isSame: boolean;
}

export interface PlanView {
  queryName: string;
  hasStatement: boolean;
  setups: SetupPlan[];
}

/** The plans of a query; null when there is no such query. */
export function planView(
  playground: Playground,
  runs: BenchRuns,
  queryId: string | null,
): PlanView | null {
  const query = playground.queries.find(({ id }) => id === queryId);
  const row = benchView(playground, runs).queries.find(({ id }) => id === queryId);
  if (!query || !row) return null;
  const baseline = row.cells[0]?.plan ?? null;
  return {
    queryName: row.name,
    hasStatement: query.sql.trim() !== '',
    setups: row.cells.map((cell, position) => {
      const lines = cell.plan && planLines(cell.plan, query.sql, position === 0 ? null : baseline);
      const isChanged = lines?.lines.some(({ isNew }) => isNew) || lines?.gone.length !== 0;
      return {
        setupId: cell.setupId,
        letter: cell.letter,
        name: playground.setups[position]?.name ?? '',
        isBaseline: position === 0,
        isProvisional: cell.isProvisional,
        plan: lines && cell.plan && { ...lines, rawRows: planRowTexts(cell.plan) },
        error: cell.plan ? null : cell.error,
        isSame: position > 0 && baseline !== null && lines !== null && !isChanged,
      };
    }),
  };
}
