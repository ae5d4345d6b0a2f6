// The tokens of one statement, with what the readers of scopes ask about each: its keyword, and
// where its parenthesis closes. Knows no grammar beyond where a statement ends.
import { readToken, type Token } from '../token.ts';

export interface StatementTokens {
  sql: string;
  /** Without white space and comments. */
  tokens: Token[];
  /** Beside each token: the word in capitals, empty for all that is not a word without quotes. */
  words: string[];
  /** Beside each opening parenthesis: the index of its close, or of what ends the statement. */
  closes: number[];
  /** UTF-16 offset behind the statement, its semicolon left out. */
  end: number;
}

/** Longer words are no keywords. */
const longestKeyword = 17;

/** The tokens of the first statement behind `from`; of a trigger with all of its body. */
export function statementTokens(sql: string, from: number): StatementTokens {
  const tokens: Token[] = [];
  const words: string[] = [];
  let end = sql.length;
  let isTrigger = false;
  let isInBody = false;
  let token: Token = { kind: 'illegal', start: from, end: from };
  for (let at = from; readToken(sql, at, token); at = token.end) {
    if (token.kind === 'space' || token.kind === 'comment') continue;
    const isSemicolon = token.kind === 'semicolon';
    if (isSemicolon && tokens.length === 0) continue;
    const isEnd = isSemicolon && (!isInBody || words.at(-1) === 'END');
    if (isEnd && (!isInBody || tokens.at(-2)?.kind === 'semicolon')) {
      end = token.start;
      break;
    }
    const isShort = token.kind === 'word' && token.end - token.start <= longestKeyword;
    const word = isShort ? sql.slice(token.start, token.end).toUpperCase() : '';
    if (word === 'TRIGGER' && words[0] === 'CREATE' && words.length < 3) isTrigger = true;
    if (word === 'BEGIN' && isTrigger) isInBody = true;
    tokens.push(token);
    words.push(word);
    token = { kind: 'illegal', start: at, end: token.end };
  }
  return { sql, tokens, words, closes: matchParentheses(tokens), end };
}

function matchParentheses(tokens: readonly Token[]): number[] {
  const closes: number[] = new Array(tokens.length).fill(0);
  let open: number[] = [];
  const closeAll = (index: number) => {
    for (const position of open) closes[position] = index;
    open = [];
  };
  for (const [index, { kind }] of tokens.entries()) {
    if (kind === 'open') open.push(index);
    else if (kind === 'semicolon') closeAll(index);
    else if (kind === 'close') {
      const position = open.pop();
      if (position !== undefined) closes[position] = index;
    }
  }
  closeAll(tokens.length);
  return closes;
}
