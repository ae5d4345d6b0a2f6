// Rows that were counted of a cell's loops, as far as they belong to the plan that is shown.
// Pure; counting is a command (state/commands/database/loop-commands.ts).
import { errorSentence } from '../../../engine/model/errors.ts';
import type { LoopCount } from '../../../engine/model/plan/loop-counts.ts';
import type { PlanRow } from '../../../engine/model/plan/plan.ts';
import type { CountedLoops } from '../../runs-store.ts';
import type { ExplainedWords } from './lines/step-line.ts';

export interface ShownCounts {
  /** By position of the plan's row; null when there are none for this plan. */
  counts: ReadonlyMap<number, LoopCount> | null;
  isStale: boolean;
  /** Why there are none, when they were asked for. */
  note: ExplainedWords | null;
}

const none: ShownCounts = { counts: null, isStale: false, note: null };

/** `basis`: of the cell as it stands; `rows`: the plan that is shown. */
export function shownCounts(
  counted: CountedLoops | undefined,
  basis: string,
  rows: readonly PlanRow[],
): ShownCounts {
  if (!counted) return none;
  const isStale = counted.basis !== basis;
  const { outcome } = counted;
  switch (outcome.status) {
    case 'counted': {
      if (isSamePlan(outcome.rows, rows)) {
        const counts = new Map(outcome.loops.map((loop) => [loop.row, loop]));
        return { counts, isStale, note: null };
      }
      if (isStale) return none;
      const lines = outcome.rows.map(({ detail }) => detail).join('; ');
      const explanation = `With the data and the values of the run, SQLite chose: ${lines || 'no plan steps'}.`;
      return { ...none, note: { text: 'The rows were counted with another plan.', explanation } };
    }
    case 'unavailable':
      if (isStale) return none;
      return {
        ...none,
        note: { text: 'Rows cannot be counted here.', explanation: outcome.reason },
      };
    case 'failed': {
      if (isStale) return none;
      const explanation = errorSentence(outcome.error);
      return { ...none, note: { text: 'Counting the rows failed.', explanation } };
    }
  }
}

/** Positions stand for the same lines; ids and costs may differ. */
function isSamePlan(one: readonly PlanRow[], other: readonly PlanRow[]): boolean {
  return one.length === other.length && one.every(({ detail }, at) => detail === other[at]?.detail);
}
