// The raw answer of EXPLAIN QUERY PLAN as text, its columns aligned.
// Reads nothing out of the lines: they stand as SQLite wrote them.
import type { PlanRow } from '../../../engine/model/plan/plan.ts';

const head = ['id', 'parent', 'cost', 'detail'];

/** A head, then a line for each row: id, parent, planner cost and text. */
export function planRowTexts(planRows: readonly PlanRow[]): string[] {
  const rows = planRows.map(({ id, parent, cost, detail }) => [
    String(id),
    String(parent),
    String(cost),
    detail,
  ]);
  const widths = head.map((title, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), title.length),
  );
  return [head, ...rows].map((row) =>
    row
      .map((text, column) => (column === 3 ? text : text.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
