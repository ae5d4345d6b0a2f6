// The windows that a SELECT names in its WINDOW clause.
import { isName, nameOf } from '../../quote-name.ts';
import { isKeyword, meaningfulTokens } from '../../token.ts';
import type { StatementScopes } from './sources-in-scope.ts';

/** In the order of the text; none outside of a SELECT. */
export function windowNames({ sql, scopes }: StatementScopes, scope: number | null): string[] {
  const query = scope === null ? undefined : scopes[scope];
  if (query?.kind !== 'select') return [];
  const tokens = meaningfulTokens(sql.slice(0, query.end), query.start);
  const names: string[] = [];
  let depth = 0;
  let isInClause = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    if (depth !== 0) continue;
    const [before, as, open] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
    const isDefined = isKeyword(sql, as, 'AS') && open?.kind === 'open' && isName(token);
    if (!isDefined) continue;
    isInClause ||= isKeyword(sql, before, 'WINDOW');
    if (isInClause) names.push(nameOf(sql, token));
  }
  return names;
}
