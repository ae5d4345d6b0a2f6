// Where the caret stands: in which statement, on which word, behind which tokens.
// Knows nothing of what may be written there.
import { meaningfulTokens, readToken, type Token } from '../../token.ts';
import { statementAround } from './statement-around.ts';

export interface CaretPlace {
  /** The statement, as it is read for its names: a quoted name without its end is made a word. */
  sql: string;
  /** UTF-16 offset of `sql` in the whole text. */
  base: number;
  /** The word at the caret, in offsets of `sql`; empty at the caret when there is none. */
  start: number;
  end: number;
  /** What is typed of that word, its quote included. */
  typed: string;
  isParameter: boolean;
  /** Tokens before the word, without blanks and comments. */
  before: Token[];
  /** Tokens behind the word. */
  after: Token[];
  /** In a trigger and its body: CREATE TRIGGER up to BEGIN, else ''. */
  header: string;
}

/** Null inside strings, comments and numbers. */
export function caretPlace(text: string, offset: number): CaretPlace | null {
  const at = Math.max(0, Math.min(offset, text.length));
  const { start: base, header, ...statement } = statementAround(text, at);
  let { sql } = statement;
  const caret = at - base;
  const place = (word: Token | null) => ({ ...placeOf(sql, caret, word), base, header });
  let word = tokenAt(sql, caret);
  if (word?.kind === 'illegal' && /["`[]/.test(sql.charAt(word.start))) {
    // The quote swallows the rest of the text, which may hold the FROM clause.
    const { start } = word;
    const typed = sql.slice(start, caret);
    sql = sql.slice(0, start) + 'x'.repeat(typed.length) + sql.slice(caret);
    return { ...place({ kind: 'word', start, end: caret }), typed };
  }
  if (word && isClosedToCompletion(sql, word, caret)) return null;
  if (word?.kind !== 'word' && word?.kind !== 'quoted' && !isParameterAt(sql, word)) word = null;
  if (!word && sql.charAt(caret - 1) === '.') {
    // `p. FROM` would be read as a column called FROM.
    sql = `${sql.slice(0, caret)}x${sql.slice(caret)}`;
    return { ...place({ kind: 'word', start: caret, end: caret + 1 }), end: caret };
  }
  return place(word);
}

function placeOf(
  sql: string,
  caret: number,
  word: Token | null,
): Omit<CaretPlace, 'base' | 'header'> {
  const tokens = meaningfulTokens(sql);
  const start = word?.start ?? caret;
  const end = word?.end ?? caret;
  return {
    sql,
    start,
    end,
    typed: sql.slice(start, caret),
    isParameter: word !== null && isParameterAt(sql, word),
    before: tokens.filter((token) => token.end <= start),
    after: tokens.filter((token) => token.start >= end),
  };
}

/** The token that the caret stands in or right behind. */
function tokenAt(sql: string, caret: number): Token | null {
  const token: Token = { kind: 'illegal', start: 0, end: 0 };
  for (let at = 0; at < caret && readToken(sql, at, token); at = token.end) {
    if (token.end >= caret) return token;
  }
  return null;
}

function isParameterAt(sql: string, token: Token | null): boolean {
  if (token?.kind !== 'variable' && token?.kind !== 'illegal') return false;
  return ':@$'.includes(sql.charAt(token.start)) && token.end > token.start;
}

function isClosedToCompletion(sql: string, token: Token, caret: number): boolean {
  if (token.kind === 'comment') {
    const isWholeBlock = sql.startsWith('/*', token.start) && sql.endsWith('*/', token.end);
    return caret < token.end || !isWholeBlock;
  }
  if (token.kind === 'illegal') return !isParameterAt(sql, token);
  if (token.kind === 'quoted') return caret === token.end;
  return ['string', 'blob', 'number'].includes(token.kind);
}
