// How the rows of all tables will be made: planned in loading order, parents before children.
// Pure: what is already in the database comes as ExistingRows.

import { foldName, isSameName } from '../../../lib/sql-name.ts';
import type { ForeignKey, Schema, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import type { Recipe } from '../../model/playground.ts';
import type { ColumnRecipe } from '../../model/recipe/column-generator.ts';
import { findForeignKeyProblems } from '../../schema/foreign-key-problems.ts';
import { createStream } from '../draws/random.ts';
import type { Generator } from '../generator.ts';
import type { ParentKeys } from '../generators/reference.ts';
import { unknownTableProblem } from './data-problems.ts';
import type { ExistingRows } from './existing-rows.ts';
import { planTable, type TablePlan } from './plan-table.ts';
import { rowsInOrder } from './references/rows-in-order.ts';
import { orderTables } from './table-order.ts';

export interface SchemaPlan {
  /** In loading order; tables without rows to generate are among them. */
  tables: TablePlan[];
  problems: EngineError[];
  triggers: Schema['triggers'];
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
  const tables = new Map(schema.tables.map((table) => [foldName(table.name), table]));
  const order = orderTables(schema, (table) => rowsOf(table) > 0);
  const plans = new Map<string, TablePlan>();
  const recipes = recipesByTable(recipe);
  for (const table of order.tables) {
    const name = foldName(table.name);
    const plan = planTable(table, {
      rows: rowsOf(table),
      stream: createStream(recipe.seed, name),
      version: recipe.generatorsVersion,
      existing,
      recipes: recipes.get(name) ?? new Map(),
      cut: order.cut,
      referredTo: columnsReferredTo(schema, table),
      parentKeys(key) {
        const parent = tables.get(foldName(key.parentTable));
        if (!parent) return null;
        return keysOf(key, parent, rowsOf(parent), existing, () =>
          plans.get(foldName(parent.name)),
        );
      },
      isComputed: (key) => isComputed(key, tables.get(foldName(key.parentTable))),
      isImplied: (key, by) => isImplied(key, by, tables.get(foldName(by.parentTable))),
    });
    plans.set(name, plan);
  }
  const planned = [...plans.values()];
  return {
    tables: planned,
    triggers: schema.triggers,
    problems: [
      ...findForeignKeyProblems(schema),
      ...order.problems,
      ...unknownTables(recipe, tables),
      ...planned.filter((plan) => plan.rows > 0).flatMap((plan) => plan.problems),
    ],
  };
}

function recipesByTable(recipe: Recipe): Map<string, Map<string, ColumnRecipe>> {
  return new Map(
    Object.entries(recipe.columns ?? {}).map(([table, columns]) => [
      foldName(table),
      new Map(Object.entries(columns).map(([name, each]) => [foldName(name), each])),
    ]),
  );
}

function unknownTables(recipe: Recipe, tables: ReadonlyMap<string, Table>): EngineError[] {
  return Object.keys(recipe.columns ?? {})
    .filter((name) => !tables.has(foldName(name)))
    .map((name) => unknownTableProblem(name));
}

function columnsReferredTo(schema: Schema, table: Table): ReadonlySet<string> {
  const keys = schema.tables.flatMap(({ foreignKeys }) => foreignKeys);
  return new Set(
    keys
      .filter((key) => isSameName(key.parentTable, table.name))
      .flatMap((key) => key.parentColumns.map(foldName)),
  );
}

function isComputed(key: ForeignKey, parent: Table | undefined): boolean {
  return key.parentColumns.some((name) =>
    parent?.columns.some((column) => column.isGenerated && isSameName(column.name, name)),
  );
}

// What (room_id, member_id) takes from room_members holds for room_id -> rooms as well, because
// room_members itself refers to rooms by it.
function isImplied(key: ForeignKey, by: ForeignKey, parent: Table | undefined): boolean {
  const inParent = key.columns.map((name) => {
    const at = by.columns.findIndex((each) => isSameName(each, name));
    return by.parentColumns[at] ?? '';
  });
  const isSame = (names: readonly string[], others: readonly string[]) =>
    names.length === others.length && names.every((name, at) => isSameName(name, others[at] ?? ''));
  if (isSameName(key.parentTable, by.parentTable) && isSame(inParent, key.parentColumns)) {
    return true;
  }
  return (parent?.foreignKeys ?? []).some(
    (own) =>
      isSameName(own.parentTable, key.parentTable) &&
      isSame(own.columns, inParent) &&
      isSame(own.parentColumns, key.parentColumns),
  );
}

// The parent's plan is looked up when values are asked for: in a circle it is made later.
function keysOf(
  key: ForeignKey,
  parent: Table,
  rows: number,
  existing: ExistingRows,
  planOf: () => TablePlan | undefined,
): ParentKeys {
  let generators: (Generator | null | undefined)[] | null = null;
  // Of generated columns only the values that are there already are known.
  const made = isComputed(key, parent) ? 0 : rows;
  return rowsInOrder(key, parent.name, made, existing, (keyColumn) => {
    generators ??= key.parentColumns.map(
      (name) => planOf()?.columns.find((each) => isSameName(each.column.name, name))?.generator,
    );
    return generators[keyColumn];
  });
}
