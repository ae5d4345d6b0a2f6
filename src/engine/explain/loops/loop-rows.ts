// What kind of loop a row of a plan is, told from its words and its place.
import type { PlanRow } from '../../model/plan/plan.ts';

const constantRows = /^SCAN ((\d+ )?CONSTANT ROWS?|\d+-ROW VALUES CLAUSE)$/;

/** A row of the plan that reads rows of a table, view, common table or subquery. */
export function isLoop({ detail }: PlanRow): boolean {
  return /^(SCAN|SEARCH) /.test(detail) && !constantRows.test(detail);
}

/** Position of the MULTI-INDEX OR that a loop is an arm of; null when it is none. */
export function orRowOf(rows: readonly PlanRow[], row: number): number | null {
  const parentOf = (child: PlanRow | undefined) =>
    child ? rows.findIndex(({ id }) => id === child.parent) : -1;
  const arm = parentOf(rows[row]);
  if (!/^INDEX \d+$/.test(rows[arm]?.detail ?? '')) return null;
  const or = parentOf(rows[arm]);
  return or < 0 ? null : or;
}

/** The loop over the unmatched rows of a RIGHT or FULL JOIN. */
export function isSecondPass(rows: readonly PlanRow[], row: number): boolean {
  const parent = rows.find(({ id }) => id === rows[row]?.parent);
  return parent?.detail.startsWith('RIGHT-JOIN ') ?? false;
}
