// The loops among the rows of a plan, with what matters for counting their rows.
// Reads the plan as it is drawn; knows nothing of the text of the statement.
import type { PlanRow } from '../../model/plan/plan.ts';
import type { PlanStep } from '../../model/plan/plan-step.ts';
import { everyStep } from '../../plan/every-step.ts';
import type { PlanNames } from '../../plan/plan-names.ts';
import { readPlan } from '../../plan/read-plan.ts';

export interface PlanLoop {
  /** Position of its row among the plan's rows. */
  row: number;
  detail: string;
  /** What the plan calls the rows that it reads. */
  label: string;
  /** It reads a subquery or join that SQLite numbers because nobody gave it a name. */
  isNumbered: boolean;
  /** Position of the MULTI-INDEX OR that it is an arm of; null when it is none. */
  orRow: number | null;
  /** Goes over the unmatched rows of a RIGHT or FULL JOIN. */
  isSecondPass: boolean;
}

/** All that read rows of a table, view, common table or subquery, in the order of the rows. */
export function planLoops(rows: readonly PlanRow[], names: PlanNames): PlanLoop[] {
  const steps = new Map(everyStep(readPlan(rows, names)).map(({ row, step }) => [row, step]));
  const positions = new Map(rows.map(({ id }, row) => [id, row]));
  const parentOf = (row: number) => positions.get(rows[row]?.parent ?? 0) ?? -1;
  const kindOf = (row: number): PlanStep['kind'] | undefined => steps.get(row)?.kind;
  return rows.flatMap(({ detail }, row): PlanLoop[] => {
    const step = steps.get(row);
    if (step?.kind !== 'loop') return [];
    const { label, kind } = step.source;
    const parent = parentOf(row);
    const or = kindOf(parent) === 'or-arm' ? parentOf(parent) : -1;
    return [
      {
        row,
        detail,
        label,
        isNumbered: kind === 'transient' && /^\((subquery|join)-\d+\)$/.test(label),
        orRow: kindOf(or) === 'multi-index-or' ? or : null,
        isSecondPass: kindOf(parent) === 'right-join',
      },
    ];
  });
}
