// What an INSERT, UPDATE or DELETE changes, and which tables SQLite reads besides to keep foreign keys.
// Foreign keys show in a plan only as loops that nothing in the statement asks for.

import { foldName, isSameName } from '../../../lib/sql-name.ts';
import type { Schema } from '../../model/database/schema.ts';
import type { QueryScope, ScopeSource } from '../../sql/scopes/query-scope.ts';
import type { StatementText, ViewFinder } from './statement-text.ts';

export interface WrittenTable {
  name: string;
  isInsert: boolean;
  /** Written through INSTEAD OF triggers. */
  isView: boolean;
  /** Has a second source: UPDATE ... FROM. */
  hasFrom: boolean;
  /** Folded names of the tables with a foreign key to it: scanned when a row of it goes. */
  children: ReadonlySet<string>;
  /** What the statement itself reads in loops of its own, outside subqueries in expressions. */
  ownReads: readonly OwnRead[];
}

export interface OwnRead {
  /** Folded; null for a subquery without a name. */
  label: string | null;
  /** Folded name of what is read. */
  name: string | null;
  /** What a view, common table or subquery reads, which SQLite may put in its place. */
  inner: readonly OwnRead[] | null;
}

/** `statement`: the text of `sql`. Null for a statement that changes no table, or cannot be read. */
export function writtenTable(
  sql: string,
  statement: StatementText,
  schema: Schema,
  viewOf: ViewFinder,
): WrittenTable | null {
  const { scopes } = statement;
  const at = scopes.findIndex((scope) => scope.parent === null && scope.kind !== 'select');
  const scope = scopes[at];
  const name = scope?.sources[0]?.name ?? null;
  if (scope === undefined || name === null) return null;
  const reader: Reader = { viewOf, left: 1_000 };
  // Behind a parenthesis stands a value or a common table, whose loops are not at the root.
  const isRoot = (select: QueryScope) =>
    select.parent === at && !isBehindParenthesis(sql, select.start);
  const readers =
    scope.kind === 'insert'
      ? scopes.flatMap((select, position) => (isRoot(select) ? position : []))
      : [at];
  return {
    name,
    isInsert: scope.kind === 'insert',
    isView: schema.views.some((view) => isSameName(view.name, name)),
    hasFrom: scope.sources.length > 1,
    children: new Set(
      schema.tables
        .filter((table) => table.foreignKeys.some((key) => isSameName(key.parentTable, name)))
        .map((table) => foldName(table.name)),
    ),
    ownReads: readers.flatMap((position) => readsOf(position, statement, reader)),
  };
}

function isBehindParenthesis(sql: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && /\s/.test(sql.charAt(before))) before--;
  return sql.charAt(before) === '(';
}

interface Reader {
  viewOf: ViewFinder;
  /** Sources still to be looked at: ends what would run in a circle. */
  left: number;
}

function readsOf(position: number, text: StatementText, reader: Reader): OwnRead[] {
  return (text.scopes[position]?.sources ?? []).flatMap((source) => {
    if (reader.left-- <= 0) return [];
    const name = source.name === null ? null : foldName(source.name);
    const label = source.alias === null ? name : foldName(source.alias);
    return [{ label, name, inner: innerReads(source, position, text, reader) }];
  });
}

function innerReads(
  source: ScopeSource,
  position: number,
  text: StatementText,
  reader: Reader,
): OwnRead[] | null {
  if (source.kind === 'subquery') return readsOf(source.scope ?? -1, text, reader);
  if (source.kind === 'common-table') {
    const table = text.commonTable(source.name ?? '', position);
    return readsOf(table?.scope ?? -1, text, reader);
  }
  const view = reader.viewOf(source);
  return view && readsOf(0, view, reader);
}
