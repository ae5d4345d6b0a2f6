// What the trials of a table's constraints work on: a copy of the database, the table, its columns.
// Which rows are tried is decided elsewhere.

import { foldName } from '../../../../lib/sql-name.ts';
import type { ForeignKey, Schema, Table } from '../../../model/database/schema.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { RowKey } from '../../../sql/tables/row-key.ts';
import { rowKeyOf } from '../../../sql/tables/row-key.ts';
import { askNumber } from '../../../sqlite/ask-number.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { findWrittenTable } from '../../bench/start/written-table.ts';
import { type WrittenConstraint, writtenConstraints } from '../definitions/read-constraints.ts';
import { uniqueIndexes } from '../definitions/unique-indexes.ts';

export interface TrialTable {
  /** Nobody else's: whatever stays in it is thrown away. */
  database: Database;
  schema: Schema;
  table: Table;
  /** Those of its statement, then its UNIQUE indexes. */
  constraints: WrittenConstraint[];
  /** Names of its UNIQUE indexes of expressions or of some rows. */
  uniqueOfSomeRows: string[];
  key: RowKey;
  /** Columns of every row here: those that take values, and the rowid where that is the key. */
  columns: string[];
}

/** Throws an EngineFailure for what is no table of rows, or whose rows cannot be told apart. */
export function trialTable(database: Database, schema: Schema, name: string): TrialTable {
  const table = findWrittenTable(schema, name);
  const key = rowKeyOf(table);
  if (!key) {
    throw new EngineFailure({
      code: 'statement-refused',
      message: `The rows of ${table.name} cannot be told apart: columns are named as the rowid is.`,
      hint: 'Give the table a PRIMARY KEY.',
      place: { source: 'schema', name: table.name },
    });
  }
  const stored = table.columns.filter(({ isGenerated }) => !isGenerated).map((each) => each.name);
  const { ofColumns, ofSomeRows } = uniqueIndexes(database, schema, table);
  return {
    database,
    schema,
    table,
    key,
    uniqueOfSomeRows: ofSomeRows,
    constraints: [...writtenConstraints(table), ...ofColumns],
    columns: key.isRowid ? [...key.columns, ...stored] : stored,
  };
}

/** Position of a column in the rows; -1 for a generated one. */
export function positionOf({ columns }: Pick<TrialTable, 'columns'>, name: string): number {
  const folded = foldName(name);
  return columns.findIndex((column) => foldName(column) === folded);
}

/** The foreign key of a definition, in the order in which both are declared. */
export function foreignKeyOf(
  { table, constraints }: TrialTable,
  constraint: WrittenConstraint,
): ForeignKey | null {
  const position = constraints.filter(({ kind }) => kind === 'foreign-key').indexOf(constraint);
  return table.foreignKeys[position] ?? null;
}

/** The row with other values in these columns. */
export function rowWith(
  trial: Pick<TrialTable, 'columns'>,
  row: readonly SqlValue[],
  changes: readonly { column: string; value: SqlValue }[],
): SqlValue[] {
  const changed = [...row];
  for (const { column, value } of changes) {
    const at = positionOf(trial, column);
    if (at >= 0) changed[at] = value;
  }
  return changed;
}

/** `INSERT OR <clause> INTO t (...) VALUES (...), (...)` for so many rows. */
export function insertSql({ table, columns }: TrialTable, clause: string, rows: number): string {
  const names = columns.map(quoteName).join(', ');
  const places = Array(rows)
    .fill(`(${columns.map(() => '?').join(', ')})`)
    .join(', ');
  return `INSERT OR ${clause} INTO main.${quoteName(table.name)} (${names}) VALUES ${places}`;
}

/** Executes one INSERT with all values of these rows. Throws what SQLite throws. */
export function insertRows(
  trial: TrialTable,
  clause: string,
  rows: readonly (readonly SqlValue[])[],
): void {
  trial.database.all(insertSql(trial, clause, rows.length), rows.flat());
}

export function countAll({ database, table }: TrialTable): number {
  const sql = `SELECT count(*) FROM main.${quoteName(table.name)}`;
  return askNumber(database, sql);
}

/** How many of these rows are in the table, told by their keys. */
export function countKept(trial: TrialTable, rows: readonly (readonly SqlValue[])[]): number {
  const { database, table, key } = trial;
  const condition = key.columns.map((column) => `${quoteName(column)} = ?`).join(' AND ');
  const sql = `SELECT count(*) FROM main.${quoteName(table.name)} WHERE ${condition}`;
  const positions = key.columns.map((column) => positionOf(trial, column));
  return rows.filter((row) => {
    const values = positions.map((position) => row[position] ?? null);
    return askNumber(database, sql, values) > 0;
  }).length;
}
