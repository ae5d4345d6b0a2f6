// All sources that a statement reads, those inside its views included, with the names they go by.
// Goes by the text; which of them a plan line means is decided where lines are read.
import type { Schema } from '../../model/database/schema.ts';
import { foldName } from '../../sql/quote-name.ts';
import type { QueryScope, ScopeSource } from '../../sql/scopes/query-scope.ts';
import { readScopes } from '../../sql/scopes/read-scopes.ts';
import { isKeyword, meaningfulTokens } from '../../sql/token.ts';

export interface StatementSource {
  kind: 'table' | 'function' | 'transient';
  /** Null for a subquery. */
  name: string | null;
  /**
   * Under which plan lines may show it. SQLite prints the alias where rows are read and the name
   * where they are made, so what is made goes by both.
   */
  labels: string[];
  /** Of rows that the statement makes, as far as the text names them. */
  columns: string[] | null;
}

/**
 * Of the statement with these scopes, in the order of the text; what its views read stands behind.
 */
export function statementSources(
  statement: readonly QueryScope[],
  schema: Schema,
): StatementSource[] {
  const views = new Map(schema.views.map((view) => [foldName(view.name), view.sql]));
  const opened = new Set<string>();
  const found: StatementSource[] = [];
  // Views read views: a list to work off, so that a long chain takes no deep recursion.
  const open = [statement];
  for (let scopes = open.shift(); scopes !== undefined; scopes = open.shift()) {
    for (const source of scopes.flatMap((scope) => scope.sources)) {
      const view = source.kind === 'table' ? views.get(foldName(source.name ?? '')) : undefined;
      const body = view === undefined ? null : readScopes(viewBody(view));
      found.push(toStatementSource(source, scopes, body));
      if (view === undefined || body === null || opened.has(view)) continue;
      opened.add(view);
      open.push(body);
    }
  }
  return found;
}

/** The SELECT of a CREATE VIEW statement; the whole text where none is found. */
export function viewBody(sql: string): string {
  let depth = 0;
  for (const token of meaningfulTokens(sql)) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0 && isKeyword(sql, token, 'AS')) return sql.slice(token.end);
  }
  return sql;
}

function toStatementSource(
  source: ScopeSource,
  scopes: readonly QueryScope[],
  view: readonly QueryScope[] | null,
): StatementSource {
  const { name, alias, schema } = source;
  const isMade = view !== null || source.kind === 'common-table';
  const kind =
    isMade || source.kind === 'subquery'
      ? 'transient'
      : source.kind === 'function'
        ? 'function'
        : 'table';
  const labels = [alias, alias === null || isMade ? name : null].filter((label) => label !== null);
  if (alias === null && schema !== null && name !== null) labels.push(`${schema}.${name}`);
  return { kind, name, labels, columns: columnsOf(source, scopes, view) };
}

function columnsOf(
  source: ScopeSource,
  scopes: readonly QueryScope[],
  view: readonly QueryScope[] | null,
): string[] | null {
  if (view !== null) return view[0]?.columns ?? null;
  if (source.kind === 'subquery') return scopes[source.scope ?? -1]?.columns ?? null;
  if (source.kind !== 'common-table') return null;
  const folded = foldName(source.name ?? '');
  const table = scopes
    .flatMap((scope) => scope.commonTables)
    .find((each) => foldName(each.name) === folded);
  return table?.columns ?? scopes[table?.scope ?? -1]?.columns ?? null;
}
