// For what a correlated subquery is computed anew: each row of a loop, or each group of its rows.
// The line says neither; a condition on rows and a column of a group look the same in the plan.
import type { StepNode } from '../../model/plan/plan-step.ts';
import { mayRunPerGroup } from '../asked/asked-groups.ts';
import { labelWords } from './name-words.ts';
import { outerLoop, type StepPlace } from './step-place.ts';

/** 'each row of o', 'each row or group of o', 'each outer row'. */
export function callWords(node: StepNode, place: StepPlace): string {
  const outer = outerLoop(node, place)?.step;
  if (outer?.kind !== 'loop') return 'each outer row';
  const what = isPerGroup(node, place) ? 'row or group' : 'row';
  return `each ${what} of ${labelWords(outer.source)}`;
}

/** How often it runs is then not known from the rows of the loops. */
export function isPerGroup(node: StepNode, place: Pick<StepPlace, 'above' | 'asked'>): boolean {
  if (node.step.kind !== 'subquery' || !node.step.isCorrelated) return false;
  const nest = place.above.filter(({ step }) => step.kind === 'loop');
  return nest.some(({ step }) => step.kind === 'loop' && mayRunPerGroup(step.source, place.asked));
}
