// How the rows of one table will be made: a generator for each column that obeys the keys.
// The parents of its foreign keys are planned before it (plan-schema.ts).

import { foldName } from '../../../lib/sql-name.ts';
import type { Column, Table } from '../../model/database/schema.ts';
import type { EngineError } from '../../model/errors.ts';
import type { ColumnGenerator } from '../../model/recipe/column-generator.ts';
import type { Fraction } from '../../model/units.ts';
import type { Generator } from '../generator.ts';
import { planColumn } from './columns/plan-columns.ts';
import { planRelations } from './columns/plan-relations.ts';
import { acceptSettings } from './columns/plan-settings.ts';
import {
  createDraft,
  generatorOf,
  rulesOf,
  type TableContext,
  type TableDraft,
  writableColumns,
} from './draft.ts';
import { planKeys } from './keys/plan-keys.ts';
import { planReferences } from './references/plan-references.ts';
import { isNullable } from './table-order.ts';

export interface PlannedColumn {
  column: Column;
  /** Null where SQLite makes the value: by an expression or the column's DEFAULT. */
  generator: Generator | null;
  /** In force, inferred or set. */
  settings: ColumnGenerator | null;
  /** True when the recipe sets them. */
  isExplicit: boolean;
  nullShare: Fraction;
  /** SQL over the other columns of the row. */
  expressionSql: string | null;
  /** True in the rows in which an expression's value is to be NULL instead. */
  isNullAt(row: number): boolean;
  /** True when the value is filled in after all tables: the parents come later. */
  isLater: boolean;
  /** True when another value may stand in for one that a CHECK refuses: nothing relies on it. */
  isFree: boolean;
}

/** A table's columns in the order of its definition, generated columns left out. */
export interface TablePlan {
  table: Table;
  /** Rows to generate. */
  rows: number;
  columns: PlannedColumn[];
  problems: EngineError[];
}

/** Plans a table. Problems are collected; the columns are complete all the same. */
export function planTable(table: Table, context: TableContext): TablePlan {
  const draft = createDraft(table, context);
  acceptSettings(draft);
  const columns = writableColumns(draft);
  // Keys of the user's own stand before references, which agree with them.
  for (const column of columns) {
    const kind = draft.explicit.get(foldName(column.name))?.generator.kind;
    if (kind !== undefined && kind !== 'reference') planColumn(draft, column);
  }
  planReferences(draft);
  for (const column of columns) planColumn(draft, column);
  planKeys(draft);
  planRelations(draft);
  planNulls(draft);
  return {
    table,
    rows: context.rows,
    columns: columns.map((column) => plannedColumn(draft, column)),
    problems: draft.problems,
  };
}

function plannedColumn(draft: TableDraft, column: Column): PlannedColumn {
  const name = foldName(column.name);
  const explicit = draft.explicit.get(name);
  const settings = draft.settings.get(name) ?? null;
  const isMadeBySqlite = draft.madeBySqlite.has(name);
  const nullShare = explicit?.nullShare ?? draft.nullShares.get(name) ?? 0;
  return {
    column,
    generator: isMadeBySqlite ? null : generatorOf(draft, name),
    settings,
    isExplicit: explicit !== undefined,
    nullShare,
    expressionSql: settings?.kind === 'expression' ? settings.sql : null,
    isNullAt: nullsAt(draft, name, nullShare),
    isLater: draft.later.has(name),
    isFree:
      !isMadeBySqlite &&
      (!draft.fixed.has(name) || draft.movable.has(name)) &&
      !draft.context.referredTo.has(name) &&
      settings?.kind !== 'sequence',
  };
}

/** In which rows a column is NULL, drawn apart from its values. */
function nullsAt(draft: TableDraft, name: string, share: Fraction): (row: number) => boolean {
  const stream = draft.context.stream.split(`${name} empty`);
  return (row) => stream.unit(row) < share;
}

function planNulls(draft: TableDraft): void {
  for (const [name, share] of draft.nullShares) {
    if (share === 0 || !isNullable(draft.table, name) || rulesOf(draft, name).isNotNull) {
      draft.nullShares.set(name, 0);
      continue;
    }
    const generator = generatorOf(draft, name);
    const isNullAt = nullsAt(draft, name, share);
    draft.generators.set(name, {
      name: generator.name,
      description: `${generator.description}; ${Math.floor(share * 100 + 0.5)} % NULL`,
      at: (row) => (isNullAt(row) ? null : generator.at(row)),
    });
  }
}
