// The badge of a whole plan: its worst access in a word, as the bench and the reports show it.
// Decides nothing: which badge a plan has is plan-badge.ts's. Steps have badges of their own.
import type { PlanBadge } from '../../../model/plan/plan.ts';
import type { StepBadge } from '../step-words-form.ts';
import { automatic, covering, search } from './badge-texts.ts';

/** Its explanation says how it was obtained and what it means. */
export function planBadgeWords(badge: PlanBadge): StepBadge {
  return words[badge];
}

const source = 'From EXPLAIN QUERY PLAN.';

const words: Readonly<Record<PlanBadge, StepBadge>> = {
  scan: {
    text: 'SCAN',
    tone: 'warn',
    explanation: `Goes over a table or index without seeking. Its step says where that ends early or only counts. ${source}`,
  },
  automatic: { ...automatic, explanation: `${automatic.explanation} ${source}` },
  search: {
    ...search,
    explanation: `Goes to the matching rows by an index or key, then looks them up in the table. ${source}`,
  },
  covering: {
    ...covering,
    explanation: `Answered by an index alone: the table itself is not read. ${source}`,
  },
  none: {
    text: 'NO PLAN STEPS',
    tone: 'neutral',
    explanation:
      'EXPLAIN QUERY PLAN names no table and no index that is read. That does not mean no work: writing rows, keeping indexes up to date and computing values are no steps of a plan.',
  },
};
