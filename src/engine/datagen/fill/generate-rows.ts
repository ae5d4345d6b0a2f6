// Fills the tables of a database with the rows of a recipe, in one transaction.
// What the rows hold is planned elsewhere (plan-schema.ts); indexes are built by others, afterwards.

import type { Schema } from '../../model/database/schema.ts';
import { EngineFailure } from '../../model/errors.ts';
import { maxRowsPerTable, type Recipe } from '../../model/playground.ts';
import type { Fraction, Milliseconds } from '../../model/units.ts';
import type { Database } from '../../sqlite/driver.ts';
import { planSchema } from '../plan/plan-schema.ts';
import type { TablePlan } from '../plan/plan-table.ts';
import { expressionProblems } from './expressions.ts';
import { fillLater, hasLaterColumns, type RowPlaces, rowPlaces } from './fill-later.ts';
import { fillTable, hasKeysLater } from './fill-table.ts';
import { canLoseRows, lostRows } from './lost-rows.ts';
import { readExistingRows } from './read-existing-rows.ts';

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
 * milliseconds, for the rate in the reports alone. Returns what there is to say of the rows, as
 * sentences.
 * Throws an EngineFailure ('data-unsatisfiable', 'foreign-key-invalid') naming table, column and
 * constraint; nothing of the rows is then left.
 */
export function generateRows(
  database: Database,
  schema: Schema,
  recipe: Recipe,
  onProgress: (progress: RowsProgress) => void,
  now?: () => Milliseconds,
): string[] {
  const existing = readExistingRows(database, schema);
  const { tables, problems } = planSchema(schema, recipe, existing);
  const filled = tables.filter((plan) => plan.rows > 0);
  const [problem] = [...problems, ...filled.flatMap((plan) => expressionProblems(database, plan))];
  if (problem) throw new EngineFailure(problem);
  const report = createReport(filled, schema, onProgress, now);
  const waiting = new Map<TablePlan, RowPlaces | null>();
  // Counted before the first row comes: what is lost afterwards is known by it.
  for (const { table } of filled) if (canLoseRows(table, schema)) existing.count(table.name);
  database.run('BEGIN');
  try {
    for (const plan of filled) {
      const places = hasLaterColumns(plan) ? rowPlaces(database, schema, plan) : null;
      if (hasLaterColumns(plan)) waiting.set(plan, places);
      const rowids = places && 'at' in places ? places.at : undefined;
      const rowsDone = (count: number) => report.rows(plan, count);
      fillTable(database, schema, existing, plan, rowsDone, rowids);
      report.end(plan, hasKeysLater(plan, schema) ? 2 : 1);
    }
    for (const [plan, places] of waiting) {
      fillLater(database, schema, plan, places, (rowsDone) => report.rows(plan, rowsDone));
      report.end(plan, 1);
    }
    const notes = lostRows(database, schema, existing, filled);
    database.run('COMMIT');
    return notes;
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
