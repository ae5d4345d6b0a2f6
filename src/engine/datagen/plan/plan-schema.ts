// How the rows of all tables will be made: planned in loading order, parents before children.
// Pure: what is already in the database comes as ExistingRows.

import type { ForeignKey, Schema, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import type { Recipe } from '../../model/playground.ts';
import { findForeignKeyProblems } from '../../schema/foreign-key-problems.ts';
import { foldName, isSameName } from '../../sql/quote-name.ts';
import type { ParentKeys } from '../generators/reference.ts';
import { createStream } from '../random.ts';
import type { ExistingRows } from './existing-rows.ts';
import { planTable, type TablePlan } from './plan-table.ts';
import { orderTables } from './table-order.ts';

export interface SchemaPlan {
  /** In loading order; tables without rows to generate are among them. */
  tables: TablePlan[];
  problems: EngineError[];
}

/** Plans all tables of a schema for a recipe. Problems are collected, not thrown. */
export function planSchema(schema: Schema, recipe: Recipe, existing: ExistingRows): SchemaPlan {
  const rowsByName = new Map(
    Object.entries(recipe.rows).map(([name, rows]) => [
      foldName(name),
      Math.max(0, Math.floor(rows)),
    ]),
  );
  const rowsOf = (table: Table) => rowsByName.get(foldName(table.name)) ?? 0;
  const order = orderTables(schema, (table) => rowsOf(table) > 0);
  const plans = new Map<string, TablePlan>();
  for (const table of order.tables) {
    const plan = planTable(table, {
      rows: rowsOf(table),
      stream: createStream(recipe.seed, foldName(table.name)),
      existing,
      cut: order.cut,
      parentKeys: (key) => keysOf(key, plans.get(foldName(key.parentTable)), existing),
    });
    plans.set(foldName(table.name), plan);
  }
  const tables = [...plans.values()];
  return {
    tables,
    problems: [
      ...findForeignKeyProblems(schema),
      ...order.problems,
      ...tables.filter((plan) => plan.rows > 0).flatMap((plan) => plan.problems),
    ],
  };
}

// Rows that were there come first, then those that will be generated.
function keysOf(
  key: ForeignKey,
  parent: TablePlan | undefined,
  existing: ExistingRows,
): ParentKeys | null {
  if (!parent) return null;
  const there = existing.values(parent.table.name, key.parentColumns);
  const generators = key.parentColumns.map(
    (name) => parent.columns.find(({ column }) => isSameName(column.name, name))?.generator,
  );
  return {
    table: parent.table.name,
    count: there.length + (generators.every((each) => each) ? parent.rows : 0),
    at: (row, column) =>
      row < there.length
        ? (there[row]?.[column] ?? null)
        : (generators[column]?.at(row - there.length) ?? null),
  };
}
