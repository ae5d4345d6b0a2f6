// Finds the place in a statement that an error message of SQLite speaks of.
// sql.js does not export SQLite's own error offset, so the text and the compiler are asked.

import { isSameName } from '../../lib/sql-name.ts';
import { isName, nameOf } from '../sql/quote-name.ts';
import { statementKind } from '../sql/statements/statement-kind.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../sql/token.ts';
import type { Database } from './driver.ts';

/** A span of a statement, as UTF-16 offset and length. */
export interface ErrorSpan {
  offset: number;
  length: number;
  /** The fault may stand elsewhere; a build that exports SQLite's own error offset would know. */
  isEstimated: boolean;
}

interface Found {
  token: Token | undefined;
  isCertain: boolean;
}

/**
 * Where in `sql` the fault lies that `message` reports; `place` is SQLite's own word for it, if there
 * is one. For a syntax error the database compiles
 * beginnings of the statement to tell which of several equal tokens it is; nothing is executed.
 * Null where neither SQLite nor the text tells a place.
 */
export function locateError(
  database: Database,
  sql: string,
  message: string,
  place: number | null = null,
): ErrorSpan | null {
  const tokens = meaningfulTokens(sql).filter(
    (token, index) => token.kind !== 'semicolon' || index > 0,
  );
  if (place !== null) return spanAt(sql, tokens, place, message);
  const found = faultyToken(database, sql, tokens, message);
  const isEstimated = !found.isCertain && placedBySqlite.test(message);
  // A place that the official build knows is worth an estimate.
  const token = found.token ?? (isEstimated ? tokens[0] : undefined);
  if (!token) return null;
  return { offset: token.start, length: token.end - token.start, isEstimated };
}

/**
 * Messages for which SQLite records an offset besides those of its parser: the callers of
 * sqlite3RecordErrorOffsetOfExpr and the formats with %#T in resolve.c and expr.c.
 */
const placedBySqlite =
  /^(?:no such (?:column|function)|ambiguous column|wrong number of arguments|misuse of|variable number|unsafe use|unknown function)|prohibited in|may not be used (?:as|with)|must be a constant/;

/** The token at SQLite's place; of a qualified name in the message, all its parts. */
function spanAt(sql: string, tokens: readonly Token[], place: number, message: string): ErrorSpan {
  const first = tokens.findIndex(({ start, end }) => start <= place && place < end);
  const token = tokens[first];
  const isEstimated = false;
  if (!token) return { offset: place, length: 0, isEstimated };
  let last = first;
  let name = nameOf(sql, token);
  while (tokens[last + 1]?.kind === 'dot' && isName(tokens[last + 2])) {
    name += `.${nameOf(sql, tokens[last + 2] ?? token)}`;
    last += 2;
    if (message.endsWith(` ${name}`)) {
      return {
        offset: token.start,
        length: (tokens[last] ?? token).end - token.start,
        isEstimated,
      };
    }
  }
  return { offset: token.start, length: token.end - token.start, isEstimated };
}

function faultyToken(
  database: Database,
  sql: string,
  tokens: readonly Token[],
  message: string,
): Found {
  const certain = (token: Token | undefined) => ({ token, isCertain: token !== undefined });
  const near = /^near "(.*)": syntax error$/s.exec(message)?.[1];
  if (near !== undefined) {
    const candidates = tokens.filter((token) => tokenText(sql, token) === near);
    return certain(firstThatFails(database, sql, candidates, message));
  }
  const unread = /^unrecognized token: "(.*)"$/s.exec(message)?.[1];
  if (unread !== undefined) {
    return certain(
      tokens.find((token) => token.kind === 'illegal' && tokenText(sql, token) === unread),
    );
  }
  if (message === 'incomplete input') return certain(tokens.at(-1));
  const term = /^\d+\w+ (ORDER|GROUP) BY term out of range - should be between 1 and (\d+)$/.exec(
    message,
  );
  if (term) return certain(termOutOfRange(sql, tokens, term[1] ?? '', Number(term[2])));
  const operator = /to the left and right of (\w+)(?: ALL)? do not have the same number/.exec(
    message,
  )?.[1];
  if (operator !== undefined) {
    return certain(unequalSelect(database, sql, tokens, operator, message));
  }
  for (const pattern of namePatterns) {
    const name = pattern.exec(message)?.[1];
    const found = name === undefined ? null : tokenOfName(sql, tokens, name, message);
    if (found) return found;
  }
  return { token: undefined, isCertain: false };
}

/** SQLite's messages that name something of the statement; the more special come first. */
const namePatterns = [
  /^no such column: "(.*)"$/s,
  /^no such (?:column|table|function|index|view|trigger|module|collation sequence|window): (.*)$/s,
  /^no such (?:column|table): (.*?) - should this be/s,
  /^no such table column: .*?\.(.*)$/s,
  /^table .* has no column named (.*)$/s,
  /^table (.*) has \d+ (?:columns?|values?) (?:but|for) \d+/s,
  /^(?:table|index|view|trigger|there is already (?:a|an) (?:table|index) named) (.*) already exists$/s,
  /^there is already (?:a|an) (?:table|index) named (.*)$/s,
  /^(?:duplicate|ambiguous) column name: (.*)$/s,
  /^duplicate WITH table name: (.*)$/s,
  /^wrong number of arguments to function (.*)\(\)$/s,
  /^misuse of (?:aggregate|window) function (.*)\(\)$/s,
  /^misuse of (?:aggregate|window function|aliased aggregate):? (.*?)(?:\(\))?$/s,
  /^(.*)\(\) may not be used as a window function$/s,
  /^unknown column "(.*)" in foreign key definition$/s,
  /^unknown datatype for .*: "(.*)"$/s,
  /^missing datatype for .*\.(.*)$/s,
  /^unknown table option: (.*)$/s,
  /^cannot join using column (.*) - column not present/s,
  /^cannot modify (.*) because it is a view$/s,
  /^use DROP (?:VIEW|TABLE) to delete (?:view|table) (.*)$/s,
  /^multiple references to recursive table: (.*)$/s,
  /^default value of column \[(.*)\] is not constant$/s,
  /^PRIMARY KEY missing on table (.*)$/s,
  /^table "(.*)" has more than one primary key$/s,
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

/** The first number that stands alone as a term of the clause and names no column of the result. */
function termOutOfRange(
  sql: string,
  tokens: readonly Token[],
  clause: string,
  most: number,
): Token | undefined {
  let depth = 0;
  // How deep the clause stands that is read; null outside of one.
  let inside: number | null = null;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (inside !== null && depth < inside) inside = null;
    if (isKeyword(sql, token, 'BY')) {
      inside = isKeyword(sql, tokens[at - 1], clause) ? depth : inside === depth ? null : inside;
    }
    const before = tokens[at - 1];
    const isTerm = before?.kind === 'comma' || isKeyword(sql, before, 'BY');
    if (inside !== depth || token.kind !== 'number' || !isTerm) continue;
    const number = Number(tokenText(sql, token));
    if (Number.isInteger(number) && (number < 1 || number > most)) return token;
  }
  return undefined;
}

/** The SELECT or VALUES behind the operator; of several the first up to whose end it is refused. */
function unequalSelect(
  database: Database,
  sql: string,
  tokens: readonly Token[],
  operator: string,
  message: string,
): Token | undefined {
  const places = tokens.flatMap((token, at) => (isKeyword(sql, token, operator) ? [at] : []));
  const at =
    places.length < 2
      ? places[0]
      : (places.find((_, each) => {
          const next = tokens[places[each + 1] ?? -1];
          return compileMessage(database, sql.slice(0, next?.start ?? sql.length)) === message;
        }) ?? places[0]);
  if (at === undefined) return undefined;
  return tokens[isKeyword(sql, tokens[at + 1], 'ALL') ? at + 2 : at + 1];
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
): Found | null {
  const parts = name.split('.');
  for (let skipped = 0; skipped < parts.length; skipped++) {
    const tail = parts.slice(skipped);
    for (const form of [[tail.join('.')], tail]) {
      const spans = spansOf(sql, tokens, form, message, skipped > 0);
      const token = message.startsWith('duplicate') ? (spans[1] ?? spans[0]) : spans[0];
      if (token) return { token, isCertain: spans.length === 1 };
    }
  }
  return null;
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
