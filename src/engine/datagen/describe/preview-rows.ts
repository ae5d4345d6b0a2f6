// The first rows of each table as the database will hold them, made in it and taken out again.
// Quick enough to follow every keystroke; how the rows are planned stands in plan/.
import type { TablePreview } from '../../model/database/recipe-report.ts';
import { type EngineError, EngineFailure, toEngineError } from '../../model/errors.ts';
import type { Bytes } from '../../model/units.ts';
import type { SqlValue } from '../../model/values.ts';
import { quoteName } from '../../sql/quote-name.ts';
import type { BulkInsert, Database } from '../../sqlite/driver.ts';
import { bulkInsertSql, createRowInsert } from '../../sqlite/row-insert.ts';
import { expressionProblems } from '../fill/expressions.ts';
import { asFailure, bulkRows, filledColumns } from '../fill/fill-table.ts';
import { createRedraw } from '../fill/redraw.ts';
import type { SchemaPlan } from '../plan/plan-schema.ts';
import type { PlannedColumn, TablePlan } from '../plan/plan-table.ts';
import { type PreviewBudget, previewMs } from './preview-budget.ts';

/** Foreign keys and triggers are off: no row is refused by them. */
const withoutTriggers = { tables: [], triggers: [] };
/** Longer values are cut. */
const mostCharacters = 200;
const mostBlobBytes = 64;

/**
 * Up to `count` rows of each table by its name, generated columns, DEFAULTs and affinities as they
 * are stored; fewer where the recipe makes fewer. Long values are cut. The database must have the
 * schema and no open transaction; it is left as it was. A table that cannot be filled, or that comes
 * when the budget is spent, has the status 'failed', the others are made all the same. Foreign keys
 * are not enforced: parents may lie beyond the first rows. Triggers do not run: what they would do
 * to the rows is not shown.
 */
export function previewRows(
  database: Database,
  plan: SchemaPlan,
  count: number,
  budget: PreviewBudget,
): Map<string, TablePreview> {
  const previews = new Map<string, TablePreview>();
  const enforced = database.all('PRAGMA foreign_keys')[0]?.[0] === 1;
  // Before the transaction: inside it this PRAGMA does nothing.
  database.run('PRAGMA foreign_keys = OFF');
  try {
    begin(database, plan);
    try {
      for (const table of plan.tables) {
        previews.set(table.table.name, previewTable(database, plan, table, count, budget));
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
  budget: PreviewBudget,
): TablePreview {
  const { table } = plan;
  const [problem] = plan.rows > 0 ? plan.problems : [];
  if (problem) return { status: 'failed', error: problem };
  if (budget.isSpent()) return { status: 'failed', error: spentProblem(plan) };
  // A table that gets no rows shows what they would be.
  const rows = plan.rows === 0 ? count : Math.min(count, plan.rows);
  const columns = filledColumns(plan).map((planned) => withBudget(planned, budget));
  const mayGoOn = () => !budget.isSpent();
  const redraw = createRedraw(table, columns, Math.max(rows, plan.rows), mayGoOn);
  let insert: BulkInsert | null = null;
  database.run('SAVEPOINT preview');
  try {
    const [expressionProblem] = expressionProblems(database, plan, mayGoOn);
    if (expressionProblem) throw new EngineFailure(expressionProblem);
    const bulk = bulkRows(plan, columns, redraw);
    insert = createRowInsert(database.prepare(bulkInsertSql(bulk, 1)), bulk);
    for (let row = 0; row < rows; row++) {
      insert.insert(row, 1);
      if (budget.isSpent()) throw new EngineFailure(spentProblem(plan));
    }
    return { status: 'made', ...readBack(database, plan, rows, budget) };
  } catch (thrown) {
    undo(database, whole);
    if (budget.isSpent() || isTooLarge(thrown)) {
      return { status: 'failed', error: spentProblem(plan) };
    }
    if (plan.rows === 0) return { status: 'made', columns: namesOf(plan), rows: [] };
    const failure = asFailure(plan, columns, redraw, withoutTriggers, thrown);
    if (!(failure instanceof EngineFailure)) throw failure;
    return { status: 'failed', error: toEngineError(failure) };
  } finally {
    insert?.free();
  }
}

/** The first row that finds the budget spent gets no more values: it is not shown anyway. */
function withBudget(planned: PlannedColumn, budget: PreviewBudget): PlannedColumn {
  const { generator } = planned;
  if (!generator) return planned;
  const at = (row: number) => {
    if (budget.isSpent()) return null;
    const value = generator.at(row);
    budget.make(value);
    return value;
  };
  return { ...planned, generator: { ...generator, at } };
}

function spentProblem({ table }: TablePlan): EngineError {
  return {
    code: 'time-limit',
    message: `The first rows of ${table.name} are not shown: making those of all tables takes more than ${previewMs / 1000} s, or they are too large.`,
    hint: 'Generate the data to see its rows; or make expressions, CHECK constraints and generated columns simpler, and values shorter.',
    place: { source: 'recipe', name: table.name },
  };
}

/** Whoever opened the database may have given it little room. */
function isTooLarge(thrown: unknown): boolean {
  return thrown instanceof Error && /out of memory|too big|disk is full/.test(thrown.message);
}

// An ON CONFLICT ROLLBACK, or want of memory, has ended the transaction: the next table needs another.
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

// In the order of the rows; a table WITHOUT ROWID has that of its key. Row by row, so that no more
// than one of them is held when the budget ends.
function readBack(
  database: Database,
  plan: TablePlan,
  count: number,
  budget: PreviewBudget,
): Omit<Extract<TablePreview, { status: 'made' }>, 'status'> {
  const columns = namesOf(plan);
  const order = plan.table.isWithoutRowid ? '' : ' ORDER BY rowid';
  // With a LIMIT of their own, the cuts are made from values that are computed once.
  const from = `FROM (SELECT ${columns.map(quoteName).join(', ')} FROM main.${quoteName(plan.table.name)}${order} LIMIT ${count}) LIMIT -1`;
  const rows: SqlValue[][] = [];
  const statement = database.prepare(`SELECT ${columns.map(cutSql).join(', ')} ${from}`);
  try {
    while (statement.step()) {
      const row = statement.row();
      rows.push(row);
      for (const value of row) budget.show(value);
      if (budget.isSpent()) throw new EngineFailure(spentProblem(plan));
    }
  } finally {
    statement.free();
  }
  return rows.flat().some(isPerhapsCut)
    ? { columns, rows, cutBytes: markCut(database, columns, rows, from) }
    : { columns, rows };
}

function cutSql(column: string): string {
  const name = quoteName(column);
  return `CASE typeof(${name}) WHEN 'text' THEN substr(${name}, 1, ${mostCharacters}) WHEN 'blob' THEN substr(${name}, 1, ${mostBlobBytes}) ELSE ${name} END`;
}

// Texts are counted as UTF-8, as they are stored.
function lostSql(column: string): string {
  const name = quoteName(column);
  return `CASE typeof(${name}) WHEN 'text' THEN octet_length(${name}) - octet_length(substr(${name}, 1, ${mostCharacters})) WHEN 'blob' THEN max(0, length(${name}) - ${mostBlobBytes}) ELSE 0 END`;
}

function isPerhapsCut(value: SqlValue): boolean {
  if (typeof value === 'string') return value.length >= mostCharacters;
  return value instanceof Uint8Array && value.length >= mostBlobBytes;
}

/** Ends texts that were cut with an ellipsis; the bytes that all values together have lost. */
function markCut(database: Database, columns: string[], rows: SqlValue[][], from: string): Bytes {
  const losses = database.all(`SELECT ${columns.map(lostSql).join(', ')} ${from}`);
  let cutBytes = 0;
  for (const [at, row] of rows.entries()) {
    for (const [place, value] of row.entries()) {
      const lost = Number(losses[at]?.[place] ?? 0);
      cutBytes += lost;
      if (lost > 0 && typeof value === 'string') row[place] = `${value}…`;
    }
  }
  return cutBytes;
}
