// What an INSERT, UPDATE or DELETE changes, and which tables SQLite reads besides to keep foreign keys.
// Foreign keys show in a plan only as loops that nothing in the statement asks for.
import type { Schema } from '../../model/database/schema.ts';
import { foldName, isSameName } from '../../sql/quote-name.ts';
import type { QueryScope, ScopeSource } from '../../sql/scopes/query-scope.ts';
import { readScopes } from '../../sql/scopes/read-scopes.ts';
import { viewBody } from './statement-sources.ts';

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

/** `scopes`: those of `sql`. Null for a statement that changes no table, or cannot be read. */
export function writtenTable(
  sql: string,
  scopes: readonly QueryScope[],
  schema: Schema,
): WrittenTable | null {
  const at = scopes.findIndex((scope) => scope.parent === null && scope.kind !== 'select');
  const scope = scopes[at];
  const name = scope?.sources[0]?.name ?? null;
  if (scope === undefined || name === null) return null;
  const reader: Reader = { schema, left: 1_000 };
  // Behind a parenthesis stands a value or a common table, whose loops are not at the root.
  const isRoot = (select: QueryScope) =>
    select.parent === at && !/\(\s*$/.test(sql.slice(0, select.start));
  const readers = scope.kind === 'insert' ? scopes.filter(isRoot) : [scope];
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
    ownReads: readers.flatMap((each) => readsOf(each, scopes, reader)),
  };
}

interface Reader {
  schema: Schema;
  /** Sources still to be looked at: ends what would run in a circle. */
  left: number;
}

function readsOf(
  scope: QueryScope | undefined,
  scopes: readonly QueryScope[],
  reader: Reader,
): OwnRead[] {
  return (scope?.sources ?? []).flatMap((source) => {
    if (reader.left-- <= 0) return [];
    const name = source.name === null ? null : foldName(source.name);
    const label = source.alias === null ? name : foldName(source.alias);
    return [{ label, name, inner: innerReads(source, scopes, reader) }];
  });
}

function innerReads(
  source: ScopeSource,
  scopes: readonly QueryScope[],
  reader: Reader,
): OwnRead[] | null {
  const name = source.name ?? '';
  if (source.kind === 'subquery') return readsOf(scopes[source.scope ?? -1], scopes, reader);
  if (source.kind === 'common-table') {
    const table = scopes
      .flatMap((each) => each.commonTables)
      .find((each) => isSameName(each.name, name));
    return readsOf(scopes[table?.scope ?? -1], scopes, reader);
  }
  const view = reader.schema.views.find((each) => isSameName(each.name, name));
  if (view === undefined) return null;
  const inner = readScopes(viewBody(view.sql));
  return readsOf(inner[0], inner, reader);
}
