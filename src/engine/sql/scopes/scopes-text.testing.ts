// Draws scopes as indented text, for tests.
import type { QueryScope, ScopeSource } from './query-scope.ts';

/** One line a scope: kind, sources with joins and conditions, columns, WHERE. */
export function scopesText(sql: string, scopes: readonly QueryScope[]): string[] {
  return scopes.map((scope) => {
    const parts = [
      `${indentOf(scopes, scope)}${scope.parent === null || scope.seesParent ? '' : '~'}${scope.kind}`,
      scope.commonTables.length > 0
        ? `with ${scope.commonTables.map((table) => table.name + (table.isRecursive ? '*' : '') + (table.columns ? `(${table.columns})` : '') + (table.scope === null ? '' : `#${table.scope}`)).join(', ')}`
        : '',
      scope.sources.map((source) => sourceText(sql, source)).join('; '),
      scope.columns.length > 0 ? `[${scope.columns.join(', ')}]` : '',
      scope.where ? `{${sql.slice(scope.where.start, scope.where.end)}}` : '',
    ];
    return parts.filter((part) => part !== '').join(' ');
  });
}

function indentOf(scopes: readonly QueryScope[], scope: QueryScope): string {
  const parent = scope.parent === null ? undefined : scopes[scope.parent];
  return parent ? `${indentOf(scopes, parent)}  ` : '';
}

function sourceText(sql: string, source: ScopeSource): string {
  const join = source.join === 'first' || source.join === 'inner' ? '' : `${source.join} `;
  const schema = source.schema === null ? '' : `${source.schema}.`;
  const name = source.scope === null ? `${schema}${source.name}` : `#${source.scope}`;
  const kind = { table: '', 'common-table': '^', subquery: '', function: '()' }[source.kind];
  const alias = source.alias === null ? '' : ` as ${source.alias}`;
  const on = source.on ? ` on ${sql.slice(source.on.start, source.on.end)}` : '';
  return `${join}${source.isGrouped ? '(' : ''}${name}${kind}${alias}${source.isGrouped ? ')' : ''}${on}`;
}
