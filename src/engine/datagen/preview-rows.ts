// The first rows of each table as the database will hold them, made in it and taken out again.
// Quick enough to follow every keystroke; how the rows are planned stands in plan/.
import type { TablePreview } from '../model/database/recipe-report.ts';
import { EngineFailure, toEngineError } from '../model/errors.ts';
import type { SqlValue } from '../model/values.ts';
import { quoteName } from '../sql/quote-name.ts';
import type { BulkInsert, Database } from '../sqlite/driver.ts';
import { bulkInsertSql, createRowInsert } from '../sqlite/row-insert.ts';
import { asFailure, bulkRows, filledColumns } from './fill-table.ts';
import { expressionProblems } from './plan/expressions.ts';
import type { SchemaPlan } from './plan/plan-schema.ts';
import type { TablePlan } from './plan/plan-table.ts';
import { createRedraw } from './plan/redraw.ts';

/**
 * Up to `count` rows of each table by its name, generated columns, DEFAULTs and affinities as they
 * are stored; fewer where the recipe makes fewer. The database must have the schema and no open
 * transaction; it is left as it was. A table that cannot be filled has the status 'failed', the
 * others are made all the same. Foreign keys are not enforced: parents may lie beyond the first rows.
 * Triggers do not run: what they would do to the rows is not shown.
 */
export function previewRows(
  database: Database,
  plan: SchemaPlan,
  count: number,
): Map<string, TablePreview> {
  const previews = new Map<string, TablePreview>();
  const enforced = database.all('PRAGMA foreign_keys')[0]?.[0] === 1;
  // Before the transaction: inside it this PRAGMA does nothing.
  database.run('PRAGMA foreign_keys = OFF');
  try {
    begin(database, plan);
    try {
      for (const table of plan.tables) {
        previews.set(table.table.name, previewTable(database, plan, table, count));
      }
    } finally {
      database.run('ROLLBACK');
    }
  } finally {
    if (enforced) database.run('PRAGMA foreign_keys = ON');
  }
  return previews;
}

function previewTable(
  database: Database,
  whole: SchemaPlan,
  plan: TablePlan,
  count: number,
): TablePreview {
  const { table } = plan;
  const [problem] = plan.rows > 0 ? plan.problems : [];
  if (problem) return { status: 'failed', error: problem };
  const [expressionProblem] = expressionProblems(database, plan);
  if (expressionProblem) return { status: 'failed', error: expressionProblem };
  // A table that gets no rows shows what they would be.
  const rows = plan.rows === 0 ? count : Math.min(count, plan.rows);
  const columns = filledColumns(plan);
  const redraw = createRedraw(table, columns, Math.max(rows, plan.rows));
  let insert: BulkInsert | null = null;
  database.run('SAVEPOINT preview');
  try {
    const bulk = bulkRows(plan, columns, redraw);
    insert = createRowInsert(database.prepare(bulkInsertSql(bulk, 1)), bulk);
    insert.insert(0, rows);
    return { status: 'made', ...readBack(database, plan, rows) };
  } catch (thrown) {
    undo(database, whole);
    if (plan.rows === 0) return { status: 'made', columns: namesOf(plan), rows: [] };
    const failure = asFailure(plan, columns, redraw, [], thrown);
    if (!(failure instanceof EngineFailure)) throw failure;
    return { status: 'failed', error: toEngineError(failure) };
  } finally {
    insert?.free();
  }
}

// An ON CONFLICT ROLLBACK has ended the transaction: the next table needs another one.
function undo(database: Database, plan: SchemaPlan): void {
  try {
    database.run('ROLLBACK TO preview');
  } catch {
    begin(database, plan);
  }
}

// Triggers come from whoever wrote the schema, perhaps a stranger's link, and may run for long.
function begin(database: Database, { triggers }: SchemaPlan): void {
  database.run('BEGIN');
  for (const { name } of triggers) database.run(`DROP TRIGGER main.${quoteName(name)}`);
}

function namesOf({ table }: TablePlan): string[] {
  return table.columns.map(({ name }) => name);
}

// In the order of the rows; a table WITHOUT ROWID has that of its key.
function readBack(
  database: Database,
  plan: TablePlan,
  count: number,
): { columns: string[]; rows: SqlValue[][] } {
  const columns = namesOf(plan);
  const order = plan.table.isWithoutRowid ? '' : ' ORDER BY rowid';
  const rows = database.all(
    `SELECT ${columns.map(quoteName).join(', ')} FROM main.${quoteName(plan.table.name)}${order} LIMIT ${count}`,
  );
  return { columns, rows };
}
