// The constraints of a table as its CREATE TABLE statement writes them, in the order of the text.
// PRAGMAs tell most of them too, but not their names, nor how they are written.

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { Table } from '../../../model/database/schema.ts';
import type {
  ConstraintDefinition,
  ConstraintKind,
} from '../../../model/writes/constraint-trial.ts';
import { isName, nameOf, quoteName } from '../../../sql/quote-name.ts';
import type { Token } from '../../../sql/token.ts';
import type { ClauseKind, TableClause } from './read-clause.ts';
import { readTableParts } from './table-parts.ts';

/** A definition with what only the text tells of it. */
export interface WrittenConstraint extends ConstraintDefinition {
  /** What is written behind each of `columns` in a key: 'DESC', 'COLLATE NOCASE'; else ''. */
  orders: string[];
  /** UTF-16 offset of `sql` in the CREATE TABLE statement. */
  offset: number;
  /** Its own ON CONFLICT clause, in capitals. */
  conflict: string | null;
  /** A foreign key that is checked at COMMIT. */
  isDeferred: boolean;
  /** A primary key whose rowids never come again. */
  isAutoincrement: boolean;
  /** Of a CHECK, without its parentheses; else ''. */
  expression: string;
  /** The column whose definition it is part of; null behind the columns. */
  within: string | null;
}

const kinds: Partial<Record<ClauseKind, ConstraintKind>> = {
  'not-null': 'not-null',
  'primary-key': 'primary-key',
  unique: 'unique',
  check: 'check',
  'foreign-key': 'foreign-key',
};

/** A constraint with these parts and nothing else. */
export function constraintOf(
  kind: ConstraintKind,
  sql: string,
  parts: Partial<WrittenConstraint> = {},
): WrittenConstraint {
  return {
    kind,
    sql,
    name: null,
    columns: [],
    orders: [],
    offset: 0,
    conflict: null,
    isDeferred: false,
    isAutoincrement: false,
    expression: '',
    within: null,
    ...parts,
  };
}

/** The columns of a key as it has them, as SQL: `"a b" COLLATE NOCASE`, `b DESC`. */
export function keyTerms({ columns, orders }: WrittenConstraint): string[] {
  return columns.map((name, at) => `${quoteName(name)} ${orders[at] ?? ''}`.trimEnd());
}

/** The columns of a key as terms to compare by: with its collations, which may not be the columns'. */
export function comparedTerms({ columns, orders }: WrittenConstraint): string[] {
  return columns.map((name, at) => {
    const collation = (orders[at] ?? '').replace(/\s*\b(ASC|DESC)$/i, '');
    return `${quoteName(name)} ${collation}`.trimEnd();
  });
}

/** The columns of a key as it has them, for people: 'a b COLLATE NOCASE, b DESC'. */
export function keyWords({ columns, orders }: WrittenConstraint): string {
  return columns.map((name, at) => `${name} ${orders[at] ?? ''}`.trimEnd()).join(', ');
}

/** What the page is told of it. */
export function definitionOf(constraint: WrittenConstraint): ConstraintDefinition {
  const { kind, name, columns, sql } = constraint;
  return { kind, name, columns, sql };
}

/**
 * NOT NULL, CHECK, UNIQUE, PRIMARY KEY, FOREIGN KEY and STRICT of a table, of its columns and behind
 * them. What follows from others (the key of a WITHOUT ROWID table is NOT NULL) is not written and
 * not here. A name counts for the constraint that it stands before. `sql` begins behind the name.
 */
export function writtenConstraints(table: Table): WrittenConstraint[] {
  const { sql } = table;
  const parts = readTableParts(sql);
  const ofColumns = parts.columns.flatMap(({ name, clauses }) =>
    clauses.flatMap((clause) => toConstraint(table, clause, name)),
  );
  const ofTable = parts.constraints.flatMap((clause) => toConstraint(table, clause, null));
  const strict = parts.options
    .filter(({ word }) => word === 'STRICT')
    .map(({ start, end }) =>
      constraintOf('strict-type', sql.slice(start, end), {
        columns: table.columns.filter(({ type }) => type.toUpperCase() !== 'ANY').map(nameOfColumn),
        offset: start,
      }),
    );
  return [...ofColumns, ...ofTable, ...strict];
}

function toConstraint(
  table: Table,
  clause: TableClause,
  within: string | null,
): WrittenConstraint[] {
  const kind = kinds[clause.kind];
  if (!kind) return [];
  const { name, start, end, expression, conflict, isDeferred, isAutoincrement } = clause;
  const written = constraintOf(kind, table.sql.slice(start, end), {
    name,
    offset: start,
    conflict,
    isDeferred,
    isAutoincrement,
    within,
  });
  if (kind === 'check') {
    const columns = columnsRead(table, expression);
    return [{ ...written, columns, expression: spanText(table.sql, expression) }];
  }
  const columns = clause.terms.map((term) => declaredIn(table)(term.name));
  return [{ ...written, columns, orders: clause.terms.map(({ order }) => order) }];
}

function declaredIn(table: Table): (name: string) => string {
  return (name) => table.columns.find((column) => isSameName(column.name, name))?.name ?? name;
}

/** Columns that an expression names, in the order of the table; names of functions do not count. */
function columnsRead(table: Table, expression: readonly Token[]): string[] {
  const named = new Set(
    expression
      .filter((token, at) => {
        const next = expression[at + 1]?.kind;
        return isName(token) && token.kind !== 'string' && next !== 'open' && next !== 'dot';
      })
      .map((token) => foldName(nameOf(table.sql, token))),
  );
  return table.columns.map(nameOfColumn).filter((name) => named.has(foldName(name)));
}

function spanText(sql: string, tokens: readonly Token[]): string {
  return sql.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

function nameOfColumn({ name }: { name: string }): string {
  return name;
}
