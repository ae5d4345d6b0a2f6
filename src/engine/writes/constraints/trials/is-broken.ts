// Whether a row would break one constraint of its table, asked of the rows that are there.
// What SQLite says when the row is inserted, which names the first of several, is not asked here.
import { isSameName } from '../../../../lib/sql-name.ts';
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import { comparedTerms, type WrittenConstraint } from '../definitions/read-constraints.ts';
import { fitsType } from '../variants/loaded-rows.ts';
import type { StoredRow } from './stored-rows.ts';
import { foreignKeyOf, positionOf, type TrialTable } from './trial-table.ts';

/** A CHECK that is NULL is not broken, nor is a key that has a NULL in it. */
export function isBroken(
  trial: TrialTable,
  constraint: WrittenConstraint,
  row: StoredRow,
): boolean {
  const { table } = trial;
  switch (constraint.kind) {
    case 'not-null':
      return constraint.columns.some((column) => isMissing(trial, column, row));
    case 'unique':
    case 'primary-key':
      return isTaken(trial, constraint, row);
    case 'foreign-key':
      return refersToNothing(trial, constraint, row);
    case 'strict-type':
      return table.columns.some(
        ({ name, type, isGenerated }) =>
          !isGenerated && !fitsType(row.valueOf(name), type.toUpperCase()),
      );
    case 'check':
      return row.isKept(constraint) === false;
  }
}

function isMissing(trial: TrialTable, column: string, row: StoredRow): boolean {
  const isRowid = trial.table.columns.some(
    (each) => each.isRowidAlias && isSameName(each.name, column),
  );
  if (isRowid) return false;
  // Of a column that takes values, what is given: the stored one may be its default.
  const at = positionOf(trial, column);
  return (at >= 0 ? (row.given[at] ?? null) : row.valueOf(column)) === null;
}

function isTaken(trial: TrialTable, constraint: WrittenConstraint, row: StoredRow): boolean {
  const values = constraint.columns.map(row.valueOf);
  return (
    !values.includes(null) && exists(trial, trial.table.name, comparedTerms(constraint), values)
  );
}

function refersToNothing(
  trial: TrialTable,
  constraint: WrittenConstraint,
  row: StoredRow,
): boolean {
  const key = foreignKeyOf(trial, constraint);
  if (!key) return false;
  const values = key.columns.map(row.valueOf);
  if (values.includes(null)) return false;
  const isOwn = isSameName(key.parentTable, trial.table.name);
  // A row may refer to itself.
  if (isOwn && key.parentColumns.map(row.valueOf).every((value, at) => value === values[at])) {
    return false;
  }
  const parent = trial.schema.tables.find((each) => isSameName(each.name, key.parentTable));
  const terms = key.parentColumns.map(quoteName);
  return !exists(trial, parent?.name ?? key.parentTable, terms, values);
}

/** `terms`: columns as SQL, each perhaps with its collation. */
function exists(
  { database }: TrialTable,
  table: string,
  terms: readonly string[],
  values: readonly SqlValue[],
): boolean {
  const condition = terms.map((term) => `${term} = ?`).join(' AND ');
  const sql = `SELECT 1 FROM main.${quoteName(table)} WHERE ${condition} LIMIT 1`;
  return database.all(sql, values).length > 0;
}
