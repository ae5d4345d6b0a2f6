// How far a loop over a table or index goes: judged by the program, not by SCAN and SEARCH.
// `SEARCH t` without terms may read everything, `SCAN t` may only count pages, or never run.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { LoopCount } from '../../../model/plan/loop-counts.ts';
import type { StepNode } from '../../../model/plan/plan-step.ts';
import type { LoopStep, StepPlace } from '../step-place.ts';
import type { WordsContext } from '../words-context.ts';
import { isNeverRun, loopOf, readOf } from './tree-facts.ts';

/**
 * 'never': the program does not read it; 'every': all entries of the table or index; 'count': its
 * pages are counted, no row is visited; 'some': those that terms or an end of the tree lead to;
 * 'end-or-every': a MIN/MAX plan of which the program is not known.
 */
export type LoopReach = 'never' | 'every' | 'count' | 'some' | 'end-or-every';

/** Null for loops over rows that are no table's: views, subqueries, virtual tables. */
export function loopReach(
  step: LoopStep,
  cost: number,
  place: StepPlace,
  context: WordsContext,
): LoopReach | null {
  const { source, access, verb } = step;
  if (source.kind === 'transient' || source.kind === 'virtual') return null;
  if (isNeverRun(step, context)) return 'never';
  const read = readOf(step, context.facts);
  if (verb === 'scan') {
    if (access.kind !== 'table' && access.kind !== 'index') return 'some';
    if (read?.isCounted && cost === 0) return 'count';
    return 'every';
  }
  if (access.kind !== 'table' && (!('terms' in access) || access.terms.length > 0)) return 'some';
  const loop = loopOf(step, place, context.facts);
  if (!loop) return 'end-or-every';
  return !loop.isFullScan || loop.mayStopEarly ? 'some' : 'every';
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
