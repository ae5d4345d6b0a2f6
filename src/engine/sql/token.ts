// Cuts SQL text into tokens exactly where SQLite's own tokenizer cuts (tokenize.c), in linear time.
// Knows nothing of grammar: what the tokens mean together is read elsewhere.

export type TokenKind =
  | 'space'
  | 'comment'
  | 'word' // an identifier without quotes, or a keyword
  | 'quoted' // an identifier in "double quotes", `backticks` or [brackets]
  | 'string'
  | 'blob'
  | 'number'
  | 'variable' // ?  ?1  :name  @name  $name
  | 'operator'
  | 'comma'
  | 'dot'
  | 'semicolon'
  | 'open'
  | 'close'
  | 'illegal'; // what SQLite calls an unrecognized token: an unclosed quote, 12abc, \

/** A token as a span of UTF-16 offsets. Tokens follow each other without gaps. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
}

/** All tokens of the text, white space and comments included: their texts add up to the input. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  while (start < sql.length) {
    const token: Token = { kind: 'illegal', start, end: start };
    readToken(sql, start, token);
    tokens.push(token);
    start = token.end;
  }
  return tokens;
}

/** The tokens without white space and comments, of the whole text or from an offset on. */
export function meaningfulTokens(sql: string, from = 0): Token[] {
  const tokens: Token[] = [];
  let start = from;
  let token: Token = { kind: 'illegal', start, end: start };
  while (start < sql.length) {
    readToken(sql, start, token);
    start = token.end;
    if (token.kind === 'space' || token.kind === 'comment') continue;
    tokens.push(token);
    token = { kind: 'illegal', start, end: start };
  }
  return tokens;
}

/** Reads the token at `start` into `token`; allocates nothing. False at the end of the text. */
export function readToken(sql: string, start: number, token: Token): boolean {
  if (start >= sql.length) return false;
  token.start = start;
  const code = sql.charCodeAt(start);
  const next = sql.charCodeAt(start + 1);
  if (isSpace(code)) {
    token.kind = 'space';
    token.end = endOfSpace(sql, start + 1);
  } else if ((code === 120 || code === 88) && next === quote) {
    readBlob(sql, token);
  } else if (isNameStart(code)) {
    token.kind = 'word';
    token.end = endOfName(sql, start + 1);
  } else if (isDigit(code) || (code === dot && isDigit(next))) {
    readNumber(sql, token);
  } else if (code === quote || code === doubleQuote || code === backtick) {
    readQuoted(sql, token, code);
  } else if (code === 91) {
    const close = sql.indexOf(']', start);
    token.kind = close < 0 ? 'illegal' : 'quoted';
    token.end = close < 0 ? sql.length : close + 1;
  } else if (code === dash && next === dash) {
    const newline = sql.indexOf('\n', start);
    token.kind = 'comment';
    token.end = newline < 0 ? sql.length : newline;
  } else if (code === 47 && next === star && start + 2 < sql.length) {
    const close = sql.indexOf('*/', start + 2);
    token.kind = 'comment';
    token.end = close < 0 ? sql.length : close + 2;
  } else if (code === 63) {
    token.kind = 'variable';
    token.end = start + 1;
    while (isDigit(sql.charCodeAt(token.end))) token.end++;
  } else if (code === 58 || code === 64 || code === 36 || code === 35) {
    readVariable(sql, token);
  } else {
    readOperator(sql, token, code, next);
  }
  return true;
}

/** True when the token is this keyword (given in capitals), in any case and without quotes. */
export function isKeyword(sql: string, token: Token | undefined, keyword: string): boolean {
  return (
    token?.kind === 'word' &&
    token.end - token.start === keyword.length &&
    sql.slice(token.start, token.end).toUpperCase() === keyword
  );
}

/** The token's text. */
export function tokenText(sql: string, token: Token): string {
  return sql.slice(token.start, token.end);
}

const quote = 39;
const doubleQuote = 34;
const backtick = 96;
const dot = 46;
const dash = 45;
const star = 42;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

// SQLite skips a byte order mark like white space, but only where a token may begin.
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 12 || code === 13 || code === 0xfeff;
}

function isNameStart(code: number): boolean {
  return isLetter(code) || code === 95 || code >= 128;
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code) || code === 36;
}

// A vertical tab counts as white space only after other white space; so does SQLite's loop.
function endOfSpace(sql: string, from: number): number {
  let end = from;
  for (let code = sql.charCodeAt(end); code === 32 || (code >= 9 && code <= 13); ) {
    end++;
    code = sql.charCodeAt(end);
  }
  return end;
}

function endOfName(sql: string, from: number): number {
  let end = from;
  while (isNamePart(sql.charCodeAt(end))) end++;
  return end;
}

function readQuoted(sql: string, token: Token, delimiter: number): void {
  let end = token.start + 1;
  for (; end < sql.length; end++) {
    if (sql.charCodeAt(end) !== delimiter) continue;
    if (sql.charCodeAt(end + 1) !== delimiter) {
      token.kind = delimiter === quote ? 'string' : 'quoted';
      token.end = end + 1;
      return;
    }
    end++;
  }
  token.kind = 'illegal';
  token.end = sql.length;
}

function readBlob(sql: string, token: Token): void {
  let end = token.start + 2;
  while (isHexDigit(sql.charCodeAt(end))) end++;
  const isWhole = sql.charCodeAt(end) === quote && (end - token.start) % 2 === 0;
  token.kind = isWhole ? 'blob' : 'illegal';
  while (end < sql.length && sql.charCodeAt(end) !== quote) end++;
  token.end = Math.min(end + 1, sql.length);
}

function endOfDigits(sql: string, from: number, isPart: (code: number) => boolean): number {
  let end = from;
  while (isPart(sql.charCodeAt(end)) || sql.charCodeAt(end) === 95) end++;
  return end;
}

function readNumber(sql: string, token: Token): void {
  const { start } = token;
  const second = sql.charCodeAt(start + 1) | 32;
  let end: number;
  if (sql.charCodeAt(start) === 48 && second === 120 && isHexDigit(sql.charCodeAt(start + 2))) {
    end = endOfDigits(sql, start + 3, isHexDigit);
  } else {
    end = endOfDigits(sql, start, isDigit);
    if (sql.charCodeAt(end) === dot) end = endOfDigits(sql, end + 1, isDigit);
    if ((sql.charCodeAt(end) | 32) === 101) {
      const sign = sql.charCodeAt(end + 1);
      const hasSign = sign === 43 || sign === dash;
      if (isDigit(sql.charCodeAt(end + (hasSign ? 2 : 1)))) {
        end = endOfDigits(sql, end + 2, isDigit);
      }
    }
  }
  token.end = endOfName(sql, end);
  token.kind = token.end > end || hasStrayUnderscore(sql, start, end) ? 'illegal' : 'number';
}

// 1_000 is a number; an underscore that does not stand between two digits spoils it.
function hasStrayUnderscore(sql: string, start: number, end: number): boolean {
  const isPart = (sql.charCodeAt(start + 1) | 32) === 120 ? isHexDigit : isDigit;
  for (let at = start; at < end; at++) {
    if (sql.charCodeAt(at) !== 95) continue;
    if (!isPart(sql.charCodeAt(at - 1)) || !isPart(sql.charCodeAt(at + 1))) return true;
  }
  return false;
}

// Tcl's forms $a::b and $a(index) are part of SQLite's syntax for every prefix. #1 is cut the same
// way, though only SQLite itself may use it.
function readVariable(sql: string, token: Token): void {
  let end = token.start + 1;
  let length = 0;
  let isWhole = true;
  for (; end < sql.length; end++) {
    const code = sql.charCodeAt(end);
    if (isNamePart(code)) {
      length++;
    } else if (code === 40 && length > 0) {
      do end++;
      while (end < sql.length && sql.charCodeAt(end) !== 41 && !/\s/.test(sql.charAt(end)));
      if (sql.charCodeAt(end) === 41) end++;
      else isWhole = false;
      break;
    } else if (code === 58 && sql.charCodeAt(end + 1) === 58) {
      end++;
    } else {
      break;
    }
  }
  token.kind = isWhole && length > 0 ? 'variable' : 'illegal';
  token.end = end;
}

function readOperator(sql: string, token: Token, code: number, next: number): void {
  const { start } = token;
  token.end = start + 1;
  token.kind = 'operator';
  if (code === 59) token.kind = 'semicolon';
  else if (code === 40) token.kind = 'open';
  else if (code === 41) token.kind = 'close';
  else if (code === 44) token.kind = 'comma';
  else if (code === dot) token.kind = 'dot';
  else if (code === dash && next === 62) token.end += sql.charCodeAt(start + 2) === 62 ? 2 : 1;
  else if (code === 61 && next === 61) token.end++;
  else if (code === 60 && (next === 61 || next === 62 || next === 60)) token.end++;
  else if (code === 62 && (next === 61 || next === 62)) token.end++;
  else if (code === 124 && next === 124) token.end++;
  else if (code === 33 && next === 61) token.end++;
  else if (!singleOperators.includes(String.fromCharCode(code))) token.kind = 'illegal';
}

const singleOperators = '-+*/%=<>&|~';
