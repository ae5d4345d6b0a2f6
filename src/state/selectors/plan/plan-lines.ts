// A query plan as lines to draw: nesting levels, a badge per access, what is new against the baseline.
// Pure; the tree comes from SQLite as it is, nothing is reordered.
import type { PlanBadge, PlanNode, QueryPlan } from '../../../engine/model/plan/plan.ts';
import { planBadge } from '../../../engine/plan/plan-badge.ts';

/** What a line does; 'sort' is a temporary b-tree, 'step' anything that reads no table. */
export type PlanLineKind = Exclude<PlanBadge, 'none'> | 'sort' | 'step';

export interface PlanLine {
  /** SQLite's id of the row: unique within the plan. */
  id: number;
  /** 1 for a root. */
  level: number;
  /** 1-based place among its siblings, and their number. */
  position: number;
  siblings: number;
  hasChildren: boolean;
  text: string;
  kind: PlanLineKind;
  /** The planner's estimate, 10*log2 of the cost of one invocation; 0 when it gives none. */
  cost: number;
  /** The baseline's plan has no such line. */
  isNew: boolean;
}

export interface PlanLines {
  lines: PlanLine[];
  /** Lines of the baseline's plan that this one lacks. */
  gone: string[];
}

/**
 * The lines of `plan` in SQLite's order. With a baseline, lines are compared by their text: each
 * line of the baseline answers for one line here, whatever its place.
 */
export function planLines(plan: QueryPlan, sql: string, baseline: QueryPlan | null): PlanLines {
  const left = new Map<string, number>();
  for (const { detail } of baseline?.rows ?? []) left.set(detail, (left.get(detail) ?? 0) + 1);
  const kindOf = lineKind(plan, sql);
  const lines: PlanLine[] = [];

  function visit(nodes: readonly PlanNode[], level: number): void {
    for (const [index, node] of nodes.entries()) {
      const count = left.get(node.detail) ?? 0;
      if (count > 0) left.set(node.detail, count - 1);
      lines.push({
        id: node.id,
        level,
        position: index + 1,
        siblings: nodes.length,
        hasChildren: node.children.length > 0,
        text: node.detail,
        kind: kindOf(node),
        cost: node.cost,
        isNew: baseline !== null && count === 0,
      });
      visit(node.children, level + 1);
    }
  }

  visit(plan.nodes, 1);
  const gone = [...left].flatMap(([text, count]) => Array.from({ length: count }, () => text));
  return { lines, gone };
}

function lineKind(plan: QueryPlan, sql: string): (node: PlanNode) => PlanLineKind {
  // These rows tell a transient table from a stored one; they are no access themselves.
  const producers = plan.rows.filter(({ detail }) => /^(CO-ROUTINE|MATERIALIZE) /.test(detail));
  const isMinMaxSeek = plan.badge !== 'scan' && plan.badge !== 'automatic';
  return (node) => {
    if (node.detail.startsWith('USE TEMP B-TREE')) return 'sort';
    const badge = planBadge([node, ...producers], { sql, isMinMaxSeek });
    return badge === 'none' ? 'step' : badge;
  };
}

/** The raw answer of EXPLAIN QUERY PLAN with a head: id, parent, planner cost and text, aligned. */
export function planRowTexts(plan: QueryPlan): string[] {
  const head = ['id', 'parent', 'cost', 'detail'];
  const rows = plan.rows.map(({ id, parent, cost, detail }) => [
    String(id),
    String(parent),
    String(cost),
    detail,
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows].map((row) =>
    row
      .map((text, column) => (column === 3 ? text : text.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
