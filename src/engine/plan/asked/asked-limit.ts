// How many rows a statement asks for by LIMIT and OFFSET, as far as its text tells.
// Reads tokens alone; a LIMIT inside brackets is another SELECT's.
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../../sql/token.ts';

export interface AskedLimit {
  /** Rows that are made: LIMIT and OFFSET together; null unless both are written as numbers. */
  rows: number | null;
}

/** The LIMIT of the first statement as a whole; null where it has none. */
export function askedLimit(sql: string): AskedLimit | null {
  const tokens = meaningfulTokens(sql);
  let depth = 0;
  let limitAt = -1;
  let end = tokens.length;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    else if (depth === 0 && isKeyword(sql, token, 'LIMIT')) limitAt = at;
    else if (token.kind === 'semicolon') {
      end = at;
      break;
    }
  }
  return limitAt < 0 ? null : { rows: rowsOf(sql, tokens.slice(limitAt + 1, end)) };
}

// LIMIT rows, LIMIT rows OFFSET skipped, LIMIT skipped, rows: lang_select.html#limitoffset.
function rowsOf(sql: string, tokens: readonly Token[]): number | null {
  const [first, between, second, ...others] = tokens;
  const rows = wholeNumber(sql, first);
  if (rows === null || between === undefined) return rows;
  const isPair = between.kind === 'comma' || isKeyword(sql, between, 'OFFSET');
  const more = wholeNumber(sql, second);
  return isPair && more !== null && others.length === 0 ? rows + more : null;
}

function wholeNumber(sql: string, token: Token | undefined): number | null {
  const text = token?.kind === 'number' ? tokenText(sql, token) : '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
