// What CHECK constraints demand of single columns, as far as generators can obey it.
// Terms that are not understood are left out: SQLite still enforces them.
import type { Table } from '../../model/database/schema.ts';
import { foldName, isName, nameOf } from '../../sql/quote-name.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../../sql/token.ts';

/** A bound of numbers; `isOpen` excludes the bound itself. */
export interface Bound {
  value: number;
  isOpen: boolean;
}

/** What the CHECKs of a table demand of one column. */
export interface ColumnRules {
  min: Bound | null;
  max: Bound | null;
  minLength: number;
  maxLength: number;
  /** The only values allowed. */
  choices: (number | string)[] | null;
  excluded: (number | string)[];
  isNotNull: boolean;
  /** The column must be below (or above) another one of the same row. */
  relations: Relation[];
}

export interface Relation {
  other: string;
  operator: '<' | '<=' | '>' | '>=';
}

type Comparison = Relation['operator'] | '=' | '<>';

type Operand =
  | { kind: 'column'; column: string }
  | { kind: 'length'; column: string }
  | { kind: 'value'; value: number | string };

export function noRules(): ColumnRules {
  return {
    min: null,
    max: null,
    minLength: 0,
    maxLength: Number.POSITIVE_INFINITY,
    choices: null,
    excluded: [],
    isNotNull: false,
    relations: [],
  };
}

/** The rules by folded column name. */
export function readCheckRules(table: Table): Map<string, ColumnRules> {
  const rules = new Map(table.columns.map((column) => [foldName(column.name), noRules()]));
  for (const check of table.checks) {
    const tokens = meaningfulTokens(check);
    for (const term of termsOf(check, tokens)) applyTerm(check, term, rules);
  }
  return rules;
}

// Splits at AND, except the AND of a BETWEEN; goes into parentheses that hold a whole term.
function termsOf(sql: string, tokens: Token[]): Token[][] {
  const inner = withoutParentheses(tokens);
  const terms: Token[][] = [];
  let term: Token[] = [];
  let depth = 0;
  let isBetween = false;
  for (const token of inner) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0 && isKeyword(sql, token, 'BETWEEN')) isBetween = true;
    if (depth === 0 && isKeyword(sql, token, 'AND') && !isBetween) {
      terms.push(term);
      term = [];
      continue;
    }
    if (depth === 0 && isKeyword(sql, token, 'AND')) isBetween = false;
    term.push(token);
  }
  terms.push(term);
  if (terms.length === 1) return inner.length < tokens.length ? terms : [inner];
  return terms.flatMap((each) => termsOf(sql, each));
}

function withoutParentheses(tokens: Token[]): Token[] {
  let inner = tokens;
  while (inner[0]?.kind === 'open' && closeOf(inner, 0) === inner.length - 1) {
    inner = inner.slice(1, -1);
  }
  return inner;
}

function closeOf(tokens: Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.kind === 'open') depth++;
    if (tokens[at]?.kind === 'close' && --depth === 0) return at;
  }
  return -1;
}

function applyTerm(sql: string, tokens: Token[], rules: Map<string, ColumnRules>): void {
  const is = (at: number, keyword: string) => isKeyword(sql, tokens[at], keyword);
  const left = readOperand(sql, tokens, 0);
  if (!left) return;
  const { operand, end } = left;
  const rule = operand.kind === 'value' ? undefined : rules.get(operand.column);
  if (operand.kind !== 'value' && !rule) return;

  if (rule && is(end, 'IS') && is(end + 1, 'NULL') && is(end + 2, 'OR')) {
    // "x IS NULL OR x > 0" asks the same of values as "x > 0".
    for (const term of termsOf(sql, tokens.slice(end + 3))) applyTerm(sql, term, rules);
  } else if (rule && is(end, 'IS') && is(end + 1, 'NOT') && is(end + 2, 'NULL')) {
    if (tokens.length === end + 3) rule.isNotNull = true;
  } else if (rule && is(end, 'BETWEEN')) {
    const low = readOperand(sql, tokens, end + 1);
    const high = low && is(low.end, 'AND') ? readOperand(sql, tokens, low.end + 1) : null;
    if (!low || !high || high.end !== tokens.length) return;
    compare(rules, operand, '>=', low.operand);
    compare(rules, operand, '<=', high.operand);
  } else if (rule && operand.kind === 'column' && is(end, 'IN')) {
    const choices = readList(sql, tokens.slice(end + 1));
    if (choices) restrictChoices(rule, choices);
  } else {
    const operator = comparisons[tokens[end] ? tokenText(sql, tokens[end]) : ''];
    const right = operator ? readOperand(sql, tokens, end + 1) : null;
    if (operator && right?.end === tokens.length) compare(rules, operand, operator, right.operand);
  }
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

const mirrored: Record<Comparison, Comparison> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '<>': '<>',
};

function compare(
  rules: Map<string, ColumnRules>,
  left: Operand,
  operator: Comparison,
  right: Operand,
): void {
  if (left.kind === 'value') {
    if (right.kind !== 'value') compare(rules, right, mirrored[operator], left);
    return;
  }
  const rule = rules.get(left.column);
  if (!rule) return;
  if (right.kind === 'value') {
    if (left.kind === 'length') restrictLength(rule, operator, right.value);
    else restrictValue(rule, operator, right.value);
  } else if (left.kind === 'column' && right.kind === 'column' && rules.has(right.column)) {
    if (operator === '=' || operator === '<>') return;
    rule.relations.push({ other: right.column, operator });
  }
}

function restrictValue(rule: ColumnRules, operator: Comparison, value: number | string): void {
  if (operator === '=') restrictChoices(rule, [value]);
  else if (operator === '<>') rule.excluded.push(value);
  else if (typeof value === 'string') return;
  else if (operator === '>' || operator === '>=') {
    rule.min = tighter(rule.min, { value, isOpen: operator === '>' }, 1);
  } else {
    rule.max = tighter(rule.max, { value, isOpen: operator === '<' }, -1);
  }
}

// `direction` 1 keeps the larger bound, -1 the smaller.
function tighter(known: Bound | null, bound: Bound, direction: number): Bound {
  if (!known || (bound.value - known.value) * direction > 0) return bound;
  return known.value === bound.value && bound.isOpen ? bound : known;
}

function restrictLength(rule: ColumnRules, operator: Comparison, value: number | string): void {
  if (typeof value === 'string') return;
  const least = operator === '>' ? Math.floor(value) + 1 : Math.ceil(value);
  const most = operator === '<' ? Math.ceil(value) - 1 : Math.floor(value);
  if (operator === '>' || operator === '>=' || operator === '=') {
    rule.minLength = Math.max(rule.minLength, least);
  }
  if (operator === '<' || operator === '<=' || operator === '=') {
    rule.maxLength = Math.min(rule.maxLength, most);
  }
}

function restrictChoices(rule: ColumnRules, choices: (number | string)[]): void {
  const known = rule.choices;
  rule.choices = known ? known.filter((value) => choices.includes(value)) : choices;
}

function readList(sql: string, tokens: Token[]): (number | string)[] | null {
  if (tokens[0]?.kind !== 'open' || closeOf(tokens, 0) !== tokens.length - 1) return null;
  const values: (number | string)[] = [];
  let at = 1;
  while (at < tokens.length - 1) {
    const item = readOperand(sql, tokens, at);
    if (item?.operand.kind !== 'value') return null;
    values.push(item.operand.value);
    at = item.end;
    if (tokens[at]?.kind !== 'comma' && at !== tokens.length - 1) return null;
    at++;
  }
  return values;
}

function readOperand(
  sql: string,
  tokens: Token[],
  at: number,
): { operand: Operand; end: number } | null {
  const token = tokens[at];
  if (!token) return null;
  const text = tokenText(sql, token);
  if (token.kind === 'string')
    return { operand: { kind: 'value', value: nameOf(sql, token) }, end: at + 1 };
  if (token.kind === 'number') return number(text, 1, at + 1);
  if (token.kind === 'operator' && (text === '-' || text === '+')) {
    const next = tokens[at + 1];
    if (next?.kind !== 'number') return null;
    return number(tokenText(sql, next), text === '-' ? -1 : 1, at + 2);
  }
  if (!isName(token)) return null;
  if (tokens[at + 1]?.kind !== 'open') {
    return { operand: { kind: 'column', column: foldName(nameOf(sql, token)) }, end: at + 1 };
  }
  const [argument, close] = [tokens[at + 2], tokens[at + 3]];
  if (!isKeyword(sql, token, 'LENGTH') || !isName(argument) || close?.kind !== 'close') return null;
  return { operand: { kind: 'length', column: foldName(nameOf(sql, argument)) }, end: at + 4 };
}

function number(text: string, sign: number, end: number) {
  const value = Number(text.replaceAll('_', '')) * sign;
  return { operand: { kind: 'value', value } as const, end };
}
