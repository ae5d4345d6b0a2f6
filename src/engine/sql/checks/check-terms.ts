// The text of a CHECK as terms: comparisons, lists, prefixes, alternatives.
// Reads only; what terms demand of columns is worked out by those who obey them (datagen, updates).
import type { Recipe } from '../../model/playground.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../token.ts';
import { type Operand, readOperand, readValues } from './check-operand.ts';

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '<>';

export type Term =
  | { kind: 'compare'; left: Operand; operator: Comparison; right: Operand }
  | { kind: 'in'; column: string; values: (number | string)[]; isNot: boolean }
  /** LIKE or GLOB; what stands before the first wildcard, and the rest of the pattern. */
  | { kind: 'like'; column: string; pattern: string; isGlob: boolean }
  | { kind: 'null'; column: string; isNot: boolean }
  | { kind: 'json'; column: string }
  /** One of the branches must hold; each is a list of terms that must hold together. */
  | { kind: 'or'; branches: Term[][] }
  | { kind: 'unknown' };

type Version = Recipe['generatorsVersion'];

/**
 * The terms of a CHECK, all of which must hold. Generators of version 1 knew fewer forms, and what
 * they did not know must stay unknown to them: else their data would change.
 */
export function readTerms(check: string, version: Version): Term[] {
  return alternatives(check, meaningfulTokens(check), version);
}

function alternatives(sql: string, tokens: Token[], version: Version): Term[] {
  const inner = withoutParentheses(tokens);
  const parts = splitAt(sql, inner, 'OR');
  if (parts.length === 1) {
    const terms = splitAt(sql, inner, 'AND');
    if (terms.length > 1) return terms.flatMap((term) => alternatives(sql, term, version));
    return single(sql, inner, version);
  }
  const branches = parts.map((part) => alternatives(sql, part, version));
  const [first] = branches[0] ?? [];
  // "x IS NULL OR x > 0" asks the same of values as "x > 0".
  const isOfValues = first?.kind === 'null' && !first.isNot && branches[0]?.length === 1;
  if (version === 1) return isOfValues ? branches.slice(1).flat() : [{ kind: 'unknown' }];
  const rest = branches.slice(1).flat();
  if (isOfValues && branches.length === 2 && rest.every((term) => isAbout(term, first.column))) {
    return rest;
  }
  return [{ kind: 'or', branches }];
}

function isAbout(term: Term, column: string): boolean {
  if (term.kind === 'compare') {
    return [term.left, term.right].some((side) => side.kind !== 'value' && side.column === column);
  }
  return 'column' in term && term.column === column;
}

/** Splits at a keyword outside parentheses and CASE; the AND of a BETWEEN does not count. */
function splitAt(sql: string, tokens: Token[], keyword: 'AND' | 'OR'): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  let isBetween = false;
  for (const token of tokens) {
    if (token.kind === 'open' || isKeyword(sql, token, 'CASE')) depth++;
    if (token.kind === 'close' || isKeyword(sql, token, 'END')) depth--;
    if (depth === 0 && isKeyword(sql, token, 'BETWEEN')) isBetween = true;
    else if (depth === 0 && isBetween && isKeyword(sql, token, 'AND')) isBetween = false;
    else if (depth === 0 && isKeyword(sql, token, keyword)) {
      parts.push([]);
      continue;
    }
    parts.at(-1)?.push(token);
  }
  return parts;
}

function withoutParentheses(tokens: Token[]): Token[] {
  let inner = tokens;
  while (inner[0]?.kind === 'open' && closeOf(inner) === inner.length - 1) {
    inner = inner.slice(1, -1);
  }
  return inner;
}

// Of the parenthesis that the tokens begin with.
function closeOf(tokens: Token[]): number {
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close' && --depth === 0) return at;
  }
  return -1;
}

const comparisons: Record<string, Comparison> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '=': '=',
  '==': '=',
  '<>': '<>',
  '!=': '<>',
};

function single(sql: string, tokens: Token[], version: Version): Term[] {
  const unknown: Term[] = [{ kind: 'unknown' }];
  const left = readOperand(sql, tokens, 0, version);
  if (!left) return version === 1 ? unknown : [jsonTerm(sql, tokens)];
  const { operand, end } = left;
  const words = tokens.slice(end).map((token) => tokenText(sql, token).toUpperCase());
  const column = operand.kind === 'column' && operand.offset === 0 ? operand.column : null;
  const operator = comparisons[words[0] ?? ''];
  if (operator) {
    const right = readOperand(sql, tokens, end + 1, version);
    if (right?.end !== tokens.length) return unknown;
    return [{ kind: 'compare', left: operand, operator, right: right.operand }];
  }
  if (words[0] === 'BETWEEN') return between(sql, tokens, end, operand, version);
  if (column === null) return unknown;
  switch (words.join(' ')) {
    case 'IS NULL':
      return [{ kind: 'null', column, isNot: false }];
    case 'IS NOT NULL':
      return [{ kind: 'null', column, isNot: true }];
    case 'ISNULL':
    case 'NOTNULL':
      return version === 1 ? unknown : [{ kind: 'null', column, isNot: words[0] === 'NOTNULL' }];
  }
  const isNot = words[0] === 'NOT' && version > 1;
  const verb = isNot ? words[1] : words[0];
  const rest = tokens.slice(end + (isNot ? 2 : 1));
  if (verb === 'IN') {
    const values = readValues(sql, rest);
    return values ? [{ kind: 'in', column, values, isNot }] : unknown;
  }
  if ((verb !== 'LIKE' && verb !== 'GLOB') || isNot || version === 1) return unknown;
  const pattern = rest.length === 1 ? readOperand(sql, rest, 0, version)?.operand : undefined;
  if (pattern?.kind !== 'value' || typeof pattern.value !== 'string') return unknown;
  return [{ kind: 'like', column, pattern: pattern.value, isGlob: verb === 'GLOB' }];
}

function between(
  sql: string,
  tokens: Token[],
  end: number,
  operand: Operand,
  version: Version,
): Term[] {
  const low = readOperand(sql, tokens, end + 1, version);
  const isAnd = low && isKeyword(sql, tokens[low.end], 'AND');
  const high = isAnd ? readOperand(sql, tokens, low.end + 1, version) : null;
  if (!low || high?.end !== tokens.length) return [{ kind: 'unknown' }];
  return [
    { kind: 'compare', left: operand, operator: '>=', right: low.operand },
    { kind: 'compare', left: operand, operator: '<=', right: high.operand },
  ];
}

// json_valid(x), with or without "= 1".
function jsonTerm(sql: string, tokens: Token[]): Term {
  const texts = tokens.map((token) => tokenText(sql, token));
  const rest = texts.slice(4).join(' ');
  const argument = tokens[2] && readOperand(sql, [tokens[2]], 0, 2)?.operand;
  const isJson =
    texts[0]?.toLowerCase() === 'json_valid' &&
    texts[1] === '(' &&
    texts[3] === ')' &&
    /^(|==? 1)$/.test(rest);
  return isJson && argument?.kind === 'column'
    ? { kind: 'json', column: argument.column }
    : { kind: 'unknown' };
}
