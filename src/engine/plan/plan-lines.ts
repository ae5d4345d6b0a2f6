// The rows of EXPLAIN QUERY PLAN as indented text, nested as SQLite nests them.
// The tree that is drawn, with loops inside loops, is made in read-plan.
import type { PlanRow } from '../model/plan/plan.ts';

/**
 * The details of all rows, two blanks a level, each behind what it stands in. A row whose parent did
 * not come before it stands at the root.
 */
export function planLines(rows: readonly PlanRow[]): string[] {
  const roots: Nested[] = [];
  const byId = new Map<number, Nested>();
  for (const { id, parent, detail } of rows) {
    const outer = byId.get(parent);
    const indent = outer === undefined ? '' : `${outer.indent}  `;
    const nested: Nested = { indent, detail, children: [] };
    (outer?.children ?? roots).push(nested);
    byId.set(id, nested);
  }
  const lines: string[] = [];
  // Without recursion: compounds nest hundreds deep.
  const open = roots.toReversed();
  for (let nested = open.pop(); nested !== undefined; nested = open.pop()) {
    lines.push(nested.indent + nested.detail);
    open.push(...nested.children.toReversed());
  }
  return lines;
}

interface Nested {
  indent: string;
  detail: string;
  children: Nested[];
}
