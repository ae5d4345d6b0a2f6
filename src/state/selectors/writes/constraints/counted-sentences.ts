// What constraints add to a row in counts: the table's own, then those tried. Pure; counts have no
// interval, and equal is said of equal counts alone.
import type { WriteCounters } from '../../../../engine/model/writes/writes.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { howCounted } from '../counts/counted-work.ts';
import { isSameWork, perRow, stepsAndPages } from '../counts/work-words.ts';
import type { Finding } from '../run/finding.ts';
import type { VariantRow } from './variant-row.ts';

/** A sentence for each kind that was counted; none before. */
export function countedSentences(variants: readonly VariantRow[], rows: number): Finding[] {
  const base = variants.find(({ isBaseline }) => isBaseline)?.counters;
  if (!base) return [];
  const of = (isOwn: boolean) =>
    variants.flatMap((each) =>
      each.isBaseline || each.isOwn !== isOwn || !each.counters
        ? []
        : [`${each.name} (${addedWords(each.counters, base, rows)})`],
    );
  const start = `Counted: without constraints a row takes ${stepsAndPages(base, rows)}`;
  const [own, tried] = [of(true), of(false)];
  return [
    sentence(own.length === 0 ? start : `${start}. With the table’s own: ${formatList(own)}`),
    ...(tried.length === 0 ? [] : [sentence(`Counted, tried on it: ${formatList(tried)}`)]),
  ];
}

function sentence(text: string): Finding {
  return { letters: [], text: `${text}.`, explanation: howCounted };
}

/** '+8 VM steps a row', 'the same work': against the same table without constraints. */
export function addedARow(work: WriteCounters, base: WriteCounters, rows: number): string {
  return isSameWork(work, base) ? 'the same work' : `${addedWords(work, base, rows)} a row`;
}

/** '+8 VM steps, +0.017 pages', '−2 VM steps', 'the same'. */
function addedWords(work: WriteCounters, base: WriteCounters, rows: number): string {
  const parts = (['vmSteps', 'pagesWritten'] as const).flatMap((of) => {
    const more = work[of] - base[of];
    if (more === 0) return [];
    const size = perRow(Math.abs(more), rows);
    const noun = of === 'vmSteps' ? 'VM step' : 'page';
    return [`${more > 0 ? '+' : '−'}${size} ${noun}${size === '1' ? '' : 's'}`];
  });
  return parts.join(', ') || 'the same';
}
