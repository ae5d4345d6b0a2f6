// How many rows a loop visits over the whole run: counted where it was, else estimated from above.
import type { StepNode } from '../../../model/plan/plan-step.ts';
import { isPerGroup } from '../call-words.ts';
import { outerLoop, type StepPlace } from '../step-place.ts';
import type { WordsContext } from '../words-context.ts';
import { mayEndEarly, rowsUntilLimit } from './early-end.ts';
import { loopReach, visitedRows } from './loop-reach.ts';

export interface LoopRows {
  rows: number;
  /**
   * 'counted' in one run; 'exact': every row of a table, once; 'bound': so many at the most;
   * 'pass': at the most in one pass, and nobody knows how many passes there are.
   */
  basis: 'counted' | 'exact' | 'bound' | 'pass';
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
  const once = Math.min(rows, rowsUntilLimit(node, place, context) ?? rows);
  const times = isRunAgain(node, place) ? null : passes(caller, place, context);
  if (times === null) return { rows: once, basis: 'pass' };
  const isBound =
    caller !== null || isConditional(place, node) || mayEndEarly(node, place, context);
  return { rows: Math.min(once * times, mostRows), basis: isBound ? 'bound' : 'exact' };
}

/** Inside a step that may never be asked for its rows, or behind a condition of a subquery. */
function isConditional({ above, level }: StepPlace, { children }: StepNode): boolean {
  return (
    [...level, ...children].some(({ step }) => step.kind === 'subquery') ||
    above.some(
      ({ step: { kind } }) =>
        kind === 'subquery' || kind === 'co-routine' || kind === 'materialize',
    )
  );
}

/**
 * Run more often than loops with known rows tell: for each row of VALUES, in a co-routine that is
 * made anew, in a subquery that is computed for groups, or inside the loop that the second pass of a
 * RIGHT JOIN goes through once more.
 */
function isRunAgain({ edge }: StepNode, { above, level, repeated, asked }: StepPlace): boolean {
  const joined = level.flatMap(({ step }) =>
    step.kind === 'right-join' ? [step.source.label] : [],
  );
  return (
    (edge === 'for-each' && above.at(-1)?.step.kind === 'constant-rows') ||
    above.some((node, at) => isPerGroup(node, { above: above.slice(0, at), asked })) ||
    above.some(
      ({ step }) =>
        (step.kind === 'co-routine' && repeated.has(step.source.label)) ||
        (step.kind === 'loop' && joined.includes(step.source.label)),
    )
  );
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

/** Null where nobody knows: the caller searches, or goes over rows that the statement makes. */
function passes(caller: StepNode | null, place: StepPlace, context: WordsContext): number | null {
  if (caller === null) return 1;
  const above = place.above.slice(0, place.above.indexOf(caller));
  const rows = loopRows(caller, { ...place, above }, context);
  return rows === null || rows.basis === 'pass' ? null : rows.rows;
}
