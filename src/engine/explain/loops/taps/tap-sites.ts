// Where a counting function can be put into a statement, and what it can be called with: for each
// source of each scope. Whether SQLite then does the same work is found out elsewhere.

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { Schema, Table } from '../../../model/database/schema.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { QueryScope, ScopeSource } from '../../../sql/scopes/query-scope.ts';
import { readScopes } from '../../../sql/scopes/read-scopes.ts';

/** A source whose rows can be counted. */
export interface TapSite {
  /** Position of its scope. */
  scope: number;
  source: ScopeSource;
  /** The table that it is; null for all other rows. */
  table: string | null;
  /** Where a function can be called and with what, the ways that disturb least first. */
  calls: TapCall[];
}

export interface TapCall {
  /** 'where': in front of WHERE's condition; else in front of the ON condition of this source. */
  place: 'where' | ScopeSource;
  /** NULL for none of the rows. */
  value: string;
}

/** The sources of a statement that can be counted by, in the order of the text. */
export function tapSites(scopes: readonly QueryScope[], schema: Schema): TapSite[] {
  return scopes.flatMap((scope, position) => {
    // The table of an INSERT is not read by a loop.
    if (scope.kind === 'insert') return [];
    return scope.sources.flatMap((source): TapSite[] => {
      const label = source.alias ?? source.name;
      if (label === null) return [];
      const table = tableOf(source, schema);
      const of = `${quoteName(label)}.`;
      const values = table ? tableValues(table, of) : otherValues(source, of, scopes, schema);
      const places = placesOf(scope, source);
      const calls = values
        .flatMap((value) => places.map((place) => ({ place, value })))
        .filter(({ place, value }) => place !== 'where' || canStandInWhere(source, value));
      return calls.length === 0
        ? []
        : [{ scope: position, source, table: table?.name ?? null, calls }];
    });
  });
}

function tableOf({ kind, name }: ScopeSource, schema: Schema): Table | null {
  if (kind !== 'table' || name === null) return null;
  return schema.tables.find((table) => isSameName(table.name, name)) ?? null;
}

// In WHERE the row of NULLs comes by that an outer join makes; typeof does not know it.
function canStandInWhere(source: ScopeSource, value: string): boolean {
  return !isOuter(source) || !value.startsWith('typeof');
}

function isOuter({ join }: ScopeSource): boolean {
  return join === 'left' || join === 'right' || join === 'full';
}

function placesOf(scope: QueryScope, source: ScopeSource): TapCall['place'][] {
  const { sources, whereAt } = scope;
  if (source.isGrouped && sources.some(isOuter)) return groupPlaces(sources, source);
  const places: TapCall['place'][] = [];
  if (source.on) places.push(source);
  if (whereAt !== null) places.push('where');
  // The condition of an inner join stands behind WHERE's for SQLite.
  return isOuter(source) ? places : places.reverse();
}

// A parenthesised join may be worked off on its own, before what stands around it: only the
// conditions inside of it are evaluated there. That of the group stands with its first source.
function groupPlaces(sources: readonly ScopeSource[], source: ScopeSource): ScopeSource[] {
  const canHold = (each: ScopeSource | undefined): each is ScopeSource =>
    each?.join === 'inner' && each.isGrouped && each.on !== null;
  const next = sources[sources.indexOf(source) + 1];
  return [source, next].filter(canHold);
}

/**
 * `of`: the label with a dot. Reading a rowid or key costs nothing: index entries have it too. Where
 * id = 5 is demanded, SQLite writes 5 for it, and would call the function once for all rows: then
 * another column serves.
 */
function tableValues({ columns, primaryKey, isWithoutRowid }: Table, of: string): string[] {
  const names = new Set(columns.map((column) => foldName(column.name)));
  const alias = columns.find((column) => column.isRowidAlias)?.name;
  const rowid = ['rowid', '_rowid_', 'oid'].find((word) => !names.has(word));
  const other = columns.find(
    ({ isRowidAlias, name }) => !isRowidAlias && !primaryKey.includes(name),
  );
  // The later columns of a key are fixed less often.
  if (isWithoutRowid) {
    const key = primaryKey
      .slice(-2)
      .reverse()
      .map((name) => of + quoteName(name));
    return other ? [...key, `typeof(${of}${quoteName(other.name)})`] : key;
  }
  const key = alias === undefined ? rowid : quoteName(alias);
  return [
    ...(key === undefined ? [] : [of + key]),
    ...(other ? [`typeof(${of}${quoteName(other.name)})`] : []),
  ];
}

function otherValues(
  source: ScopeSource,
  of: string,
  scopes: readonly QueryScope[],
  schema: Schema,
): string[] {
  if (source.kind === 'function') return [`${of}rowid`];
  const column = firstColumn(source, scopes, schema, 0);
  return column === null ? [] : [`typeof(${of}${quoteName(column)})`];
}

/** More subqueries than this, each the first source of the other, are not looked through. */
const maxDepth = 20;

function firstColumn(
  { kind, name, scope }: ScopeSource,
  scopes: readonly QueryScope[],
  schema: Schema,
  depth: number,
): string | null {
  if (depth > maxDepth) return null;
  const ofScope = (of: readonly QueryScope[], position: number | null): string | null => {
    const [column] = (position === null ? undefined : of[position]?.columns) ?? [];
    if (column !== '*') return column ?? null;
    const [first] = (position === null ? undefined : of[position]?.sources) ?? [];
    return first ? firstColumn(first, of, schema, depth + 1) : null;
  };
  if (kind === 'subquery') return ofScope(scopes, scope);
  if (kind === 'function' || name === null) return null;
  if (kind === 'common-table') {
    const tables = scopes.flatMap(({ commonTables }) => commonTables);
    const table = tables.find((each) => isSameName(each.name, name));
    return table?.columns?.[0] ?? ofScope(scopes, table?.scope ?? null);
  }
  const view = schema.views.find((each) => isSameName(each.name, name));
  if (view) return ofScope(readScopes(view.sql), 0);
  return schema.tables.find((each) => isSameName(each.name, name))?.columns[0]?.name ?? null;
}
