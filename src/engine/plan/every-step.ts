// The steps of a tree in the order of drawing: a step, then those inside it.
// Without recursion: compounds nest hundreds deep.
import type { StepNode } from '../model/plan/plan-step.ts';

export function everyStep(nodes: readonly StepNode[]): StepNode[] {
  return collectSteps(nodes, (node) => node.children);
}

/** Goes only into those children that it is told of. */
export function collectSteps(
  nodes: readonly StepNode[],
  childrenOf: (node: StepNode) => readonly StepNode[],
): StepNode[] {
  const found: StepNode[] = [];
  const open = nodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node);
    open.push(...childrenOf(node).toReversed());
  }
  return found;
}
