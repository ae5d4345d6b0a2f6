// What to change in a good row so that it may break a constraint: candidates, the likely ones first.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { Column } from '../../../model/database/schema.ts';
import type { SqlValue } from '../../../model/values.ts';
import { nameOf, quoteName } from '../../../sql/quote-name.ts';
import { meaningfulTokens } from '../../../sql/token.ts';
import type { WrittenConstraint } from '../definitions/read-constraints.ts';
import { readTableParts } from '../definitions/table-parts.ts';
import { candidateValues } from './candidate-values.ts';
import type { GoodRows } from './good-rows.ts';
import { foreignKeyOf, positionOf, type TrialTable } from './trial-table.ts';

export interface Change {
  column: string;
  value: SqlValue;
}

/** Values a column that are combined with those of another one. */
const valuesOfPairs = 24;

/** Each candidate is all that is changed in the template. */
export function* candidateChanges(
  trial: TrialTable,
  rows: GoodRows,
  constraint: WrittenConstraint,
): Generator<Change[]> {
  const { columns } = constraint;
  switch (constraint.kind) {
    case 'not-null':
      for (const { name } of storedColumns(trial, columns)) yield [{ column: name, value: null }];
      return;
    case 'unique':
    case 'primary-key':
      yield* takenKeys(
        trial,
        rows,
        storedColumns(trial, columns).map(({ name }) => name),
      );
      return;
    case 'foreign-key':
      yield* missingParents(trial, constraint);
      return;
    case 'strict-type':
      yield* wrongTypes(trial);
      return;
    case 'check':
      yield* checkChanges(trial, rows, constraint);
  }
}

/** Keys of rows that are there: the standing one first, whose deletion touches nothing else. */
function* takenKeys(
  trial: TrialTable,
  { standing }: GoodRows,
  columns: readonly string[],
): Generator<Change[]> {
  const { database, table } = trial;
  const change = (values: readonly SqlValue[]) =>
    columns.map((column, at) => ({ column, value: values[at] ?? null }));
  yield change(columns.map((column) => standing[positionOf(trial, column)] ?? null));
  const list = columns.map(quoteName);
  const filled = list.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const sql = `SELECT ${list.join(', ')} FROM main.${quoteName(table.name)} WHERE ${filled} LIMIT 20`;
  for (const row of database.all(sql)) yield change(row);
}

/** Keys that no parent has: beyond the largest, then made up; one column after the other, then all. */
function* missingParents(trial: TrialTable, constraint: WrittenConstraint): Generator<Change[]> {
  const { database, table, schema } = trial;
  const key = foreignKeyOf(trial, constraint);
  if (!key) return;
  const name = schema.tables.find((each) => isSameName(each.name, key.parentTable))?.name;
  const parent = `main.${quoteName(name ?? key.parentTable)}`;
  const values = key.columns.map((column, at): SqlValue[] => {
    const of = quoteName(key.parentColumns[at] ?? '');
    const largest = database.all(
      `SELECT max(${of}) FROM ${parent} WHERE typeof(${of}) = 'integer'`,
    );
    const [[most = null] = []] = largest;
    const beyond = typeof most === 'number' ? [most + 1] : [];
    const isText = columnOf(table.columns, column)?.affinity === 'text';
    return isText ? ['missing', ...beyond, -1] : [...beyond, 999_999_999, -1, 0, 'missing'];
  });
  for (const [at, column] of key.columns.entries()) {
    for (const value of values[at] ?? []) yield [{ column, value }];
  }
  if (key.columns.length < 2) return;
  for (const turn of [0, 1, 2]) {
    yield key.columns.map((column, at) => ({ column, value: values[at]?.[turn] ?? null }));
  }
}

/** Texts as numbers first, which people know from tables that are not STRICT. */
function* wrongTypes({ table }: TrialTable): Generator<Change[]> {
  const open = table.columns.filter(
    ({ isGenerated, isRowidAlias }) => !isGenerated && !isRowidAlias,
  );
  for (const { name: column, affinity } of open) {
    if (affinity !== 'text') yield [{ column, value: 'not a number' }];
  }
  for (const { name: column, affinity } of open) {
    if (affinity === 'text') yield [{ column, value: new Uint8Array([1, 2, 3]) }];
  }
}

function* checkChanges(
  trial: TrialTable,
  rows: GoodRows,
  constraint: WrittenConstraint,
): Generator<Change[]> {
  const columns = storedColumns(trial, constraint.columns);
  const samples = [rows.template, rows.standing, ...rows.earlier, ...rows.before];
  const candidates = columns.map((column) => {
    // Values of the other columns first: a CHECK that compares two is broken next to the other's.
    const others = [
      ...columns
        .filter((other) => other !== column)
        .map(({ name }) => rows.template[positionOf(trial, name)] ?? null),
      ...samples.map((row) => row[positionOf(trial, column.name)] ?? null),
    ];
    return candidateValues(constraint.expression, column.affinity, others, columns.length > 1);
  });
  for (const [at, { name }] of columns.entries()) {
    for (const value of candidates[at] ?? []) yield [{ column: name, value }];
  }
  for (const [at, first] of columns.entries()) {
    for (const [behind, second] of columns.entries()) {
      if (behind <= at) continue;
      for (const value of (candidates[at] ?? []).slice(0, valuesOfPairs)) {
        for (const other of (candidates[behind] ?? []).slice(0, valuesOfPairs)) {
          yield [
            { column: first.name, value },
            { column: second.name, value: other },
          ];
        }
      }
    }
  }
  for (const { name } of columns) yield [{ column: name, value: null }];
}

/** The columns that take values; of generated ones, those that they are made from. */
function storedColumns({ table }: TrialTable, names: readonly string[]): Column[] {
  const written = readTableParts(table.sql).columns;
  const found = new Set<Column>();
  const visited = new Set<Column>();
  const visit = (name: string) => {
    const column = columnOf(table.columns, name);
    if (!column || visited.has(column)) return;
    visited.add(column);
    if (!column.isGenerated) {
      found.add(column);
      return;
    }
    const clauses = written[table.columns.indexOf(column)]?.clauses ?? [];
    for (const { kind, start, end } of clauses) {
      if (kind !== 'generated') continue;
      const sql = table.sql.slice(start, end);
      for (const token of meaningfulTokens(sql)) visit(nameOf(sql, token));
    }
  };
  for (const name of names) visit(name);
  return [...found];
}

function columnOf(columns: readonly Column[], name: string): Column | undefined {
  return columns.find((column) => isSameName(column.name, name));
}
