// The sources that can be named at a place of a statement, with their columns.
// Whether the statement compiles is SQLite's to say.

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { View } from '../../../model/database/schema.ts';
import type { CommonTable, QueryScope, ScopeSource } from '../../scopes/query-scope.ts';
import { readScopes } from '../../scopes/read-scopes.ts';
import { scopeAt, visibleSources } from '../../scopes/visible-sources.ts';
import {
  columnsOfFunction,
  columnsOfTable,
  type KnownNames,
  type NamedColumn,
} from './known-names.ts';

export interface NamedSource {
  /** What qualifies its columns: the alias, else the name; '' for a subquery without alias. */
  label: string;
  source: ScopeSource;
  kind: 'table' | 'view' | 'common-table' | 'subquery' | 'function' | 'unknown';
  columns: NamedColumn[];
  /** True for those of the innermost scope. */
  isOwn: boolean;
}

export interface StatementScopes {
  sql: string;
  scopes: readonly QueryScope[];
  names: KnownNames;
  /** Result columns by scope, as far as they were asked for: common tables may be named often. */
  results: Map<number, NamedColumn[]>;
  /** The common tables of each WITH by their folded names, as far as they were asked for. */
  commonTables: Map<readonly CommonTable[], Map<string, CommonTable>>;
}

export function statementScopes(sql: string, names: KnownNames): StatementScopes {
  return { sql, scopes: readScopes(sql), names, results: new Map(), commonTables: new Map() };
}

/** The scope at an offset; behind the end of the statement, the outermost. */
export function scopeOf({ scopes, sql }: StatementScopes, offset: number): number | null {
  const found = scopeAt(scopes, offset);
  if (found !== null) return found;
  const isBehind = scopes.length > 0 && sql.slice(scopes[0]?.end ?? 0, offset).trim() === '';
  return isBehind ? 0 : null;
}

/** Innermost first. */
export function sourcesInScope(statement: StatementScopes, scope: number): NamedSource[] {
  const own = new Set(statement.scopes[scope]?.sources);
  return visibleSources(statement.scopes, scope).map((source) => ({
    ...resolve(statement, source, scope, []),
    isOwn: own.has(source),
  }));
}

function resolve(
  statement: StatementScopes,
  source: ScopeSource,
  scope: number,
  visited: readonly number[],
): Omit<NamedSource, 'isOwn'> {
  const name = source.name ?? '';
  const label = source.alias ?? name;
  if (source.kind === 'subquery') {
    const columns = source.scope === null ? [] : resultColumns(statement, source.scope, visited);
    return { label, source, kind: 'subquery', columns };
  }
  if (source.kind === 'function') {
    return { label, source, kind: 'function', columns: columnsOfFunction(name) };
  }
  if (source.kind === 'common-table') {
    const table = commonTableNamed(statement, scope, name);
    const body = table?.scope ?? null;
    const columns = body === null ? [] : resultColumns(statement, body, visited);
    return {
      label,
      source,
      kind: 'common-table',
      columns: renamed(columns, table?.columns ?? null),
    };
  }
  const table = statement.names.tables.get(foldName(name));
  if (table) return { label, source, kind: 'table', columns: columnsOfTable(table) };
  const view = statement.names.views.get(foldName(name));
  if (view) return { label, source, kind: 'view', columns: columnsOfView(view, statement.names) };
  const columns = columnsOfFunction(name);
  return { label, source, kind: columns.length > 0 ? 'function' : 'unknown', columns };
}

/** The innermost of this name. One WITH may hold thousands, each naming the one before it. */
function commonTableNamed(
  { scopes, commonTables }: StatementScopes,
  scope: number,
  name: string,
): CommonTable | undefined {
  const folded = foldName(name);
  for (let at: number | null = scope; at !== null; at = scopes[at]?.parent ?? null) {
    const own = scopes[at]?.commonTables ?? [];
    if (own.length === 0) continue;
    let byName = commonTables.get(own);
    if (!byName) {
      byName = new Map(own.toReversed().map((table) => [foldName(table.name), table]));
      commonTables.set(own, byName);
    }
    const found = byName.get(folded);
    if (found) return found;
  }
  return undefined;
}

// Kept while it is read, too: a view cannot be a source of itself, but its text may say so.
const viewColumns = new WeakMap<View, NamedColumn[]>();

/** As SQLite names them, with the columns of tables that they are, where the text shows it. */
function columnsOfView(view: View, names: KnownNames): NamedColumn[] {
  const kept = viewColumns.get(view);
  if (kept) return kept;
  const named = (view.columns ?? []).map(({ name, type }) => ({ name, type, origin: null }));
  viewColumns.set(view, named);
  const read = resultColumns(statementScopes(view.sql, names), 0, []);
  const columns = named.map((column, at) => ({
    ...column,
    origin: read.length === named.length ? (read[at]?.origin ?? null) : null,
  }));
  viewColumns.set(view, columns);
  return columns;
}

function renamed(columns: NamedColumn[], names: string[] | null): NamedColumn[] {
  if (!names) return columns;
  // Where a column has no name of its own the lists differ in length: types would be mixed up.
  const isMatched = columns.length === names.length;
  return names.map((name, at) => {
    const column = isMatched ? columns[at] : undefined;
    return column ? { ...column, name } : { name, type: '', origin: null };
  });
}

// SQLite has no more in a result.
const mostColumns = 2000;

/** Columns of a SELECT, its stars written out. A recursive common table names itself: ends there. */
function resultColumns(
  statement: StatementScopes,
  scope: number,
  visited: readonly number[],
): NamedColumn[] {
  const query = statement.scopes[scope];
  const kept = statement.results.get(scope);
  if (kept) return kept;
  if (!query || visited.includes(scope) || visited.length > 40) return [];
  const path = [...visited, scope];
  const sources = query.sources.map((source) => resolve(statement, source, scope, path));
  const all = sources.flatMap(({ columns }) => columns);
  const of = (qualifier: string | null) =>
    qualifier === null
      ? all
      : sources
          .filter(({ label }) => isSameName(label, qualifier))
          .flatMap(({ columns }) => columns);
  const columns = query.items.flatMap((item): NamedColumn[] => {
    if (item.kind === 'star') return of(item.qualifier);
    if (item.name === null) return [];
    const { name } = item;
    const found =
      item.kind === 'column'
        ? of(item.qualifier).find((column) => isSameName(column.name, item.column))
        : undefined;
    return [{ type: found?.type ?? '', origin: found?.origin ?? null, name }];
  });
  // Of equal names the first is meant; USING makes one of two.
  const first = new Map(columns.toReversed().map((column) => [foldName(column.name), column]));
  const isArm = /^(UNION|INTERSECT|EXCEPT)\b/i.test(statement.sql.slice(query.end, query.end + 12));
  const result = columns
    .filter((column) => first.get(foldName(column.name)) === column)
    .slice(0, mostColumns)
    // Behind a compound stand the rows of several tables.
    .map((column) => (isArm ? { ...column, origin: null } : column));
  statement.results.set(scope, result);
  return result;
}
