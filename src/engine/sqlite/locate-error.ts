// Finds the place in a statement that an error message of SQLite speaks of.
// sql.js does not export SQLite's own error offset, so the text and the compiler are asked.
import { isName, isSameName, nameOf } from '../sql/quote-name.ts';
import { statementKind } from '../sql/statement-kind.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../sql/token.ts';
import type { Database } from './driver.ts';

/** A span of a statement, as UTF-16 offset and length. */
export interface ErrorSpan {
  offset: number;
  length: number;
}

/**
 * Where in `sql` the fault lies that `message` reports. For a syntax error the database compiles
 * beginnings of the statement to tell which of several equal tokens it is; nothing is executed.
 * Without a better place, the statement's first token.
 */
export function locateError(database: Database, sql: string, message: string): ErrorSpan {
  const tokens = meaningfulTokens(sql).filter(
    (token, index) => token.kind !== 'semicolon' || index > 0,
  );
  const found = faultyToken(database, sql, tokens, message) ?? tokens[0];
  if (!found) return { offset: 0, length: 0 };
  return { offset: found.start, length: found.end - found.start };
}

function faultyToken(
  database: Database,
  sql: string,
  tokens: readonly Token[],
  message: string,
): Token | undefined {
  const near = /^near "(.*)": syntax error$/s.exec(message)?.[1];
  if (near !== undefined) {
    const candidates = tokens.filter((token) => tokenText(sql, token) === near);
    return firstThatFails(database, sql, candidates, message);
  }
  const unread = /^unrecognized token: "(.*)"$/s.exec(message)?.[1];
  if (unread !== undefined) {
    return tokens.find((token) => token.kind === 'illegal' && tokenText(sql, token) === unread);
  }
  if (message === 'incomplete input') return tokens.at(-1);
  for (const pattern of namePatterns) {
    const match = pattern.exec(message);
    if (match?.[1] !== undefined) return tokenOfName(sql, tokens, match[1], message);
  }
  return undefined;
}

/** SQLite's messages that name something of the statement. */
const namePatterns = [
  /^no such (?:column|table|function|index|view|trigger|module|collation sequence): (.*)$/s,
  /^no such (?:column|table): (.*?) - should this be/s,
  /^no such table column: .*?\.(.*)$/s,
  /^table .* has no column named (.*)$/s,
  /^table (.*) has \d+ columns? but \d+ values? w/s,
  /^(?:table|index|view|trigger|there is already (?:a|an) (?:table|index) named) (.*) already exists$/s,
  /^there is already (?:a|an) (?:table|index) named (.*)$/s,
  /^(?:duplicate|ambiguous) column name: (.*)$/s,
  /^duplicate WITH table name: (.*)$/s,
  /^wrong number of arguments to function (.*)\(\)$/s,
  /^misuse of (?:aggregate|window function|aliased aggregate):? (.*?)(?:\(\))?$/s,
  /^(.*)\(\) may not be used as a window function$/s,
  /^unknown column "(.*)" in foreign key definition$/s,
  /^unknown datatype for .*: "(.*)"$/s,
  /^missing datatype for .*\.(.*)$/s,
];

// Among tokens of the same text the parser's is the first up to which the statement fails:
// a beginning that ends before it is merely incomplete.
function firstThatFails(
  database: Database,
  sql: string,
  candidates: readonly Token[],
  message: string,
): Token | undefined {
  // Some PRAGMAs act while they are compiled: those are not compiled again.
  if (candidates.length < 2 || statementKind(sql) === 'pragma') return candidates[0];
  let low = 0;
  let high = candidates.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = candidates[middle]?.end ?? 0;
    if (compileMessage(database, sql.slice(0, end)) === message) high = middle;
    else low = middle + 1;
  }
  return candidates[low];
}

function compileMessage(database: Database, sql: string): string | null {
  try {
    database.prepare(sql).free();
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

// `name` may be qualified ("t.c", "main.t") or hold a dot itself: the longest form comes first.
function tokenOfName(
  sql: string,
  tokens: readonly Token[],
  name: string,
  message: string,
): Token | undefined {
  const parts = name.split('.');
  for (let skipped = 0; skipped < parts.length; skipped++) {
    const tail = parts.slice(skipped);
    for (const form of [[tail.join('.')], tail]) {
      const spans = spansOf(sql, tokens, form, message, skipped > 0);
      const span = message.startsWith('duplicate') ? (spans[1] ?? spans[0]) : spans[0];
      if (span) return span;
    }
  }
  return undefined;
}

// Where these parts stand joined by dots, likely places first; not where AS introduces the name.
function spansOf(
  sql: string,
  tokens: readonly Token[],
  parts: readonly string[],
  message: string,
  isTail: boolean,
): Token[] {
  const found: { span: Token; rank: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    const lastIndex = index + 2 * (parts.length - 1);
    const last = tokens[lastIndex];
    const isMatch = parts.every((part, position) => {
      const each = tokens[index + 2 * position];
      const isJoined = position === 0 || tokens[index + 2 * position - 1]?.kind === 'dot';
      return isJoined && isName(each) && isSameName(nameOf(sql, each), part);
    });
    const before = tokens[index - 1];
    if (!isMatch || !last || isKeyword(sql, before, 'AS')) continue;
    const isLikely = isPlaceOf(sql, message, before, tokens[lastIndex + 1]);
    // A name behind a dot is another table's; a string is a name only where nothing else can be.
    const isOther = before?.kind === 'dot' && !isTail;
    const rank = (token.kind === 'string' ? 4 : 0) + (isOther ? 2 : 0) + (isLikely ? 0 : 1);
    found.push({ span: { kind: token.kind, start: token.start, end: last.end }, rank });
  }
  return found.toSorted((one, other) => one.rank - other.rank).map(({ span }) => span);
}

const beforeTable = ['FROM', 'JOIN', 'INTO', 'UPDATE', 'TABLE', 'ON', 'REFERENCES', 'IN'];

// Whether a name between these two tokens can be of the sort that the message speaks of.
function isPlaceOf(
  sql: string,
  message: string,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (/function|aggregate/.test(message)) return after?.kind === 'open';
  if (!message.startsWith('no such table:')) return true;
  if (before?.kind === 'comma') return after?.kind !== 'dot';
  return beforeTable.some((word) => isKeyword(sql, before, word));
}
