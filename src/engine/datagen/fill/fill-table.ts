// Fills one table with the rows of its plan, within a transaction that is open.
// What the rows hold is planned elsewhere (plan-table.ts); what refused rows mean, in rejected-row.ts.
import type { Schema } from '../../model/database/schema.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { BulkRows, Database } from '../../sqlite/driver.ts';
import type { ExistingRows } from '../plan/existing-rows.ts';
import type { PlannedColumn, TablePlan } from '../plan/plan-table.ts';
import { canDeferKeys, hasKeyIndex, withoutKeyIndexes } from './deferred-keys.ts';
import { insertWithExpressions } from './expressions.ts';
import { createRedraw, type Redraw } from './redraw.ts';
import { rejectedRowProblem } from './rejected-row.ts';
import { insertWithRowids, type RowIds } from './row-ids.ts';

/** About 20 ms of work on a slow machine. */
export const rowsPerReport = 10_000;

/** True when the table's key indexes are built after its rows: that is as much work again. */
export function hasKeysLater(plan: TablePlan, schema: Schema): boolean {
  // The definition that is used meanwhile knows no DEFAULT, and SQLite must judge what it makes.
  return (
    canDeferKeys(plan.table, schema, plan.rows) &&
    plan.columns.every(({ generator }) => generator !== null)
  );
}

/**
 * Inserts all rows. Columns that are filled later get NULL. `rowids` takes down where each row is.
 * Throws an EngineFailure ('data-unsatisfiable') for a row that SQLite refuses whatever is tried.
 */
export function fillTable(
  database: Database,
  schema: Schema,
  existing: ExistingRows,
  plan: TablePlan,
  report: (rowsDone: number) => void,
  rowids?: RowIds,
): void {
  const { table, rows } = plan;
  const isDeferred = hasKeysLater(plan, schema);
  const columns = columnsToFill(plan, schema, existing).map(withoutLater);
  const redraw = createRedraw(table, columns, rows);
  const fill = () => {
    const bulk = {
      ...bulkRows(plan, columns, redraw),
      hasKeyIndex: hasKeyIndex(table) && !isDeferred,
    };
    const insert = rowids ? insertWithRowids(database, bulk, rowids) : database.bulkInsert(bulk);
    try {
      for (let row = 0; row < rows; row += rowsPerReport) {
        const count = Math.min(rowsPerReport, rows - row);
        insert.insert(row, count);
        if (row + count < rows || isDeferred) report(row + count);
      }
    } finally {
      insert.free();
    }
  };
  try {
    if (isDeferred) withoutKeyIndexes(database, table, fill);
    else fill();
  } catch (thrown) {
    throw asFailure(plan, columns, redraw, schema, thrown);
  }
}

/** What goes into the table, for a driver. */
export function bulkRows(
  { table }: TablePlan,
  columns: readonly PlannedColumn[],
  redraw: Redraw,
): BulkRows {
  const hasExpressions = columns.some(({ expressionSql }) => expressionSql !== null);
  return {
    table: table.name,
    columns: columns.map(({ column }) => column.name),
    cells: columns.map(
      ({ generator, isNullAt }) => generator?.at ?? ((row) => (isNullAt(row) ? 1 : 0)),
    ),
    hasKeyIndex: hasKeyIndex(table),
    retry: redraw.next,
    ...(hasExpressions ? { sql: insertWithExpressions(table, columns) } : {}),
  };
}

/** An error of SQLite as an EngineFailure for the user; anything else as it is. */
export function asFailure(
  { table }: TablePlan,
  columns: readonly PlannedColumn[],
  redraw: Redraw | null,
  schema: Pick<Schema, 'tables' | 'triggers'>,
  thrown: unknown,
): unknown {
  const tried = redraw?.tried() ?? null;
  const problem = rejectedRowProblem({ table, columns, tried, schema }, thrown);
  return problem ? new EngineFailure(problem) : thrown;
}

/** The columns that a row brings along; those with a DEFAULT setting are left to SQLite. */
export function filledColumns({ columns }: TablePlan): PlannedColumn[] {
  return columns.filter(
    ({ generator, expressionSql }) => generator !== null || expressionSql !== null,
  );
}

/**
 * The columns that get values. SQLite gives a row without rowid the one after the largest: where
 * that is the sequence anyway, leaving it out saves an eighth of the time.
 */
function columnsToFill(plan: TablePlan, schema: Schema, existing: ExistingRows): PlannedColumn[] {
  const columns = filledColumns(plan);
  // AUTOINCREMENT counts for itself, and a trigger may look at the key before there is one.
  if (columns.length < 2 || schema.triggers.length > 0) return columns;
  if (/\bautoincrement\b/i.test(plan.table.sql)) return columns;
  // An expression may use the key.
  if (columns.some(({ expressionSql }) => expressionSql !== null)) return columns;
  const largest = existing.maxRowid(plan.table.name);
  // After negative keys alone SQLite goes on below zero, the sequence does not.
  if (largest === 0 && existing.count(plan.table.name) !== 0) return columns;
  return columns.filter(({ column, settings, generator }) => {
    const isNext =
      settings?.kind === 'sequence' && settings.step === 1 && generator?.at(0) === largest + 1;
    return !(column.isRowidAlias && isNext);
  });
}

function withoutLater(planned: PlannedColumn): PlannedColumn {
  if (!planned.isLater || !planned.generator) return planned;
  return { ...planned, generator: { ...planned.generator, at: () => null }, isFree: false };
}
