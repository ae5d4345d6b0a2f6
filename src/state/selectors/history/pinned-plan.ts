// The pinned plan of a setup beside its plan now: the lines that only one of both has are marked.
// Pure; which setups belong together is pinned-view.ts's.

import { type PlanLines, planLines, planRowTexts } from '../plan/plan-lines.ts';
import type { PinnedView } from './pinned-view.ts';

/** Lines that are "new" were only in the plan then; what is "gone" is only in the plan now. */
export type PinnedPlan = PlanLines & { rawRows: string[] };

export interface PinnedPlans {
  /** By setup id: the pinned plans that differ from the plan now. */
  others: Record<string, PinnedPlan>;
  /** Ids of the setups whose plan is the pinned one. */
  same: string[];
}

export function pinnedPlans(view: PinnedView | null): PinnedPlans {
  if (view?.kind !== 'matched') return { others: {}, same: [] };
  const others = view.setups.flatMap(({ setupId, before, now, isOtherPlan }) => {
    if (!isOtherPlan || !before?.plan) return [];
    const lines = planLines(before.plan, view.sql, now.plan);
    return [[setupId, { ...lines, rawRows: planRowTexts(before.plan) }] as const];
  });
  const same = view.setups.filter(
    ({ before, now, isOtherPlan }) => before?.plan && now.plan && !isOtherPlan,
  );
  return { others: Object.fromEntries(others), same: same.map(({ setupId }) => setupId) };
}
