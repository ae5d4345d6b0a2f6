// Fills the tables of a database with the rows of a recipe, in one transaction.
// What the rows hold is planned elsewhere (plan-schema.ts); indexes are built by others, afterwards.

import type { Schema } from '../model/database/schema.ts';
import { EngineFailure } from '../model/errors.ts';
import { maxRowsPerTable, type Recipe } from '../model/playground.ts';
import type { Fraction, Milliseconds } from '../model/units.ts';
import { quoteName } from '../sql/quote-name.ts';
import type { Database } from '../sqlite/driver.ts';
import { fillLater, hasLaterColumns } from './fill-later.ts';
import { fillTable, hasKeysLater } from './fill-table.ts';
import { readExistingRows } from './plan/existing-rows.ts';
import { expressionProblems } from './plan/expressions.ts';
import { planSchema } from './plan/plan-schema.ts';
import type { TablePlan } from './plan/plan-table.ts';

/** How far loading is. `fraction` is of all tables; building key indexes afterwards counts too. */
export interface RowsProgress {
  table: string;
  rowsDone: number;
  fraction: Fraction;
  /** Rows of all tables per second since the first; absent without a clock. */
  rowsPerSecond?: number;
}

/**
 * Generates and inserts all rows of the recipe, parents before children. The database must have the
 * schema; rows that are already there stay. Triggers fire as for any insert. `now` is a clock in
 * milliseconds, for the rate in the reports alone.
 * Throws an EngineFailure ('data-unsatisfiable', 'foreign-key-invalid') naming table, column and
 * constraint; nothing of the rows is then left.
 */
export function generateRows(
  database: Database,
  schema: Schema,
  recipe: Recipe,
  onProgress: (progress: RowsProgress) => void,
  now?: () => Milliseconds,
): void {
  const existing = readExistingRows(database, schema);
  const { tables, problems } = planSchema(schema, recipe, existing);
  const filled = tables.filter((plan) => plan.rows > 0);
  const [problem] = [...problems, ...filled.flatMap((plan) => expressionProblems(database, plan))];
  if (problem) throw new EngineFailure(problem);
  const report = createReport(filled, schema, onProgress, now);
  const rowidsBefore = new Map<TablePlan, number>();
  database.run('BEGIN');
  try {
    for (const plan of filled) {
      if (hasLaterColumns(plan)) rowidsBefore.set(plan, largestRowid(database, plan));
      fillTable(database, schema, existing, plan, (rowsDone) => report.rows(plan, rowsDone));
      report.end(plan, hasKeysLater(plan, schema) ? 2 : 1);
    }
    for (const [plan, rowidBefore] of rowidsBefore) {
      fillLater(database, schema, plan, rowidBefore, (rowsDone) => report.rows(plan, rowsDone));
      report.end(plan, 1);
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

// Building keys, and filling what had to wait, each count like inserting the rows.
function createReport(
  plans: readonly TablePlan[],
  schema: Schema,
  onProgress: (progress: RowsProgress) => void,
  now?: () => Milliseconds,
) {
  const turnsOf = (plan: TablePlan) =>
    1 + Number(hasKeysLater(plan, schema)) + Number(hasLaterColumns(plan));
  const total = plans.reduce((sum, plan) => sum + plan.rows * turnsOf(plan), 0);
  const start = now?.() ?? 0;
  let before = 0;
  const emit = (plan: TablePlan, rowsDone: number, done: number) => {
    const seconds = now ? (now() - start) / 1000 : 0;
    onProgress({
      table: plan.table.name,
      rowsDone,
      fraction: done / total,
      ...(seconds > 0 ? { rowsPerSecond: Math.floor(done / seconds) } : {}),
    });
  };
  return {
    rows: (plan: TablePlan, rowsDone: number) => emit(plan, rowsDone, before + rowsDone),
    end(plan: TablePlan, turns: number) {
      before += plan.rows * turns;
      emit(plan, plan.rows, before);
    },
  };
}

function largestRowid(database: Database, { table }: TablePlan): number {
  if (table.isWithoutRowid) return 0;
  const sql = `SELECT max(rowid) FROM main.${quoteName(table.name)}`;
  return Number(database.all(sql)[0]?.[0] ?? 0);
}

const bytesPerRow = 64;
const bytesPerIndexEntry = 24;
/** What a table of the most rows allowed needs; several such tables let the file grow. */
const largestReserve = maxRowsPerTable * bytesPerRow;

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
