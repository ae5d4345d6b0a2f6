// References to tables that are filled later: tables that refer to each other, rows to later rows.
// Such columns are NULL at first and get their values here, when all rows are there.

import { isSameName } from '../../../lib/sql-name.ts';
import type { Schema } from '../../model/database/schema.ts';
import type { SqlValue } from '../../model/values.ts';
import { quoteName } from '../../sql/quote-name.ts';
import type { Database } from '../../sqlite/driver.ts';
import type { PlannedColumn, TablePlan } from '../plan/plan-table.ts';
import { asFailure, rowsPerReport } from './fill-table.ts';
import { hasConflictClause } from './lost-rows.ts';
import { createRedraw } from './redraw.ts';
import type { RowIds } from './row-ids.ts';

/** How the rows just inserted are found again: the columns of their key, and its values. */
interface RowKey {
  sql: string;
  cells: ((row: number) => SqlValue)[];
}

/** True when some columns wait until all tables are filled. */
export function hasLaterColumns({ columns, rows }: TablePlan): boolean {
  return rows > 0 && columns.some(({ isLater }) => isLater);
}

/** Where the rows of a table are that has no key: one after the other, or each at its rowid. */
export type RowPlaces = { after: number } | { at: RowIds };

/**
 * The places that the rows of a table without a key will have; null where their key tells. To be
 * asked just before the table is filled; `at` is filled in then (fillTable).
 */
export function rowPlaces(
  database: Database,
  { triggers }: Schema,
  plan: TablePlan,
): RowPlaces | null {
  const { table, rows } = plan;
  if (keyColumns(plan).length > 0) return null;
  const isUneven =
    hasConflictClause(table) || triggers.some((each) => isSameName(each.table, table.name));
  if (isUneven) return { at: new Float64Array(rows) };
  const [largest] = database.all(`SELECT max(rowid) FROM main.${quoteName(table.name)}`);
  return { after: Number(largest?.[0] ?? 0) };
}

/** Gives the columns that waited their values, row by row of the plan. */
export function fillLater(
  database: Database,
  schema: Schema,
  plan: TablePlan,
  places: RowPlaces | null,
  report: (rowsDone: number) => void,
): void {
  const later = plan.columns.filter(({ isLater }) => isLater);
  const key = rowKey(plan, places);
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
    throw asFailure(plan, later, redraw, schema, thrown);
  } finally {
    update.free();
  }
}

function rowKey(plan: TablePlan, places: RowPlaces | null): RowKey {
  if (places) {
    const rowidOf =
      'at' in places
        ? (row: number) => places.at[row] ?? 0
        : (row: number) => places.after + 1 + row;
    return { sql: 'rowid = ?', cells: [rowidOf] };
  }
  const key = keyColumns(plan);
  return {
    sql: key.map(({ column }) => `${quoteName(column.name)} = ?`).join(' AND '),
    cells: key.map(({ generator }) => generator?.at ?? (() => null)),
  };
}

function keyColumns({ table, columns }: TablePlan): PlannedColumn[] {
  return columns.filter(({ column }) =>
    table.isWithoutRowid ? column.primaryKeyPosition > 0 : column.isRowidAlias,
  );
}
