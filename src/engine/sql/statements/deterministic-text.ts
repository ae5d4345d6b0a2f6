// Whether a statement's answer changes by itself, by chance or by the clock, told from its text.
// In doubt it does. Which functions SQLite really calls is known to engine/cache alone.

import { foldName } from '../../../lib/sql-name.ts';
import { isName, nameOf } from '../quote-name.ts';
import { isKeyword, meaningfulTokens, type Token } from '../token.ts';
import { splitStatements } from './split-statements.ts';
import { statementKind } from './statement-kind.ts';

/** Answer by chance or by what the connection did before. */
const unstableFunctions: ReadonlySet<string> = new Set([
  'random',
  'randomblob',
  'changes',
  'total_changes',
  'last_insert_rowid',
]);

/** Keywords of the clock: called without parentheses. */
const clockWords: ReadonlySet<string> = new Set([
  'current_date',
  'current_time',
  'current_timestamp',
]);

/** Answer by the clock, but only when asked for 'now', or without a time to work on. */
const dateFunctions: ReadonlySet<string> = new Set([
  'date',
  'time',
  'datetime',
  'julianday',
  'unixepoch',
  'strftime',
  'timediff',
]);

/** True for a function whose answer is another one each time, as SQLite's bytecode names it. */
export function isUnstableFunction(name: string): boolean {
  return unstableFunctions.has(name) || clockWords.has(name);
}

/** True for a function that answers by the clock when it is asked for the present. */
export function isDateFunction(name: string): boolean {
  return dateFunctions.has(name);
}

/**
 * False when the statement, or a view of the schema that it or such a view mentions, draws by
 * chance, asks for the present, or asks what the connection did before.
 */
export function isDeterministicText(sql: string, schemaSql = ''): boolean {
  return changingCalls(sql, schemaSql).length === 0;
}

/** What makes it so, each once, as it is written in SQL: "random()", "datetime('now')". */
export function changingCalls(sql: string, schemaSql = ''): string[] {
  const views = viewsOf(schemaSql);
  const texts = new Set([sql]);
  // A Set also hands out what is added while it is walked: views in views.
  const calls = new Set<string>();
  for (const text of texts) {
    for (const call of changingCallsIn(text)) calls.add(call);
    if (views.length === 0) continue;
    const names = new Set(namesIn(text));
    for (const view of views) if (names.has(view.name)) texts.add(view.sql);
  }
  return [...calls];
}

/** date() and strftime('%Y') mean the present; so does 'now'. In doubt, it does. */
export function asksForPresent(sql: string): boolean {
  const tokens = meaningfulTokens(sql);
  return tokens.some((token, at) => {
    if (token.kind === 'string' || token.kind === 'quoted') {
      if (nameOf(sql, token).trim().toLowerCase() === 'now') return true;
    }
    const called = calledName(sql, tokens, at);
    if (called === null || !dateFunctions.has(called)) return false;
    // Of strftime the first argument is the format.
    const first = called === 'strftime' ? at + 3 : at + 2;
    return tokens[first]?.kind === 'close';
  });
}

function changingCallsIn(sql: string): string[] {
  const tokens = meaningfulTokens(sql);
  const isPresent = asksForPresent(sql);
  return tokens.flatMap((token, at) => {
    const word = token.kind === 'word' ? foldName(nameOf(sql, token)) : '';
    if (clockWords.has(word)) return [word.toUpperCase()];
    const called = calledName(sql, tokens, at);
    if (called === null) return [];
    if (unstableFunctions.has(called)) return [`${called}()`];
    if (!isPresent || !dateFunctions.has(called)) return [];
    const first = tokens[at + 2];
    const isNow = first?.kind === 'string' && nameOf(sql, first).trim().toLowerCase() === 'now';
    return [isNow ? `${called}('now')` : `${called}()`];
  });
}

/** The function called at this token, its ASCII letters in lower case; null for anything else. */
function calledName(sql: string, tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  if (token?.kind !== 'word' && token?.kind !== 'quoted') return null;
  return tokens[at + 1]?.kind === 'open' ? foldName(nameOf(sql, token)) : null;
}

function namesIn(sql: string): string[] {
  return meaningfulTokens(sql)
    .filter(isName)
    .map((token) => foldName(nameOf(sql, token)));
}

function viewsOf(schemaSql: string): { name: string; sql: string }[] {
  return splitStatements(schemaSql).flatMap(({ sql }) => {
    if (statementKind(sql) !== 'create-view') return [];
    const tokens = meaningfulTokens(sql);
    let at = tokens.findIndex((token) => isKeyword(sql, token, 'VIEW')) + 1;
    if (isKeyword(sql, tokens[at], 'IF')) at += 3;
    if (tokens[at + 1]?.kind === 'dot') at += 2;
    const name = tokens[at];
    return name ? [{ name: foldName(nameOf(sql, name)), sql }] : [];
  });
}
