// What can be named at a place of a statement.
import { foldName } from '../../../lib/sql-name.ts';
import type { CommonTable, QueryScope, ScopeSource } from './query-scope.ts';

/** Position of the innermost scope at an offset, both of its ends included; null outside of all. */
export function scopeAt(scopes: readonly QueryScope[], offset: number): number | null {
  let found: number | null = null;
  for (const [position, { start, end }] of scopes.entries()) {
    if (offset < start || offset > end) continue;
    // Scopes lie in one another or apart: the one that begins last is the innermost.
    if (found === null || start >= (scopes[found]?.start ?? 0)) found = position;
  }
  return found;
}

/** The sources that can be named in a scope: its own first, then those of the scopes around it. */
export function visibleSources(scopes: readonly QueryScope[], position: number): ScopeSource[] {
  const visible: ScopeSource[] = [];
  let scope = scopes[position];
  visible.push(...(scope?.sources ?? []));
  while (scope && scope.parent !== null) {
    const parent: QueryScope | undefined = scopes[scope.parent];
    if (scope.seesParent) visible.push(...(parent?.sources ?? []));
    scope = parent;
  }
  return visible;
}

/** The common tables that FROM can name in a scope, innermost first; hidden ones are left out. */
export function visibleCommonTables(
  scopes: readonly QueryScope[],
  position: number,
): CommonTable[] {
  const visible = new Map<string, CommonTable>();
  for (let at: number | null = position; at !== null; ) {
    const scope: QueryScope | undefined = scopes[at];
    for (const table of scope?.commonTables ?? []) {
      const name = foldName(table.name);
      if (!visible.has(name)) visible.set(name, table);
    }
    at = scope?.parent ?? null;
  }
  return [...visible.values()];
}

/** Finds what a FROM in a scope means by a name, for many of them: null for no common table. */
export function commonTableFinder(
  scopes: readonly QueryScope[],
): (name: string, position: number) => CommonTable | null {
  // The arms of a compound share the list of its WITH.
  const byName = new Map<readonly CommonTable[], Map<string, CommonTable>>();
  const tablesOf = ({ commonTables }: QueryScope) => {
    const known = byName.get(commonTables);
    if (known !== undefined) return known;
    const tables = new Map(commonTables.map((table) => [foldName(table.name), table]));
    byName.set(commonTables, tables);
    return tables;
  };
  return (name, position) => {
    const folded = foldName(name);
    for (let at: number | null = position; at !== null; ) {
      const scope: QueryScope | undefined = scopes[at];
      const found =
        scope && scope.commonTables.length > 0 ? tablesOf(scope).get(folded) : undefined;
      if (found !== undefined) return found;
      at = scope?.parent ?? null;
    }
    return null;
  };
}
