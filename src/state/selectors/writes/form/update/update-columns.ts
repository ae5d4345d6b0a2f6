// Which column an update sets, and to what: one that indexes pay for, and that breaks no constraint.
// Pure; the expression is SQL over the row as it was.
import type { Column, Schema, Table } from '../../../../../engine/model/database/schema.ts';
import type { Index } from '../../../../../engine/model/playground.ts';
import { columnsOfIndex } from '../../../../../engine/sql/indexes/index-name.ts';
import { quoteName } from '../../../../../engine/sql/quote-name.ts';
import { isKeyword, meaningfulTokens } from '../../../../../engine/sql/token.ts';
import { assertNever } from '../../../../../lib/assert-never.ts';
import { formatList } from '../../../../../lib/format/format-list.ts';
import { isSameName } from '../../../../../lib/sql-name.ts';
import { type ColumnBounds, columnBounds } from './check-bounds.ts';

export interface UpdateColumn {
  name: string;
  /** Names of the playground's indexes that hold it. */
  indexes: string[];
  expression: string;
  /** False: the expression gives each row the value that it has. */
  isChange: boolean;
  /** Why each row keeps its value, as a sentence; null when it need not. */
  note: string | null;
}

/** Columns that an update may set, the one to take by itself first; none of the primary key. */
export function updateColumns(
  schema: Schema,
  table: Table,
  indexes: readonly Index[],
): UpdateColumn[] {
  const isKey = ({ name, isGenerated, primaryKeyPosition }: Column) =>
    isGenerated || primaryKeyPosition > 0 || includes(table.primaryKey, name);
  return table.columns
    .filter((column) => !isKey(column))
    .map((column) => {
      const holding = indexes.filter(({ sql }) => includes(columnsOfIndex(sql), column.name));
      const setting = settingOf(schema, table, column, indexes);
      const names = holding.map(({ name }) => name);
      const isNumber = setting.isChange && isNumeric(column);
      // An update pays for indexes that hold the column; a number costs the same everywhere.
      const rank = [setting.isChange, names.length > 0, isNumber].reduce(
        (sum, isTrue) => sum * 2 + Number(isTrue),
        0,
      );
      return { rank, column: { name: column.name, indexes: names, ...setting } };
    })
    .sort((a, b) => b.rank - a.rank)
    .map(({ column }) => column);
}

/** Why no column can be set; null when one can. */
export function updateRefusal(table: Table, columns: readonly UpdateColumn[]): string | null {
  if (columns.length > 0) return null;
  return `Every column of ${table.name} is part of its key: there is nothing to update.`;
}

function settingOf(
  schema: Schema,
  table: Table,
  column: Column,
  indexes: readonly Index[],
): Pick<UpdateColumn, 'expression' | 'isChange' | 'note'> {
  const name = quoteName(column.name);
  const kept = (why: string) => ({
    expression: name,
    isChange: false,
    note: `${column.name} ${why}: each row is written with the value that it has.`,
  });
  if (isUnique(table, column.name, indexes)) return kept('is UNIQUE');
  const parents = table.foreignKeys.filter(({ columns }) => includes(columns, column.name));
  if (parents.length > 0) {
    return kept(`refers to ${formatList(parents.map(({ parentTable }) => parentTable))}`);
  }
  const children = schema.tables.filter(({ foreignKeys }) =>
    foreignKeys.some(
      ({ parentTable, parentColumns }) =>
        isSameName(parentTable, table.name) && includes(parentColumns, column.name),
    ),
  );
  if (children.length > 0) {
    return kept(`is referred to by ${formatList(children.map((child) => child.name))}`);
  }
  const bounds = columnBounds(table.checks, column.name);
  const change = changeOf(column, name, bounds);
  if (change !== null) return { expression: change, isChange: true, note: null };
  return bounds.kind === 'free'
    ? kept(`has the type ${column.type === '' ? 'BLOB' : column.type}`)
    : kept('has a CHECK that allows only some values');
}

/** Null when no change is sure to be allowed. */
function changeOf(column: Column, name: string, bounds: ColumnBounds): string | null {
  if (!isNumeric(column)) {
    return column.affinity === 'text' && bounds.kind === 'free' ? `${name} || '+'` : null;
  }
  switch (bounds.kind) {
    case 'free':
      return /bool/i.test(column.type) ? `1 - ${name}` : `${name} + 1`;
    case 'above':
      return `${name} + 1`;
    case 'below':
      return `${name} - 1`;
    case 'between':
      return `${bounds.low + bounds.high} - ${name}`;
    case 'bound':
      return null;
    default:
      return assertNever(bounds);
  }
}

/** DATE and DATETIME have the affinity NUMERIC and hold text. */
function isNumeric({ affinity, type }: Column): boolean {
  const isNumber = affinity === 'integer' || affinity === 'real' || affinity === 'numeric';
  return isNumber && !/date|time/i.test(type);
}

function isUnique(table: Table, column: string, indexes: readonly Index[]): boolean {
  return (
    table.uniques.some((columns) => includes(columns, column)) ||
    indexes.some(({ sql }) => isUniqueIndex(sql) && includes(columnsOfIndex(sql), column))
  );
}

function isUniqueIndex(sql: string): boolean {
  const tokens = meaningfulTokens(sql);
  const create = tokens.findIndex((token) => isKeyword(sql, token, 'CREATE'));
  return create >= 0 && isKeyword(sql, tokens[create + 1], 'UNIQUE');
}

function includes(names: readonly string[], name: string): boolean {
  return names.some((other) => isSameName(other, name));
}
