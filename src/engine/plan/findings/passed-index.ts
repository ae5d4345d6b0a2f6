// Why an index that is on is passed over: a condition names the column that it begins with, but in a
// form that the index cannot answer. Told only where the text shows it for sure.

import { isSameName } from '../../../lib/sql-name.ts';
import { isName, nameOf } from '../../sql/quote-name.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../../sql/token.ts';
import { namingScopes } from '../asked/naming-scopes.ts';
import { unqualified } from '../plan-names.ts';
import { nameWords } from '../words/name-words.ts';
import type { LoopStep, StepPlace } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';
import { indexWords } from '../words/writes/work-words.ts';

/** A sentence on the first such index; null where no condition explains it. */
export function passedIndexSentence(
  { source }: LoopStep,
  { asked: { scopes } }: StepPlace,
  { sql, trees }: WordsContext,
): string | null {
  const [scope, ...others] = namingScopes(source, scopes);
  if (!scope?.where || others.length > 0) return null;
  const { start, end } = scope.where;
  // What stands in a subquery may be another table's column.
  const inner = scopes.filter((each) => each !== scope && each.start >= start && each.end <= end);
  const tokens = meaningfulTokens(sql).filter(
    (token) =>
      token.start >= start &&
      token.end <= end &&
      !inner.some((each) => each.start <= token.start && token.start < each.end),
  );
  const own = scope.sources.length === 1 ? null : unqualified(source);
  for (const { table, index, columns } of trees) {
    const [column] = columns;
    if (index === null || column == null || !isSameName(table, source.name ?? source.label))
      continue;
    const mentions = mentionsOf(column, own, sql, tokens);
    const reasons = mentions.map((at) => obstacle(at, sql, tokens));
    const [reason] = reasons;
    // A plain condition beside it could have used the index: then it is a matter of cost.
    if (reason == null || reasons.includes(null)) continue;
    const name = indexWords(index);
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} begins with ${nameWords(column)}, but ${reason}.`;
  }
  return null;
}

/** First and last token of the column with its qualifier. */
interface Mention {
  first: number;
  last: number;
}

/** `source`: what has to stand before the column where others have columns, too; null for any. */
function mentionsOf(
  column: string,
  source: string | null,
  sql: string,
  tokens: readonly Token[],
): Mention[] {
  return tokens.flatMap((token, last): Mention[] => {
    if (!isName(token) || !isSameName(nameOf(sql, token), column)) return [];
    if (tokens[last + 1]?.kind === 'dot' || tokens[last + 1]?.kind === 'open') return [];
    const qualifier = tokens[last - 2];
    const isQualified = tokens[last - 1]?.kind === 'dot' && isName(qualifier);
    if (source === null) return [{ first: isQualified ? last - 2 : last, last }];
    const isOwn = isQualified && isSameName(nameOf(sql, qualifier), source);
    return isOwn ? [{ first: last - 2, last }] : [];
  });
}

const arithmetic = new Set(['+', '-', '*', '/', '%', '||', '&', '|', '<<', '>>', '->', '->>', '~']);
const comparisons = new Set(['=', '==', '<', '>', '<=', '>=', '<>', '!=']);
// These hand their argument on as it is: optoverview.html, "likely".
const transparent = /^(?:likely|unlikely|likelihood)$/i;

// optoverview.html#like_opt, #uplus; expridx.html; datatype3.html#collation.
function obstacle({ first, last }: Mention, sql: string, tokens: readonly Token[]): string | null {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const textOf = (token: Token | undefined) => (token ? tokenText(sql, token) : '');
  const call = enclosingCall(first, sql, tokens);
  if (call !== null && !transparent.test(call)) {
    return `the condition asks for ${call}(…) of it, which only an index on that expression answers`;
  }
  if (
    before?.kind === 'operator' &&
    textOf(before) === '+' &&
    isOperandStart(tokens[first - 2], sql)
  ) {
    return 'the + in front of it makes an expression of it, which the index does not hold';
  }
  if (
    [before, after].some((token) => token?.kind === 'operator' && arithmetic.has(textOf(token)))
  ) {
    return 'the condition calculates with it, and the index holds only the plain column';
  }
  const pattern = tokens[last + 2];
  for (const [word, wild] of [
    ['LIKE', /^'[%_]/],
    ['GLOB', /^'[*?[]/],
  ] as const) {
    if (!isKeyword(sql, after, word)) continue;
    if (pattern?.kind === 'string' && wild.test(textOf(pattern))) {
      return `a pattern that begins with ${textOf(pattern).charAt(1)} fits values in all places of its order`;
    }
    if (word === 'LIKE') {
      return 'LIKE ignores case: only an index with COLLATE NOCASE on a column of text can serve it, and only for a pattern that begins with fixed text';
    }
  }
  return collationObstacle(last, sql, tokens);
}

/** `a = 'x' COLLATE NOCASE`, `a COLLATE NOCASE = 'x'` */
function collationObstacle(last: number, sql: string, tokens: readonly Token[]): string | null {
  const after = tokens[last + 1];
  const isCompared = after?.kind === 'operator' && comparisons.has(tokenText(sql, after));
  const at = isKeyword(sql, after, 'COLLATE')
    ? last + 1
    : isCompared && isKeyword(sql, tokens[last + 3], 'COLLATE')
      ? last + 3
      : -1;
  const collation = tokens[at + 1];
  if (at < 0 || !isName(collation)) return null;
  return `the comparison is by COLLATE ${nameWords(nameOf(sql, collation))}, and only an index in that order answers it`;
}

/** Name of the function whose argument it is, also inside an expression; null for none. */
function enclosingCall(at: number, sql: string, tokens: readonly Token[]): string | null {
  let depth = 0;
  for (let place = at - 1; place >= 0; place--) {
    const token = tokens[place];
    if (token?.kind === 'close') depth++;
    if (token?.kind !== 'open') continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    const name = tokens[place - 1];
    if (name?.kind !== 'word' || isOperandStart(name, sql)) continue;
    return tokenText(sql, name);
  }
  return null;
}

const operandWords = new Set(
  'AND OR NOT WHEN THEN ELSE CASE BETWEEN IN LIKE GLOB IS FROM EXISTS ESCAPE MATCH REGEXP ISNULL NOTNULL END VALUES'.split(
    ' ',
  ),
);

/** Whether an operand begins behind the token, so that a sign there is no operator between two. */
function isOperandStart(token: Token | undefined, sql: string): boolean {
  if (!token) return true;
  if (token.kind === 'word') return operandWords.has(tokenText(sql, token).toUpperCase());
  return token.kind === 'operator' || token.kind === 'open' || token.kind === 'comma';
}
