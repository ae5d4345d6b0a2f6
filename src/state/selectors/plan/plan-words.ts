// The plan in one word as the bench shows it, with the sentence that explains it.
// Decides nothing: the badge comes from the engine. The words of steps are engine/plan/words.
import type { PlanBadge } from '../../../engine/model/plan/plan.ts';

export type PlanTone = 'ok' | 'warn' | 'neutral';

export interface BadgeWords {
  text: string;
  tone: PlanTone;
  /** How it was obtained and what it means. */
  explanation: string;
}

const badges: Record<PlanBadge, BadgeWords> = {
  scan: {
    text: 'SCAN',
    tone: 'warn',
    explanation: 'Reads every row of a table or index. From EXPLAIN QUERY PLAN.',
  },
  automatic: {
    text: 'AUTO INDEX',
    tone: 'warn',
    explanation:
      'SQLite builds an index for this statement and throws it away, on every run. From EXPLAIN QUERY PLAN.',
  },
  search: {
    text: 'SEARCH',
    tone: 'ok',
    explanation:
      'Goes to the matching rows by an index or key, then looks them up in the table. From EXPLAIN QUERY PLAN.',
  },
  covering: {
    text: 'COVERING',
    tone: 'ok',
    explanation:
      'Answered by an index alone: the table itself is not read. From EXPLAIN QUERY PLAN.',
  },
  none: {
    text: 'NO PLAN STEPS',
    tone: 'neutral',
    explanation:
      'EXPLAIN QUERY PLAN names no table and no index that is read. That does not mean no work: writing rows, keeping indexes up to date and computing values are no steps of a plan.',
  },
};

/** The plan in one word, as the bench shows it. */
export function badgeWords(badge: PlanBadge): BadgeWords {
  return badges[badge];
}
