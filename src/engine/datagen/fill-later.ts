// References to tables that are filled later: tables that refer to each other, rows to later rows.
// Such columns are NULL at first and get their values here, when all rows are there.
import type { Schema } from '../model/database/schema.ts';
import type { SqlValue } from '../model/values.ts';
import { quoteName } from '../sql/quote-name.ts';
import type { Database } from '../sqlite/driver.ts';
import { asFailure, rowsPerReport } from './fill-table.ts';
import type { TablePlan } from './plan/plan-table.ts';
import { createRedraw } from './plan/redraw.ts';

/** How the rows just inserted are found again: the columns of their key, and its values. */
interface RowKey {
  sql: string;
  cells: ((row: number) => SqlValue)[];
}

/** True when some columns wait until all tables are filled. */
export function hasLaterColumns({ columns, rows }: TablePlan): boolean {
  return rows > 0 && columns.some(({ isLater }) => isLater);
}

/**
 * Gives the columns that waited their values, row by row of the plan. `rowidBefore` is the largest
 * rowid that the table had before it was filled.
 */
export function fillLater(
  database: Database,
  schema: Schema,
  plan: TablePlan,
  rowidBefore: number,
  report: (rowsDone: number) => void,
): void {
  const later = plan.columns.filter(({ isLater }) => isLater);
  const key = rowKey(plan, rowidBefore);
  const redraw = createRedraw(plan.table, later, plan.rows);
  const name = `main.${quoteName(plan.table.name)}`;
  const changes = later.map(({ column }) => `${quoteName(column.name)} = ?`).join(', ');
  const update = database.bulkInsert({
    table: plan.table.name,
    columns: later.map(({ column }) => column.name),
    cells: [...later.map(({ generator }) => generator?.at ?? (() => null)), ...key.cells],
    hasKeyIndex: true,
    retry(row, attempt, message) {
      const values = redraw.next(row, attempt, message);
      return values && [...values, ...key.cells.map((cell) => cell(row))];
    },
    sql: () => `UPDATE ${name} SET ${changes} WHERE ${key.sql}`,
  });
  try {
    for (let row = 0; row < plan.rows; row += rowsPerReport) {
      const count = Math.min(rowsPerReport, plan.rows - row);
      update.insert(row, count);
      report(row + count);
    }
  } catch (thrown) {
    throw asFailure(plan, later, redraw, schema.triggers, thrown);
  } finally {
    update.free();
  }
}

function rowKey({ table, columns }: TablePlan, rowidBefore: number): RowKey {
  const key = columns.filter(({ column }) =>
    table.isWithoutRowid ? column.primaryKeyPosition > 0 : column.isRowidAlias,
  );
  if (key.length === 0) return { sql: 'rowid = ?', cells: [(row) => rowidBefore + 1 + row] };
  return {
    sql: key.map(({ column }) => `${quoteName(column.name)} = ?`).join(' AND '),
    cells: key.map(({ generator }) => generator?.at ?? (() => null)),
  };
}
