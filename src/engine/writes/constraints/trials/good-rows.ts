// The good rows of a trial: made by the recipe's generators, or taken out of the table.

import { isSameName } from '../../../../lib/sql-name.ts';
import { isNullable } from '../../../datagen/plan/table-order.ts';
import { inRolledBackTransaction } from '../../../measure/setups/rolled-back-transaction.ts';
import type { ForeignKey, Schema, Table } from '../../../model/database/schema.ts';
import { EngineFailure, toEngineError } from '../../../model/errors.ts';
import type { Recipe } from '../../../model/playground.ts';
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { isRefusal, isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import { makeRows } from '../../bench/jobs/make-rows.ts';
import { bringToStart } from '../../bench/start/empty-tables.ts';
import {
  countAll,
  countKept,
  insertRows,
  positionOf,
  rowWith,
  type TrialTable,
} from './trial-table.ts';

export interface GoodRows {
  /** In the table from the beginning: a row whose key can be taken. Nothing refers to it. */
  standing: SqlValue[];
  /** What a bad row is made from. */
  template: SqlValue[];
  earlier: SqlValue[][];
  before: SqlValue[][];
  after: SqlValue[][];
}

/** Rows of each kind: as many as can be told at a glance; fewer where the schema allows few. */
const sizes = [
  { earlier: 3, before: 4, after: 5 },
  { earlier: 1, before: 2, after: 3 },
  { earlier: 1, before: 1, after: 1 },
] as const;

export interface RowSource {
  /** Opens another copy of the database. */
  openScratch: () => Database;
  schema: Schema;
  recipe: Recipe;
  seed: number;
}

/**
 * Makes the rows and puts the standing one into the table. Every row has been inserted once, in the
 * order of the batch, and taken back. Throws an EngineFailure that says why there are none.
 */
export function goodRows(trial: TrialTable, source: RowSource): GoodRows {
  let failure: unknown = null;
  for (const size of sizes) {
    const count = 2 + size.earlier + size.before + size.after;
    for (const make of [madeRows, takenRows]) {
      try {
        const rows = toGoodRows(trial, make(trial, source, count), size);
        tryRows(trial, rows);
        insertRows(trial, 'ABORT', [rows.standing]);
        return rows;
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
        // The first reason is the one to tell: of the generators, with all rows.
        failure ??= thrown;
      }
    }
  }
  throw failure;
}

function madeRows(
  { table, columns }: TrialTable,
  { openScratch, schema, recipe, seed }: RowSource,
  count: number,
): SqlValue[][] {
  const scratch = openScratch();
  try {
    const { rows } = makeRows(
      scratch,
      schema,
      { table, columns, count, recipe, seed },
      () => undefined,
    );
    return rows;
  } finally {
    scratch.close();
  }
}

/**
 * Rows of the table, taken out of it: where no more can be made (every parent of a one-to-one child
 * has its child). What refers to them goes too: a parent that comes back would make good the foreign
 * key that the bad row breaks, because SQLite only counts them.
 */
function takenRows(trial: TrialTable, { schema }: RowSource, count: number): SqlValue[][] {
  const { database, table, key, columns, constraints } = trial;
  // Triggers would fire; and whether a deferred key is broken is asked of the whole table.
  const isOpen =
    schema.triggers.some((trigger) => isSameName(trigger.table, table.name)) ||
    constraints.some(({ isDeferred }) => isDeferred);
  if (isOpen) return [];
  const name = `main.${quoteName(table.name)}`;
  const list = columns.map(quoteName).join(', ');
  const rows = database.all(`SELECT ${list} FROM ${name} LIMIT ?`, [count]);
  if (rows.length < count) return [];
  bringToStart(database, schema, table, 'alone');
  for (const { columns: own, parentColumns } of ownKeys(table)) {
    const open = own.filter((column) => isNullable(table, column));
    const changes = open.map((column) => `${quoteName(column)} = NULL`);
    // A row may always refer to itself.
    const toItself = own.map(
      (column, at) => `${quoteName(column)} = ${quoteName(parentColumns[at] ?? '')}`,
    );
    database.run(`UPDATE ${name} SET ${(open.length > 0 ? changes : toItself).join(', ')}`);
  }
  const condition = key.columns.map((column) => `${quoteName(column)} = ?`).join(' AND ');
  const positions = key.columns.map((column) => positionOf(trial, column));
  for (const row of rows) {
    const values = positions.map((position) => row[position] ?? null);
    database.all(`DELETE FROM ${name} WHERE ${condition}`, values);
  }
  return rows;
}

function toGoodRows(
  trial: TrialTable,
  rows: readonly SqlValue[][],
  size: { earlier: number; before: number; after: number },
): GoodRows {
  const [first, template, ...others] = rows;
  const { earlier, before, after } = size;
  if (!first || !template || others.length < earlier + before + after) {
    throw new EngineFailure({
      code: 'data-unsatisfiable',
      message: `Only ${rows.length} more rows could be made for ${trial.table.name}.`,
    });
  }
  const standing = rowWith(trial, first, [
    ...ownReferences(trial, first),
    ...uniqueReferences(trial, first),
  ]);
  const apart = others.map((row) => withoutOthers(trial, row, standing));
  return {
    standing,
    template: withoutOthers(trial, template, standing),
    earlier: apart.slice(0, earlier),
    before: apart.slice(earlier, earlier + before),
    after: apart.slice(earlier + before, earlier + before + after),
  };
}

/** A row that refers to no other of these but the standing one: each is then good by itself. */
function withoutOthers(
  trial: TrialTable,
  row: readonly SqlValue[],
  standing: readonly SqlValue[],
): SqlValue[] {
  return rowWith(trial, row, ownReferences(trial, standing));
}

/** Where a reference to the table itself is UNIQUE, a row that refers to itself has it taken. */
function uniqueReferences(trial: TrialTable, row: readonly SqlValue[]) {
  const { table, constraints } = trial;
  const keys = ownKeys(table).filter((key) =>
    constraints.some(
      ({ kind, columns }) =>
        kind === 'unique' && columns.some((name) => key.columns.some((own) => own === name)),
    ),
  );
  return keys.flatMap((key) => referenceTo(trial, key, row));
}

/** Columns that refer to the table itself: NULL where they may be, else the row that is given. */
function ownReferences(
  trial: TrialTable,
  parent: readonly SqlValue[],
): { column: string; value: SqlValue }[] {
  return ownKeys(trial.table).flatMap((key) => {
    const open = key.columns.filter((name) => isNullable(trial.table, name));
    if (open.length > 0) return open.map((column) => ({ column, value: null }));
    return referenceTo(trial, key, parent);
  });
}

function ownKeys({ name, foreignKeys }: Table): ForeignKey[] {
  return foreignKeys.filter(({ parentTable }) => isSameName(parentTable, name));
}

function referenceTo(trial: TrialTable, key: ForeignKey, parent: readonly SqlValue[]) {
  return key.columns.map((column, at) => ({
    column,
    value: parent[positionOf(trial, key.parentColumns[at] ?? '')] ?? null,
  }));
}

/** Inserts all of them as the trials will, and takes them back. Throws when one is not taken. */
function tryRows(trial: TrialTable, rows: GoodRows): void {
  const { database, table } = trial;
  const { standing, template, earlier, before, after } = rows;
  const all = [standing, ...earlier, ...before, template, ...after];
  inRolledBackTransaction(database, () => {
    const total = countAll(trial);
    try {
      for (const row of [standing, ...earlier]) insertRows(trial, 'ABORT', [row]);
      insertRows(trial, 'ABORT', [...before, template, ...after]);
    } catch (thrown) {
      if (!isSqliteError(thrown)) throw thrown;
      throw refused(`A good row of ${table.name} was refused: ${toEngineError(thrown).message}.`);
    }
    if (countKept(trial, all) < all.length || countAll(trial) !== total + all.length) {
      throw refused(
        `A trigger of ${table.name} adds, removes or changes rows of it: what stays could not be counted.`,
      );
    }
  });
}

function refused(message: string): EngineFailure {
  return new EngineFailure({ code: 'data-unsatisfiable', message });
}
