// How many rows a loop visits over the whole run: counted where it was, else estimated from above.
import type { StepNode } from '../../model/plan/plan-step.ts';
import { earlyEnd, loopReach, visitedRows } from '../words/loop-reach.ts';
import { outerLoop, type StepPlace } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';

export interface LoopRows {
  rows: number;
  /** 'counted' in one run; 'exact': every row of a table, once; 'bound': so many at the most. */
  basis: 'counted' | 'exact' | 'bound';
}

/** Where products end: sixty nested scans would be a number of hundreds of digits. */
export const mostRows = 1e15;

/**
 * Rows of all passes together. Not counted, it is the product of the tables that are read in full:
 * an upper bound, as conditions may keep rows of the outer loops from going further. Null for a
 * loop that goes to some rows only, of which nobody knows how many.
 */
export function loopRows(node: StepNode, place: StepPlace, context: WordsContext): LoopRows | null {
  const visited = visitedRows(node, context);
  if (visited !== null) return { rows: visited, basis: 'counted' };
  const { step } = node;
  if (step.kind !== 'loop' || step.source.name === null) return null;
  if (loopReach(step, node.cost, place, context) !== 'every') return null;
  const rows = context.rowsOf(step.source.name);
  if (rows === null) return null;
  const caller = callerOf(node, place);
  const isBound = caller !== null || earlyEnd(node, place, context) !== null;
  const product = Math.min(rows * passes(caller, place, context), mostRows);
  return { rows: product, basis: isBound ? 'bound' : 'exact' };
}

/** The loop for each of whose rows a step runs, also from inside a correlated subquery. */
function callerOf(node: StepNode, place: StepPlace): StepNode | null {
  const outer = outerLoop(node, place);
  if (outer !== null) return outer;
  const at = place.above.findLastIndex(({ step: { kind } }) => kind !== 'loop');
  const container = place.above[at];
  if (container?.step.kind !== 'subquery' || !container.step.isCorrelated) return null;
  return outerLoop(container, { ...place, above: place.above.slice(0, at) });
}

// 1 where it is not known.
function passes(caller: StepNode | null, place: StepPlace, context: WordsContext): number {
  if (caller === null) return 1;
  const above = place.above.slice(0, place.above.indexOf(caller));
  return loopRows(caller, { ...place, above }, context)?.rows ?? 1;
}
