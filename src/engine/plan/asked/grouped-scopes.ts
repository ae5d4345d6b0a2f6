// Finds the SELECTs of a statement that have a GROUP BY, from the tokens alone.
// What that means for the steps of a plan is read elsewhere.
import type { QueryScope } from '../../sql/scopes/query-scope.ts';
import { isKeyword, meaningfulTokens } from '../../sql/token.ts';

/** The SELECTs that have a GROUP BY of their own. */
export function groupedScopes(sql: string, scopes: readonly QueryScope[]): ReadonlySet<QueryScope> {
  const grouped = new Set<QueryScope>();
  const tokens = meaningfulTokens(sql);
  for (const [at, token] of tokens.entries()) {
    if (!isKeyword(sql, token, 'GROUP') || !isKeyword(sql, tokens[at + 1], 'BY')) continue;
    // Scopes stand inside one another: the last that has begun and not ended is the innermost.
    const own = scopes.findLast(({ start, end }) => start <= token.start && token.start < end);
    if (own) grouped.add(own);
  }
  return grouped;
}
