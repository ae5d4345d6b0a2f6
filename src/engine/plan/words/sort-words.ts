// What a sort does, as a sentence, and how much of what comes to it it keeps.
// Which rows come to it is a matter of its loops.
import { assertNever } from '../../../lib/assert-never.ts';
import { formatCount } from '../../../lib/format/format-count.ts';
import { isNeverRun } from './loops/tree-facts.ts';
import { isOfGroups, orderPurpose } from './sort-purpose.ts';
import { nestOf, type SomeStep, type StepPlace } from './step-place.ts';
import type { WordsContext } from './words-context.ts';

export function sortSentence(
  step: SomeStep<'sort'>,
  place: StepPlace,
  context: WordsContext,
): string {
  if (isIdleSort(place, context)) return 'Never sorts anything: the loop before it is not run.';
  switch (step.purpose) {
    case 'order-by': {
      if (step.lastTerms !== null) {
        const terms = step.lastTerms === 1 ? 'last term' : `last ${step.lastTerms} terms`;
        return `Sorts by the ${terms} of ORDER BY only: the rows come in the order of the terms before, so small groups are sorted one after the other.`;
      }
      const purpose = orderPurpose(place);
      if (purpose.kind === 'merge') {
        return `Sorts what comes out, because no index delivers it in an order in which the two SELECTs can be merged (${purpose.operator}). The first row is known when all have been seen.`;
      }
      if (purpose.kind === 'window') {
        return 'Sorts what comes out, because no index delivers it in the order that the window needs (its PARTITION BY and ORDER BY). The first row is known when all have been seen.';
      }
      const kept = keptBySort(step, place, context);
      if (kept === null && isOfGroups(step, place)) {
        return 'Sorts the groups, one row for each, because they do not come in the order of ORDER BY. The first row is known when all have been seen.';
      }
      return kept === null
        ? 'Sorts what comes out, because no index delivers it in the order of ORDER BY. The first row is known when all have been seen.'
        : `Keeps the ${firstWords(kept)} in the order of ORDER BY, which no index delivers, and drops what comes behind them (LIMIT). They are known when all have been seen.`;
    }
    case 'group-by':
      return 'Sorts the rows to bring those of one group together, because no index delivers them in the order of GROUP BY.';
    case 'distinct':
      return 'Keeps what has come out in a temporary b-tree, to leave out what comes again (DISTINCT).';
    case 'aggregate': {
      const call = step.aggregate ?? 'an aggregate';
      return call.includes('ORDER BY')
        ? `Sorts the values for ${call} in a temporary b-tree.`
        : `Keeps the values seen in a temporary b-tree, so that ${call} takes each once.`;
    }
    default:
      return assertNever(step.purpose);
  }
}

/** `rows`: LIMIT and OFFSET together; null where the text does not tell. */
export interface KeptRows {
  rows: number | null;
}

/** 'first 10', 'first rows'. */
export function firstWords({ rows }: KeptRows): string {
  return rows === null ? 'first rows' : `first ${formatCount(rows)}`;
}

/**
 * What a sort for ORDER BY keeps at a time where LIMIT stands behind it: a row that comes after the
 * last of them is dropped at once (select.c, pushOntoSorter). Null where it keeps everything.
 */
export function keptBySort(
  { purpose, lastTerms }: SomeStep<'sort'>,
  { above, asked }: StepPlace,
  { facts }: WordsContext,
): KeptRows | null {
  if (purpose !== 'order-by' || lastTerms !== null) return null;
  const sorters = facts?.transients.filter(({ kind }) => kind === 'sorter') ?? [];
  if (above.length === 0 && asked.limit !== null) {
    return facts === null || sorters.some(({ keepsFirst }) => keepsFirst) ? asked.limit : null;
  }
  // Sorters have no names: which of several belongs to a subquery cannot be told.
  const isSo = sorters.length > 0 && sorters.every(({ keepsFirst }) => keepsFirst);
  return isSo ? { rows: null } : null;
}

/** True when the loop whose rows are to be sorted is never run. */
export function isIdleSort({ level }: StepPlace, context: WordsContext): boolean {
  return nestOf(level).some(({ step }) => step.kind === 'loop' && isNeverRun(step, context));
}
