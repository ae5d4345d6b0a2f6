// Asks SQLite for the plan of a statement. Nothing is executed; only its beginning is compiled.
// How the plan is read stands in engine/plan.
import type { PlanRow, QueryPlan } from '../model/plan/plan.ts';
import { isBareSearch, planBadge } from '../plan/plan-badge.ts';
import { planTree } from '../plan/plan-tree.ts';
import { statementKind } from '../sql/statement-kind.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import { explainRows } from './explain-rows.ts';

/**
 * The plan of the first statement of `sql` with these values bound: SQLite looks at values (LIKE
 * prefixes, partial indexes), so bind what the run will bind. Throws SQLite's error when it does
 * not compile. A statement that is an EXPLAIN itself has a plan without rows.
 */
export function explainQueryPlan(database: Database, sql: string, binding: Binding): QueryPlan {
  const rows: PlanRow[] = isExplain(sql)
    ? []
    : explainRows(database, 'EXPLAIN QUERY PLAN', sql, binding).map(
        ([id, parent, cost, detail]) => ({
          id: Number(id),
          parent: Number(parent),
          cost: Number(cost),
          detail: String(detail),
        }),
      );
  const isMinMaxSeek =
    rows.some(({ detail }) => isBareSearch(detail)) && stopsAtFirstRow(database, sql, binding);
  return { rows, nodes: planTree(rows), badge: planBadge(rows, { sql, isMinMaxSeek }) };
}

function isExplain(sql: string): boolean {
  return statementKind(sql) === 'explain';
}

// Next and Prev carry p5 = 1 in a loop without constraints (wherecode.c); where MIN/MAX needs only
// the first row, a Goto out of the loop stands right before it.
function stopsAtFirstRow(database: Database, sql: string, binding: Binding): boolean {
  const program = explainRows(database, 'EXPLAIN', sql, binding);
  return program.every(
    ([, opcode, , , , , p5], address) =>
      p5 !== 1 || (opcode !== 'Next' && opcode !== 'Prev') || program[address - 1]?.[1] === 'Goto',
  );
}
