// What a write says of itself in its tokens: which columns an UPDATE sets, and OR REPLACE.
// Knows no schema: names are as written, without quotes.

import { isName, nameOf } from '../../../sql/quote-name.ts';
import { isKeyword, meaningfulTokens } from '../../../sql/token.ts';

/** Empty for other statements. Those of ON CONFLICT DO UPDATE SET are among them. */
export function setColumns(sql: string): string[] {
  const tokens = meaningfulTokens(sql);
  const columns: string[] = [];
  let depth = 0;
  let at = -1;
  for (const [index, token] of tokens.entries()) {
    if (depth === 0 && isKeyword(sql, token, 'SET')) at = 0;
    const isEnd = ['FROM', 'WHERE', 'RETURNING'].some((word) => isKeyword(sql, token, word));
    if (depth === 0 && isEnd) at = -1;
    if (at === 0 && token.kind === 'operator') at = 1;
    else if (at === 1 && depth === 0 && token.kind === 'comma') at = 0;
    else if (at === 0 && isName(token) && !isKeyword(sql, token, 'SET')) {
      const next = tokens[index + 1]?.kind;
      if (next === 'operator' || next === 'comma' || next === 'close') {
        columns.push(nameOf(sql, token));
      }
    }
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
  }
  return columns;
}

/** INSERT OR REPLACE, REPLACE and UPDATE OR REPLACE; what a table's own constraints say is not seen. */
export function saysReplace(sql: string): boolean {
  const tokens = meaningfulTokens(sql);
  const at = tokens.findIndex(
    (token) =>
      isKeyword(sql, token, 'INSERT') ||
      isKeyword(sql, token, 'UPDATE') ||
      isKeyword(sql, token, 'REPLACE'),
  );
  if (isKeyword(sql, tokens[at], 'REPLACE')) return true;
  return isKeyword(sql, tokens[at + 1], 'OR') && isKeyword(sql, tokens[at + 2], 'REPLACE');
}
