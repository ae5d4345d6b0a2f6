// A walk over the tokens of a CREATE TABLE statement: what stands here, and how to get behind it.
// What the words mean is read elsewhere (read-clause).
import { nameOf } from '../../../sql/quote-name.ts';
import { isKeyword, meaningfulTokens, type Token } from '../../../sql/token.ts';

export interface ClauseCursor {
  readonly sql: string;
  /** The token that stands here; behind the last one undefined. */
  here(): Token | undefined;
  /** UTF-16 offset of the token that stands here. */
  start(): number;
  /** UTF-16 offset behind the token before this place. */
  end(): number;
  /** Whether the keyword stands here, or so many tokens ahead. */
  is(keyword: string, ahead?: number): boolean;
  isAny(keywords: readonly string[]): boolean;
  /** Nothing of this column or constraint is left: a comma, the end of the list or of the text. */
  isEnd(): boolean;
  /** Goes behind the token that stands here and returns the name that it stands for. */
  take(): string;
  /** Goes behind the words where all of them stand here. */
  skip(...words: string[]): boolean;
  /** Goes behind the parentheses that open here and returns what is in them. */
  group(): Token[];
}

/** Stands in front of the first token. */
export function createClauseCursor(sql: string): ClauseCursor {
  const tokens = meaningfulTokens(sql);
  let at = 0;
  const is = (keyword: string, ahead = 0) => isKeyword(sql, tokens[at + ahead], keyword);
  return {
    sql,
    is,
    here: () => tokens[at],
    start: () => tokens[at]?.start ?? sql.length,
    end: () => tokens[at - 1]?.end ?? 0,
    isAny: (keywords) => keywords.some((keyword) => is(keyword)),
    isEnd() {
      const kind = tokens[at]?.kind ?? 'close';
      return kind === 'close' || kind === 'comma';
    },
    take() {
      const token = tokens[at++];
      return token ? nameOf(sql, token) : '';
    },
    skip(...words) {
      if (!words.every((word, ahead) => is(word, ahead))) return false;
      at += words.length;
      return true;
    },
    group() {
      const first = at + 1;
      let depth = 0;
      do {
        const kind = tokens[at]?.kind;
        if (kind === undefined) break;
        if (kind === 'open') depth++;
        if (kind === 'close') depth--;
        at++;
      } while (depth > 0);
      return tokens.slice(first, at - 1);
    },
  };
}
