// Whether a loop that reads all of a tree may end before its last row, and what ends it.
// The program says so, by its jumps out of the loop; the text adds where LIMIT does.
import type { StepNode } from '../../../model/plan/plan-step.ts';
import { askedRows } from '../../asked/asked-rows.ts';
import { isPassage, outerLoop, type StepPlace } from '../step-place.ts';
import type { WordsContext } from '../words-context.ts';
import { loopOf, readOf } from './tree-facts.ts';

/** 'other-side': INTERSECT and EXCEPT have no use for more. Null when nothing ends it. */
export type EarlyEnd = 'limit' | 'first-match' | 'subquery' | 'other-side' | 'unknown';

export function earlyEnd(
  { step }: StepNode,
  place: StepPlace,
  { facts }: WordsContext,
): EarlyEnd | null {
  const { above, asked } = place;
  if (step.kind !== 'loop') return null;
  if (step.isExists) return 'first-match';
  const loop = loopOf(step, place, facts);
  if (!loop?.isFullScan || !loop.mayStopEarly) return null;
  const container = above.findLast(({ step: { kind } }) => kind !== 'loop' && !isPassage(kind));
  if (container?.step.kind === 'subquery' && container.step.form === 'scalar') return 'subquery';
  if (asked.mayLimit) return 'limit';
  return above.some(({ step: { kind } }) => kind === 'merge') ? 'other-side' : 'unknown';
}

/**
 * Also where it is not known: without a program while the text has a LIMIT, or where the program does
 * not tell which of several loops along the tree it is.
 */
export function mayEndEarly(node: StepNode, place: StepPlace, context: WordsContext): boolean {
  if (earlyEnd(node, place, context) !== null) return true;
  if (node.step.kind !== 'loop' || node.edge === 'foreign-key') return false;
  const { step } = node;
  const isUnknown =
    readOf(step, context.facts) !== null && loopOf(step, place, context.facts) === null;
  return isUnknown || (context.facts === null && place.asked.mayLimit);
}

/**
 * Rows after which LIMIT surely ends the loop: those of LIMIT and OFFSET, where each row that it
 * visits comes out. Null where that is not known.
 */
export function rowsUntilLimit(
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): number | null {
  const { step } = node;
  const rows = place.asked.limit?.rows ?? null;
  if (rows === null || step.kind !== 'loop' || !place.asked.isRowForRow) return null;
  if (earlyEnd(node, place, context) !== 'limit' || outerLoop(node, place) !== null) return null;
  const there = step.source.name === null ? null : context.rowsOf(step.source.name);
  if (there !== null && there <= rows) return null;
  return askedRows(step.source, place.asked, true) === 'all' ? rows : null;
}

/** What the words add where a loop may end before its last row. */
export function earlyEndSentence(
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): string | null {
  switch (earlyEnd(node, place, context)) {
    case 'limit':
      return 'LIMIT may end it earlier.';
    case 'first-match':
      return 'The first match ends it (EXISTS).';
    case 'subquery':
      return 'It may end earlier, as soon as the subquery has its value.';
    case 'other-side':
      return 'It may end earlier, when the other side has no more rows.';
    default:
      return null;
  }
}
