// All that SQLite tells of a statement without executing it: the lines of its plan and its program.
// How both are read stands in engine/plan.
import type { BTree, Explanation } from '../model/plan/program.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import { explainPlanRows, isExplain } from './explain-query-plan.ts';
import { readProgram } from './read-program.ts';

/**
 * Plan and program of the first statement of `sql` with these values bound, as explainQueryPlan.
 * `trees` are the database's, as far as they matter. Throws SQLite's error when it does not compile.
 * A statement that is an EXPLAIN itself has neither lines nor instructions.
 */
export function explainStatement(
  database: Database,
  sql: string,
  binding: Binding,
  trees: BTree[],
): Explanation {
  return {
    rows: explainPlanRows(database, sql, binding),
    instructions: isExplain(sql) ? [] : readProgram(database, sql, binding),
    trees,
  };
}
