// Fills the tables of a database with the rows of a recipe, in one transaction.
// What the rows hold is planned elsewhere (plan-schema.ts); indexes are built by others, afterwards.
import { EngineFailure } from '../model/errors.ts';
import type { Recipe } from '../model/playground.ts';
import type { Schema, Table } from '../model/schema.ts';
import type { Fraction } from '../model/units.ts';
import { type Database, RowRejected } from '../sqlite/driver.ts';
import { readExistingRows } from './existing-rows.ts';
import { planSchema } from './plan-schema.ts';
import type { TablePlan } from './plan-table.ts';
import { rejectedRowProblem } from './rejected-row.ts';

/** How far loading is. `fraction` is of all rows of all tables. */
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
  const { tables, problems } = planSchema(schema, recipe, readExistingRows(database, schema));
  const [problem] = problems;
  if (problem) throw new EngineFailure(problem);
  const total = tables.reduce((sum, plan) => sum + plan.rows, 0);
  let before = 0;
  database.run('BEGIN');
  try {
    for (const plan of tables) {
      const start = before;
      fillTable(database, plan, (rowsDone) =>
        onProgress({
          table: plan.table.name,
          rowsDone,
          fraction: (start + rowsDone) / total,
        }),
      );
      before += plan.rows;
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
const largestReserve = 256 * 1024 * 1024;

/**
 * How much room a database of this recipe may need without its indexes, in bytes: for
 * OpenOptions.reserveBytes. A rough guess; too little only costs time.
 */
export function expectedBytes(recipe: Recipe): number {
  const rows = Object.values(recipe.rows).reduce((sum, count) => sum + Math.max(0, count), 0);
  return Math.min(largestReserve, Math.floor(rows) * bytesPerRow);
}

function fillTable(
  database: Database,
  { table, rows, columns }: TablePlan,
  report: (rowsDone: number) => void,
): void {
  if (rows === 0) return;
  const insert = database.bulkInsert({
    table: table.name,
    columns: columns.map(({ column }) => column.name),
    cells: columns.map(({ generator }) => generator.at),
    hasKeyIndex: hasKeyIndex(table),
  });
  try {
    for (let row = 0; row < rows; row += rowsPerReport) {
      const count = Math.min(rowsPerReport, rows - row);
      insert.insert(row, count);
      report(row + count);
    }
  } catch (thrown) {
    if (!(thrown instanceof RowRejected)) throw thrown;
    throw new EngineFailure(rejectedRowProblem(table, columns, thrown));
  } finally {
    insert.free();
  }
}

function hasKeyIndex(table: Table): boolean {
  const hasRowidKey = table.columns.some((column) => column.isRowidAlias);
  return table.uniques.length > 0 || (table.primaryKey.length > 0 && !hasRowidKey);
}
