// Makes rows to insert: the recipe's generators fill a scratch copy, and its new rows are read back
// in the order in which they came.
import { formatCount } from '../../../../lib/format/format-count.ts';
import { isSameName } from '../../../../lib/sql-name.ts';
import { generateRows } from '../../../datagen/fill/generate-rows.ts';
import type { Schema, Table } from '../../../model/database/schema.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { Recipe } from '../../../model/playground.ts';
import type { Fraction } from '../../../model/units.ts';
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { askNumber } from '../../../sqlite/ask-number.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { createReadRows } from './read-rows.ts';

export interface MadeRows {
  rows: SqlValue[][];
  /** What the generators said of them, as sentences. */
  notes: string[];
}

export interface RowsToMake {
  table: Table;
  columns: readonly string[];
  count: number;
  /** Settings of columns are taken from it. */
  recipe: Recipe;
  seed: number;
}

/**
 * `scratch` keeps the rows: the caller closes it. Fewer rows come back where rules of the schema
 * leave some out. Settings of the recipe that do not serve so many rows (children of each parent,
 * values of a list) are left aside. Throws an EngineFailure when no rows can be made.
 */
export function makeRows(
  scratch: Database,
  schema: Schema,
  { table, columns, count, recipe, seed }: RowsToMake,
  report: (fraction: Fraction) => void,
  read = createReadRows(),
): MadeRows {
  const order = recordOrder(scratch, table, columns);
  const generate = (settings: Recipe) =>
    generateRows(
      scratch,
      schema,
      { ...settings, seed, rows: { [table.name]: count } },
      ({ fraction }) => report(fraction),
    );
  let notes: string[];
  try {
    notes = generate(recipe);
  } catch (thrown) {
    if (!(thrown instanceof EngineFailure) || !hasSettings(recipe, table)) throw thrown;
    const { columns: _, ...inferred } = recipe;
    notes = [
      `The settings of the Data tab do not serve for ${formatCount(count)} more rows of ${table.name}, which are made without them: ${thrown.error.message}`,
      ...generate(inferred),
    ];
  }
  // A trigger may have put rows of its own between them.
  const rows = [...read(scratch, order.sql(count))];
  if (rows.length === 0) throw noRows(table, notes);
  return { rows, notes };
}

function hasSettings({ columns = {} }: Recipe, table: Table): boolean {
  return Object.keys(columns).some((name) => isSameName(name, table.name));
}

/** How the new rows are told apart and put in order, begun before they come. */
function recordOrder(
  scratch: Database,
  table: Table,
  columns: readonly string[],
): { sql(count: number): string } {
  const name = `main.${quoteName(table.name)}`;
  const list = columns.map((column) => `t.${quoteName(column)}`).join(', ');
  const alias = table.columns.find((column) => column.isRowidAlias);
  if (!alias && !table.isWithoutRowid) {
    // SQLite gives each the rowid after the largest, and walks the table by it.
    const before = askNumber(scratch, `SELECT count(*) FROM ${name}`);
    const sql = `SELECT ${list} FROM ${name} AS t NOT INDEXED`;
    return { sql: (count) => `${sql} LIMIT ${count} OFFSET ${before}` };
  }
  const key = (alias ? [alias.name] : table.primaryKey).map(quoteName);
  const kept = key.map((_, at) => `k${at}`);
  scratch.run(`
    CREATE TEMP TABLE sqldyno_order (${kept.join(', ')});
    CREATE TEMP TRIGGER sqldyno_order_trigger AFTER INSERT ON ${name} BEGIN
      INSERT INTO sqldyno_order VALUES (${key.map((column) => `NEW.${column}`).join(', ')});
    END;`);
  const match = key.map((column, at) => `t.${column} = o.k${at}`).join(' AND ');
  const sql = `SELECT ${list} FROM temp.sqldyno_order AS o CROSS JOIN ${name} AS t ON ${match} ORDER BY o.rowid`;
  return { sql: (count) => `${sql} LIMIT ${count}` };
}

function noRows(table: Table, notes: readonly string[]): EngineFailure {
  return new EngineFailure({
    code: 'data-unsatisfiable',
    message: `No rows could be made for ${table.name}: a rule of the schema left out all of them.`,
    hint: notes[0] ?? 'Look at the triggers and conflict clauses of the table.',
    place: { source: 'recipe', name: table.name },
  });
}
