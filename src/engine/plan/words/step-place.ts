// Where a step stands in the drawn plan: what it runs for, what may end it early, who else reads.
// A step alone does not tell; its line is the same everywhere.
import type { PlanStep, StepNode } from '../../model/plan/plan-step.ts';
import { foldName } from '../../sql/quote-name.ts';

export type SomeStep<Kind extends PlanStep['kind']> = Extract<PlanStep, { kind: Kind }>;
export type LoopStep = SomeStep<'loop'>;

export interface StepPlace {
  /** From the root down to the step above. */
  above: readonly StepNode[];
  /** What stands beside the outermost loop of its nest: the sorts of its SELECT are among it. */
  level: readonly StepNode[];
  /** How many steps of the plan scan each tree, by treeKey. */
  scans: ReadonlyMap<string, number>;
}

/** A step seen alone: nothing is known of its surroundings. */
export const unknownPlace: StepPlace = {
  above: [],
  level: [],
  scans: new Map(),
};

/** Calls `visit` for every step, parents first, in SQLite's order. */
export function visitSteps(
  nodes: readonly StepNode[],
  visit: (node: StepNode, place: StepPlace) => void,
): void {
  const scans = new Map<string, number>();
  const walk = (
    siblings: readonly StepNode[],
    above: readonly StepNode[],
    level: readonly StepNode[],
    each: typeof visit,
  ): void => {
    for (const node of siblings) {
      each(node, { above, level, scans });
      const { kind } = node.step;
      const isInside = kind === 'loop' || isPassage(kind);
      walk(node.children, [...above, node], isInside ? level : node.children, each);
    }
  };
  walk(nodes, [], nodes, ({ step, cost }) => {
    // A cost of 0 is that of counting by pages, which visits no rows.
    if (step.kind !== 'loop' || step.verb !== 'scan' || cost === 0) return;
    const key = treeKey(step);
    if (key !== null) scans.set(key, (scans.get(key) ?? 0) + 1);
  });
  walk(nodes, [], nodes, visit);
}

/** Names the b-tree that a loop runs along; null for rows that are no table's of the schema. */
export function treeKey({ source, access }: LoopStep): string | null {
  if (source.kind !== 'table' || source.name === null) return null;
  const index = access.kind === 'index' ? access.index : '';
  return `${foldName(source.name)}\u0000${foldName(index)}`;
}

/** The loop for each of whose rows the step runs; null where it runs once, as far as is known. */
export function outerLoop(node: StepNode, { above }: StepPlace): StepNode | null {
  if (node.edge === 'part' || node.edge === 'then') {
    const parent = above.at(-1);
    // Arms of an OR run as often as the OR itself.
    if (!parent || !isPassage(parent.step.kind)) return null;
    return outerLoop(parent, { ...unknownPlace, above: above.slice(0, -1) });
  }
  return (
    above.findLast(({ step }) => step.kind === 'loop' || step.kind === 'multi-index-or') ?? null
  );
}

export function isPassage(kind: PlanStep['kind']): boolean {
  return kind === 'multi-index-or' || kind === 'or-arm';
}
