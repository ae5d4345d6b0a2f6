// Words in place of tokens that a layout tool may not know, of the same length, and back again.
// Keeps away from layout: it relies on the tool keeping the order of the tokens alone.
import { meaningfulTokens, type Token, tokenText } from '../token.ts';

/** The text with stand-ins for parameters (`:a::b`, `@é`), `1_000`, and names like `café` or `a$b`. */
export function withStandIns(sql: string): string {
  return rewrite(sql, (token) =>
    needsStandIn(sql, token) ? 'z'.repeat(token.end - token.start) : tokenText(sql, token),
  );
}

/** Puts the tokens of `original` back into a text that was laid out anew; null if it has others. */
export function withoutStandIns(laidOut: string, original: string): string | null {
  const before = meaningfulTokens(original);
  let at = 0;
  let isSame = true;
  const text = rewrite(laidOut, (token) => {
    const own = before[at++];
    if (!own) {
      isSame = false;
      return '';
    }
    const expected = needsStandIn(original, own)
      ? 'z'.repeat(own.end - own.start)
      : tokenText(original, own);
    if (tokenText(laidOut, token) !== expected) isSame = false;
    return tokenText(original, own);
  });
  return isSame && at === before.length ? text : null;
}

function needsStandIn(sql: string, token: Token): boolean {
  if (token.kind === 'variable') return true;
  if (token.kind === 'number') return sql.slice(token.start, token.end).includes('_');
  return token.kind === 'word' && /\W/.test(tokenText(sql, token));
}

function rewrite(sql: string, toText: (token: Token) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const token of meaningfulTokens(sql)) {
    parts.push(sql.slice(at, token.start), toText(token));
    at = token.end;
  }
  parts.push(sql.slice(at));
  return parts.join('');
}
