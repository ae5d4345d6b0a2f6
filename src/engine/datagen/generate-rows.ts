// Fills the tables of a database with the rows of a recipe, in one transaction.
// What the rows hold is planned elsewhere (plan-schema.ts); indexes are built by others, afterwards.

import type { Schema } from '../model/database/schema.ts';
import { EngineFailure } from '../model/errors.ts';
import type { Recipe } from '../model/playground.ts';
import type { Fraction } from '../model/units.ts';
import type { Database } from '../sqlite/driver.ts';
import { canDeferKeys, hasKeyIndex, withoutKeyIndexes } from './deferred-keys.ts';
import { type ExistingRows, readExistingRows } from './plan/existing-rows.ts';
import { planSchema } from './plan/plan-schema.ts';
import type { PlannedColumn, TablePlan } from './plan/plan-table.ts';
import { rejectedRowProblem } from './rejected-row.ts';

/** How far loading is. `fraction` is of all tables; building key indexes afterwards counts too. */
export interface RowsProgress {
  table: string;
  rowsDone: number;
  fraction: Fraction;
}

/** About 20 ms of work on a slow machine. */
const rowsPerReport = 10_000;

/**
 * Generates and inserts all rows of the recipe, parents before children. The database must have the
 * schema; rows that are already there stay. Triggers fire as for any insert.
 * Throws an EngineFailure ('data-unsatisfiable', 'foreign-key-invalid') naming table, column and
 * constraint; nothing of the rows is then left.
 */
export function generateRows(
  database: Database,
  schema: Schema,
  recipe: Recipe,
  onProgress: (progress: RowsProgress) => void,
): void {
  const existing = readExistingRows(database, schema);
  const { tables, problems } = planSchema(schema, recipe, existing);
  const [problem] = problems;
  if (problem) throw new EngineFailure(problem);
  const workOf = (plan: TablePlan) =>
    plan.rows * (canDeferKeys(plan.table, schema, plan.rows) ? 2 : 1);
  const total = tables.reduce((sum, plan) => sum + workOf(plan), 0);
  let before = 0;
  database.run('BEGIN');
  try {
    for (const plan of tables) {
      if (plan.rows === 0) continue;
      const table = plan.table.name;
      const columns = columnsToFill(plan, schema, existing);
      fillTable(database, schema, { ...plan, columns }, (rowsDone) =>
        onProgress({ table, rowsDone, fraction: (before + rowsDone) / total }),
      );
      before += workOf(plan);
      onProgress({ table, rowsDone: plan.rows, fraction: before / total });
    }
    database.run('COMMIT');
  } catch (thrown) {
    // After a crash of the engine there is nothing to roll back; the first error is the one to tell.
    try {
      database.run('ROLLBACK');
    } catch {}
    throw thrown;
  }
}

const bytesPerRow = 64;
const bytesPerIndexEntry = 24;
const largestReserve = 512 * 1024 * 1024;

/**
 * How much room a database of this recipe with so many indexes may need, in bytes: for
 * OpenOptions.reserveBytes. A rough guess, the indexes taken to be on a table of average size; too
 * little costs time and, for as long as what was outgrown is not collected, memory.
 */
export function expectedBytes(recipe: Recipe, indexes = 0): number {
  const counts = Object.values(recipe.rows).map((count) => Math.max(0, Math.floor(count)));
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const entries = (rows / Math.max(1, counts.length)) * indexes;
  return Math.min(largestReserve, Math.ceil(rows * bytesPerRow + entries * bytesPerIndexEntry));
}

/**
 * The columns that get values. SQLite gives a row without rowid the one after the largest: where
 * that is the sequence anyway, leaving it out saves an eighth of the time.
 */
function columnsToFill(plan: TablePlan, schema: Schema, existing: ExistingRows): PlannedColumn[] {
  const { table, columns } = plan;
  // AUTOINCREMENT counts for itself, and a trigger may look at the key before there is one.
  if (columns.length < 2 || schema.triggers.length > 0) return columns;
  if (/\bautoincrement\b/i.test(table.sql)) return columns;
  const largest = existing.maxRowid(table.name);
  // After negative keys alone SQLite goes on below zero, the sequence does not.
  if (largest === 0 && existing.count(table.name) !== 0) return columns;
  return columns.filter(
    ({ column, generator }) =>
      !(column.isRowidAlias && generator.name === 'sequence' && generator.at(0) === largest + 1),
  );
}

function fillTable(
  database: Database,
  schema: Schema,
  { table, rows, columns }: TablePlan,
  report: (rowsDone: number) => void,
): void {
  const isDeferred = canDeferKeys(table, schema, rows);
  const fill = () => {
    const insert = database.bulkInsert({
      table: table.name,
      columns: columns.map(({ column }) => column.name),
      cells: columns.map(({ generator }) => generator.at),
      hasKeyIndex: hasKeyIndex(table) && !isDeferred,
    });
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
    const problem = rejectedRowProblem(table, columns, thrown);
    throw problem ? new EngineFailure(problem) : thrown;
  }
}
