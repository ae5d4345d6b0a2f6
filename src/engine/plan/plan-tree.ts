// The rows of EXPLAIN QUERY PLAN as a tree. The rows themselves stay as SQLite gave them.
import type { PlanNode, PlanRow } from '../model/plan/plan.ts';

/** Nests the rows by their parents. A row whose parent did not come before it becomes a root. */
export function planTree(rows: readonly PlanRow[]): PlanNode[] {
  const roots: PlanNode[] = [];
  const byId = new Map<number, PlanNode>();
  for (const row of rows) {
    const node: PlanNode = { ...row, children: [] };
    const siblings = byId.get(row.parent)?.children ?? roots;
    siblings.push(node);
    byId.set(row.id, node);
  }
  return roots;
}
