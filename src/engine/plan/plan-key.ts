// Says whether two plans are the same work, whatever ids, costs and numbering SQLite gave them.
import type { PlanNode, QueryPlan } from '../model/plan/plan.ts';

/** The plan as indented text without ids and costs: equal for equal plans. */
export function planKey(plan: Pick<QueryPlan, 'nodes'>): string {
  return lines(plan.nodes, '').join('\n');
}

/** The line without the numbers that SQLite gives to subqueries in the order of compiling. */
export function maskNumbering(detail: string): string {
  return detail.replace(numbering, '$1#');
}

// They say nothing about the work.
const numbering = /(\bSUBQUERY |\((?:subquery|join)-)\d+/g;

function lines(nodes: readonly PlanNode[], indent: string): string[] {
  return nodes.flatMap((node) => [
    indent + maskNumbering(node.detail),
    ...lines(node.children, `${indent}  `),
  ]);
}
