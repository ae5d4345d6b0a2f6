// Whose rows a step is about: its own source, or that of the searches inside it.
// Says nothing of steps that are about no rows of their own, such as sorts.
import type { PlanSource, StepNode } from '../../model/plan/plan-step.ts';

/** For a MULTI-INDEX OR the table that all its arms search. */
export function sourceOf({ step, children }: StepNode): PlanSource | null {
  if (step.kind === 'multi-index-or') {
    for (const arm of children) {
      for (const { step: inner } of arm.step.kind === 'or-arm' ? arm.children : []) {
        if (inner.kind === 'loop') return inner.source;
      }
    }
    return null;
  }
  return 'source' in step ? step.source : null;
}
