// Gives each step of a tree its path: the places of its ancestors and its own among its siblings.
import type { StepNode } from '../model/plan/plan-step.ts';

/** Sets the paths in place, from '1'; without recursion, as compounds nest hundreds deep. */
export function numberPaths(roots: StepNode[]): StepNode[] {
  const open: { nodes: StepNode[]; prefix: string }[] = [{ nodes: roots, prefix: '' }];
  for (let level = open.pop(); level !== undefined; level = open.pop()) {
    const { nodes, prefix } = level;
    nodes.forEach((node, index) => {
      node.path = `${prefix}${index + 1}`;
      open.push({ nodes: node.children, prefix: `${node.path}.` });
    });
  }
  return roots;
}
