// Asks SQLite for the plan of a statement. Nothing is executed; only its beginning is compiled.
// How the plan is read stands in engine/plan.
import { emptySchema } from '../model/database/schema.ts';
import type { PlanRow, QueryPlan } from '../model/plan/plan.ts';
import { hasBareSearch, stepsBadge } from '../plan/plan-badge.ts';
import { planNames } from '../plan/plan-names.ts';
import { stopsAtFirstRow } from '../plan/program/flow/loops.ts';
import { readPlan } from '../plan/read-plan.ts';
import { statementKind } from '../sql/statements/statement-kind.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import { explainRows } from './explain-rows.ts';
import { throwHiddenError } from './hidden-error.ts';
import { readProgram } from './read-program.ts';

/**
 * The plan of the first statement of `sql` with these values bound: SQLite looks at values (LIKE
 * prefixes, partial indexes), so bind what the run will bind. Throws SQLite's error when it does
 * not compile. A statement that is an EXPLAIN itself has a plan without rows.
 */
export function explainQueryPlan(database: Database, sql: string, binding: Binding): QueryPlan {
  const rows = explainPlanRows(database, sql, binding);
  const steps = readPlan(rows, planNames(sql, emptySchema, []));
  const isMinMaxSeek = hasBareSearch(steps) && stopsAtFirstRow(readProgram(database, sql, binding));
  return { rows, badge: stepsBadge(steps, isMinMaxSeek) };
}

/** The rows alone; as explainQueryPlan. */
export function explainPlanRows(database: Database, sql: string, binding: Binding): PlanRow[] {
  if (isExplain(sql)) {
    // It cannot be explained once more, but it may be wrong.
    database.prepare(sql).free();
    return [];
  }
  throwHiddenError(database, sql);
  return explainRows(database, 'EXPLAIN QUERY PLAN', sql, binding).map(
    ([id, parent, cost, detail]) => ({
      id: Number(id),
      parent: Number(parent),
      cost: Number(cost),
      detail: String(detail),
    }),
  );
}

export function isExplain(sql: string): boolean {
  return statementKind(sql) === 'explain';
}
