// How far a loop over a table or index goes: judged by the program, not by SCAN and SEARCH.
// `SEARCH t` without terms may read everything, and `SCAN t` may only count pages.
import type { LoopCount } from '../../model/plan/loop-counts.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import type { TreeRead } from '../../model/plan/program-facts.ts';
import { isSameName } from '../../sql/quote-name.ts';
import { isPassage, type LoopStep, type StepPlace, treeKey } from './step-place.ts';
import type { WordsContext } from './words-context.ts';

/**
 * 'every': all entries of the table or index; 'count': its pages are counted, no row is visited;
 * 'some': those that terms or an end of the tree lead to; 'end-or-every': a MIN/MAX plan of which
 * the program is not known.
 */
export type LoopReach = 'every' | 'count' | 'some' | 'end-or-every';

/** Null for loops over rows that are no table's: views, subqueries, virtual tables. */
export function loopReach(
  step: LoopStep,
  cost: number,
  place: StepPlace,
  { facts }: WordsContext,
): LoopReach | null {
  const { source, access, verb } = step;
  if (source.kind === 'transient' || source.kind === 'virtual') return null;
  const read = facts && readOf(step, facts.reads);
  if (verb === 'scan') {
    if (access.kind !== 'table' && access.kind !== 'index') return 'some';
    if (read?.isCounted && cost === 0) return 'count';
    return 'every';
  }
  if (access.kind !== 'table' && (!('terms' in access) || access.terms.length > 0)) return 'some';
  if (!read) return 'end-or-every';
  if (!read.isFullScan || read.mayStopEarly) return 'some';
  // Facts are by tree: another step that scans the same one hides what this one does.
  const key = treeKey(step);
  return key !== null && place.scans.has(key) ? 'end-or-every' : 'every';
}

function readOf({ source, access }: LoopStep, reads: readonly TreeRead[]): TreeRead | undefined {
  const index = access.kind === 'index' ? access.index : null;
  return reads.find(
    (read) =>
      isSameName(read.table, source.name ?? source.label) &&
      (index === null || read.index === null
        ? read.index === index
        : isSameName(read.index, index)),
  );
}

/** Whether the statement changes the rows that the loop finds: then it goes to them in any case. */
export function isChanged({ source }: LoopStep, { facts }: WordsContext): boolean {
  const { name } = source;
  return name !== null && (facts?.writes ?? []).some(({ table }) => isSameName(table, name));
}

/** Rows that the loop was counted to visit; null where they were not. */
export function visitedRows(node: StepNode, { loopCounts }: WordsContext): number | null {
  const count: LoopCount | undefined = loopCounts?.get(node.row);
  return count?.status === 'counted' ? count.visited : null;
}

/** Why a loop that reads all may end before its last row; null when nothing ends it. */
export type EarlyEnd = 'limit' | 'first-match' | 'subquery';

/** From the program, which jumps out of the loop where LIMIT or a first match ends it. */
export function earlyEnd(
  { step }: StepNode,
  { above }: StepPlace,
  { facts }: WordsContext,
): EarlyEnd | null {
  if (step.kind !== 'loop') return null;
  if (step.isExists) return 'first-match';
  const read = facts && readOf(step, facts.reads);
  if (!read?.isFullScan || !read.mayStopEarly) return null;
  const container = above.findLast(({ step: { kind } }) => kind !== 'loop' && !isPassage(kind));
  return container?.step.kind === 'subquery' ? 'subquery' : 'limit';
}

/** What the words add where a loop may end before its last row. */
export const earlyEndWords: Readonly<Record<EarlyEnd, string>> = {
  limit: 'LIMIT may end it earlier.',
  'first-match': 'The first match ends it (EXISTS).',
  subquery: 'It may end earlier, as soon as the subquery has its value.',
};

export function earlyEndSentence(
  node: StepNode,
  place: StepPlace,
  context: WordsContext,
): string | null {
  const end = earlyEnd(node, place, context);
  return end === null ? null : earlyEndWords[end];
}
