// Then and now in words: counters with what became of them, times without a verdict.
// Pure; which cells stand beside each other is pinned-view.ts's.
import type { Counters } from '../../../engine/model/counters/counters.ts';
import type { QueryPlan } from '../../../engine/model/plan/plan.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import { planBadgeWords } from '../../../engine/plan/words/badges/plan-badge-words.ts';
import { formatCount } from '../../../lib/format/format-count.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import { formatRatio } from '../../../lib/format/format-ratio.ts';

/** What is known of a query in a setup, then or now. */
export interface PinnedCell {
  plan: QueryPlan | null;
  medianMs: Milliseconds | null;
  counters: Counters | null;
  rows: number | null;
}

export interface PinnedFigure {
  id: 'plan' | 'median' | 'steps' | 'scans' | 'pages' | 'rows';
  before: string;
  now: string;
  /** '500 times fewer'; empty where there is nothing to say. */
  change: string;
}

/** Where nothing is known. */
const unknown = '–';

/** Why the medians have no verdict: said once, under the figures. */
export const timesCaveat =
  'The times were taken at different times, on a machine that may have been warmer or busier then: there is no verdict on them. The counters are exact.';

export function pinnedFigures(then: PinnedCell, now: PinnedCell): PinnedFigure[] {
  const count = (id: PinnedFigure['id'], of: (counters: Counters) => number): PinnedFigure => {
    const before = then.counters && of(then.counters);
    const after = now.counters && of(now.counters);
    return { id, before: countText(before), now: countText(after), change: change(before, after) };
  };
  const planText = ({ plan }: PinnedCell) => (plan ? planBadgeWords(plan.badge).text : unknown);
  const timeText = ({ medianMs }: PinnedCell) =>
    medianMs === null ? unknown : formatDuration(medianMs);
  return [
    { id: 'plan', before: planText(then), now: planText(now), change: '' },
    { id: 'median', before: timeText(then), now: timeText(now), change: '' },
    count('steps', ({ vmSteps }) => vmSteps),
    count('scans', ({ fullScanSteps }) => fullScanSteps),
    count('pages', ({ pageMisses }) => pageMisses),
    {
      id: 'rows',
      before: countText(then.rows),
      now: countText(now.rows),
      change: change(then.rows, now.rows),
    },
  ];
}

/** 'VM steps 400,601 then, 800 now: 500 times fewer.' */
export function workSentence(then: PinnedCell, now: PinnedCell): string {
  const before = then.counters?.vmSteps;
  const after = now.counters?.vmSteps;
  if (before === undefined) {
    return after === undefined
      ? 'The work was not counted then.'
      : `VM steps not counted then, ${formatCount(after)} now.`;
  }
  if (after === undefined) {
    return `VM steps ${formatCount(before)} then; not counted since: press Compare.`;
  }
  if (before === after) return `VM steps ${formatCount(before)} then and now.`;
  const became = change(before, after);
  return `VM steps ${formatCount(before)} then, ${formatCount(after)} now${became && `: ${became}`}.`;
}

function countText(count: number | null): string {
  return count === null ? unknown : formatCount(count);
}

/** What became of a count: '500 times fewer', '12 % more'; empty from or to none. */
function change(then: number | null, now: number | null): string {
  if (then === null || now === null || then === now || then === 0 || now === 0) return '';
  if (then >= 2 * now) return `${formatRatio(then / now)} times fewer`;
  if (now >= 2 * then) return `${formatRatio(now / then)} times as many`;
  return now < then
    ? `${formatPercent(1 - now / then, 1)} fewer`
    : `${formatPercent(now / then - 1, 1)} more`;
}
