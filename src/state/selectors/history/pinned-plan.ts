// The pinned plan of a setup beside its plan now: the steps that only one of both has are marked.
// Pure; which setups belong together is pinned-view.ts's.
import { emptySchema, type Schema } from '../../../engine/model/database/schema.ts';
import { type DrawnStep, planAgainst } from '../plan/lines/drawn-steps.ts';
import type { LineChange, StepLine } from '../plan/lines/step-line.ts';
import { stepLines } from '../plan/lines/step-lines.ts';
import { planRowTexts } from '../plan/raw-rows.ts';
import { readSetupPlan } from '../plan/setup-plan.ts';
import type { PinnedView } from './pinned-view.ts';

/** Lines that are "added" were only in the plan then; what is "removed" is only in the plan now. */
export interface PinnedPlan {
  lines: StepLine[];
  rawRows: string[];
}

export interface PinnedPlans {
  /** By setup id: the pinned plans that differ from the plan now. */
  others: Record<string, PinnedPlan>;
  /** Ids of the setups whose plan is the pinned one. */
  same: string[];
}

/** `schema`: as it is now; names that it lacks are read from the lines and the statement then. */
export function pinnedPlans(view: PinnedView | null, schema: Schema = emptySchema): PinnedPlans {
  if (view?.kind !== 'matched') return { others: {}, same: [] };
  const others = view.setups.flatMap(({ setupId, before, now, isOtherPlan }) => {
    if (!isOtherPlan || !before?.plan || !now.plan) return [];
    const read = (rows: typeof before.plan.rows) =>
      readSetupPlan(rows, null, view.sql, schema).nodes;
    const { steps: drawn } = planAgainst(read(now.plan.rows), read(before.plan.rows));
    const steps = drawn.map(thenAndNow);
    const rows = steps.map((_, index) => index + 1);
    const lines = stepLines(steps, rows, { words: new Map(), counts: null, areCountsStale: false });
    return [[setupId, { lines, rawRows: planRowTexts(before.plan.rows) }] as const];
  });
  const same = view.setups.filter(
    ({ before, now, isOtherPlan }) => before?.plan && now.plan && !isOtherPlan,
  );
  return { others: Object.fromEntries(others), same: same.map(({ setupId }) => setupId) };
}

const onlyThen: LineChange = {
  kind: 'added',
  text: 'only then',
  explanation: 'The plan now has no such line.',
};
const onlyNow: LineChange = {
  kind: 'removed',
  text: 'only now',
  explanation: 'The plan then had no such line.',
};

/** What changed is said the other way round: the plan now stands on the left. */
function thenAndNow(step: DrawnStep): DrawnStep {
  if (step.isRemoved) return { ...step, changes: [onlyNow] };
  return step.changes.length === 0 ? step : { ...step, changes: [onlyThen] };
}
