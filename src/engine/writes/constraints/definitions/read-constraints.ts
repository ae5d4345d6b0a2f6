// The constraints of a table as its CREATE TABLE statement writes them, in the order of the text.
// PRAGMAs tell most of them too, but not their names, nor how they are written.
import type { Table } from '../../../model/database/schema.ts';
import type {
  ConstraintDefinition,
  ConstraintKind,
} from '../../../model/writes/constraint-trial.ts';
import { foldName, isName, isSameName, nameOf } from '../../../sql/quote-name.ts';
import type { Token } from '../../../sql/token.ts';
import { type ClauseKind, readTableParts, type TableClause } from './table-parts.ts';

/** A definition with what only the text tells of it. */
export interface WrittenConstraint extends ConstraintDefinition {
  /** UTF-16 offset of `sql` in the CREATE TABLE statement. */
  offset: number;
  /** Its own ON CONFLICT clause, in capitals. */
  conflict: string | null;
  /** A foreign key that is checked at COMMIT. */
  isDeferred: boolean;
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
    clauses.flatMap((clause) => toConstraint(table, clause, [name], name)),
  );
  const ofTable = parts.constraints.flatMap((clause) =>
    toConstraint(table, clause, clause.columns, null),
  );
  const strict = parts.options
    .filter(({ word }) => word === 'STRICT')
    .map(
      ({ start, end }): WrittenConstraint => ({
        kind: 'strict-type',
        name: null,
        columns: table.columns.filter(({ type }) => type.toUpperCase() !== 'ANY').map(nameOfColumn),
        sql: sql.slice(start, end),
        offset: start,
        conflict: null,
        isDeferred: false,
        expression: '',
        within: null,
      }),
    );
  return [...ofColumns, ...ofTable, ...strict];
}

function toConstraint(
  table: Table,
  clause: TableClause,
  columns: readonly string[],
  within: string | null,
): WrittenConstraint[] {
  const kind = kinds[clause.kind];
  if (!kind) return [];
  const { name, start, end, expression, conflict, isDeferred } = clause;
  return [
    {
      kind,
      name,
      conflict,
      isDeferred,
      within,
      columns: kind === 'check' ? columnsRead(table, expression) : columns.map(declaredIn(table)),
      sql: table.sql.slice(start, end),
      offset: start,
      expression: kind === 'check' ? spanText(table.sql, expression) : '',
    },
  ];
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
