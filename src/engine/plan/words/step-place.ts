// Where a step stands in the drawn plan: what it runs for, what may end it early, who else reads.
// A step alone does not tell; its line is the same everywhere.

import { foldName } from '../../../lib/sql-name.ts';
import type { PlanStep, StepNode } from '../../model/plan/plan-step.ts';
import { type AskedText, askedText, unknownText } from '../asked/asked-text.ts';
import type { WordsContext } from './words-context.ts';

export type SomeStep<Kind extends PlanStep['kind']> = Extract<PlanStep, { kind: Kind }>;
export type LoopStep = SomeStep<'loop'>;

export interface StepPlace {
  /** From the root down to the step above. */
  above: readonly StepNode[];
  /** What stands beside the outermost loop of its nest: the sorts of its SELECT are among it. */
  level: readonly StepNode[];
  /** The loops of any kind that run along each tree, in the order of SQLite's lines. */
  loops: ReadonlyMap<string, readonly LoopStep[]>;
  /** Labels of what is read once for each row of an outer loop: a co-routine is then made anew. */
  repeated: ReadonlySet<string>;
  /** How many foreign key checks stand before it, itself being one; null for all other steps. */
  check: number | null;
  /** What the statement's text asks for. */
  asked: AskedText;
}

/** A step seen alone: nothing is known of its surroundings. */
export const unknownPlace: StepPlace = {
  above: [],
  level: [],
  loops: new Map(),
  repeated: new Set(),
  check: null,
  asked: unknownText,
};

/** Calls `visit` for every step, parents first, in SQLite's order. */
export function visitSteps(
  nodes: readonly StepNode[],
  { sql, schema }: Pick<WordsContext, 'sql' | 'schema'>,
  visit: (node: StepNode, place: StepPlace) => void,
): void {
  const found = new Map<string, { row: number; step: LoopStep }[]>();
  const loops = new Map<string, LoopStep[]>();
  const repeated = new Set<string>();
  const asked = askedText(sql, schema);
  let checks = 0;
  const walk = (
    siblings: readonly StepNode[],
    above: readonly StepNode[],
    level: readonly StepNode[],
    each: typeof visit,
  ): void => {
    for (const node of siblings) {
      const check = node.edge === 'foreign-key' ? checks++ : null;
      each(node, { above, level, loops, repeated, check, asked });
      const { kind } = node.step;
      const isInside = kind === 'loop' || isPassage(kind);
      walk(node.children, [...above, node], isInside ? level : node.children, each);
    }
  };
  walk(nodes, [], nodes, ({ step, row, edge }) => {
    if (step.kind === 'loop' && edge === 'for-each') repeated.add(step.source.label);
    const key = step.kind === 'loop' ? treeKey(step) : null;
    if (step.kind !== 'loop' || key === null) return;
    found.set(key, [...(found.get(key) ?? []), { row, step }]);
  });
  for (const [key, own] of found) {
    loops.set(
      key,
      own.toSorted((one, other) => one.row - other.row).map(({ step }) => step),
    );
  }
  checks = 0;
  walk(nodes, [], nodes, visit);
}

/** Names the b-tree that a loop runs along; null for rows that are no table's of the schema. */
export function treeKey({ source, access }: LoopStep): string | null {
  if (source.kind !== 'table' || source.name === null) return null;
  const index = access.kind === 'index' ? access.index : '';
  return `${foldName(source.name)}\u0000${foldName(index)}`;
}

/** The loop for each of whose rows the step runs; null where it runs once, as far as is known. */
export function outerLoop(node: StepNode, { above }: Pick<StepPlace, 'above'>): StepNode | null {
  if (node.edge === 'part' || node.edge === 'then') {
    const parent = above.at(-1);
    // Arms of an OR run as often as the OR itself.
    if (!parent || !isPassage(parent.step.kind)) return null;
    return outerLoop(parent, { above: above.slice(0, -1) });
  }
  return (
    above.findLast(({ step }) => step.kind === 'loop' || step.kind === 'multi-index-or') ?? null
  );
}

export function isPassage(kind: PlanStep['kind']): boolean {
  return kind === 'multi-index-or' || kind === 'or-arm';
}

/** The loops of a level from the outermost to the innermost. */
export function nestOf(level: readonly StepNode[]): StepNode[] {
  const nest: StepNode[] = [];
  let nodes = level;
  for (;;) {
    const loop = nodes.findLast(({ step }) => step.kind === 'loop');
    if (!loop) return nest;
    nest.push(loop);
    nodes = loop.children;
  }
}
