// How a step hangs under what stands above it, in words: "for each row", "once".
// Where the edges come from is the engine's (read-plan.ts).
import type { StepNode } from '../../../../engine/model/plan/plan-step.ts';
import type { LineEdge } from './step-line.ts';

const forEachRow: LineEdge = {
  kind: 'again',
  text: 'for each row',
  explanation:
    'A loop inside the loop above: it starts again for each row that comes out of that loop.',
};
const forEachOuterRow: LineEdge = {
  kind: 'again',
  text: 'for each row',
  explanation:
    'A correlated subquery: it refers to a row outside of it and is computed again for each such row.',
};
const foreignKey: LineEdge = {
  kind: 'again',
  text: 'for each row changed: foreign key',
  explanation:
    'Not in the statement: for each row that it changes, SQLite looks at the other side of a foreign key.',
};
const once: LineEdge = {
  kind: 'once',
  text: 'once',
  explanation: 'Depends on nothing outside of it: computed once, however many rows need it.',
};
const then: LineEdge = {
  kind: 'once',
  text: 'then',
  explanation: 'Not inside the steps above at the same level: it comes after them.',
};

/** Null where nesting alone says enough. `position` is the place among its siblings, from 1. */
export function edgeWords({ edge, step }: StepNode, position: number): LineEdge | null {
  if (edge === 'foreign-key') return foreignKey;
  if (step.kind === 'subquery') return step.isCorrelated ? forEachOuterRow : once;
  if (edge === 'for-each') return forEachRow;
  // Arms, subplans, filters: they stand inside what they are parts of.
  if (edge === 'part') return null;
  return position > 1 ? then : null;
}
