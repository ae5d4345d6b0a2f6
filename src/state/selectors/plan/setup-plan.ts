// What is known of one setup's plan, read but not yet drawn: which rows, whose text they are of, why
// they may differ from what was measured. Pure; planned live first, else from the measured first run.

import type { Schema } from '../../../engine/model/database/schema.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import type { PlanRow, ProvisionalReason } from '../../../engine/model/plan/plan.ts';
import type { StepNode } from '../../../engine/model/plan/plan-step.ts';
import type { ExplainOutcome } from '../../../engine/model/plan/planning.ts';
import type { Explanation } from '../../../engine/model/plan/program.ts';
import type { ProgramFacts } from '../../../engine/model/plan/program-facts.ts';
import { planKey } from '../../../engine/plan/plan-key.ts';
import { planNames } from '../../../engine/plan/plan-names.ts';
import { readPlan } from '../../../engine/plan/read-plan.ts';
import type { CellView } from '../bench/bench-view.ts';
import { explainedFacts } from './explained-facts.ts';
import type { ExplainedWords } from './lines/step-line.ts';

export interface ReadSetupPlan {
  rows: PlanRow[];
  nodes: StepNode[];
  /** Equal for equal plans. */
  key: string;
  /** Program and b-trees; null where only the lines are known (measured, from history). */
  explanation: Explanation | null;
  facts: ProgramFacts | null;
}

export interface SetupPlanSource {
  plan: ReadSetupPlan | null;
  /** The statement does not compile: the plan is that of the last text that did. */
  isKept: boolean;
  error: EngineError | null;
  /** Why the loaded database may plan otherwise; null when it will not. */
  provisional: ProvisionalReason | null;
  /** What was measured was planned otherwise. */
  remark: ExplainedWords | null;
}

export const provisionalWords: Record<ProvisionalReason, string> = {
  statistics: 'Statistics are on, but there is no data yet that they could be made from.',
  values:
    'The parameters take their values from the data, which is not there yet: the plan may depend on them.',
};

/** `kept`: what was last explained of the cell. */
export function setupPlanSource(
  cell: CellView,
  outcome: ExplainOutcome | undefined,
  kept: Explanation | undefined,
  sql: string,
  schema: Schema,
): SetupPlanSource {
  const explained = outcome?.status === 'explained' ? outcome : null;
  const failed = outcome?.status === 'failed' ? outcome.error : null;
  const explanation = explained?.explanation ?? (failed ? (kept ?? null) : null);
  const rows = explanation?.rows ?? (failed ? null : (cell.plan?.rows ?? null));
  const plan = rows && readSetupPlan(rows, explanation, sql, schema);
  const reason = explained?.provisionalReason ?? 'statistics';
  const isProvisional = explained ? explained.isProvisional : cell.isProvisional;
  return {
    plan,
    isKept: failed !== null && plan !== null,
    error: failed ?? (plan ? null : cell.error),
    provisional: isProvisional ? reason : null,
    remark: explained && plan ? measuredRemark(cell, plan) : null,
  };
}

/** Of lines that stand alone, as a measured first run or the history has them. */
export function readSetupPlan(
  rows: PlanRow[],
  explanation: Explanation | null,
  sql: string,
  schema: Schema,
): ReadSetupPlan {
  const trees = explanation?.trees ?? [];
  return {
    rows,
    nodes: readPlan(rows, planNames(sql, schema, trees)),
    key: planKey(rows),
    explanation,
    facts: explanation && explainedFacts(explanation),
  };
}

function measuredRemark(
  { firstRun, isStale }: CellView,
  { key }: ReadSetupPlan,
): ExplainedWords | null {
  if (!firstRun || isStale || planKey(firstRun.plan.rows) === key) return null;
  const lines = firstRun.plan.rows.map(({ detail }) => detail).join('; ');
  return {
    text: 'Measured with another plan.',
    explanation: `When it ran, SQLite chose: ${lines || 'no plan steps'}. Values or statistics were others then: compare again to measure this one.`,
  };
}
