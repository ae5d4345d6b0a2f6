// What stands on either side of a comparison in a CHECK: a literal, a column, a simple function of one.
// What has another form is not read: the term is then unknown.

import { foldName } from '../../../lib/sql-name.ts';
import type { Recipe } from '../../model/playground.ts';
import { isName, nameOf } from '../quote-name.ts';
import { type Token, tokenText } from '../token.ts';

export type Operand =
  | { kind: 'value'; value: number | string }
  /** The column plus a number. `column` is folded. */
  | { kind: 'column'; column: string; offset: number }
  /** column % divisor */
  | { kind: 'modulo'; column: string; divisor: number }
  | { kind: 'length'; column: string }
  | { kind: 'abs'; column: string }
  /** round(column, digits) */
  | { kind: 'round'; column: string; digits: number }
  /** date(column) and its kin: they keep the order of moments. */
  | { kind: 'moment'; column: string; name: string };

interface Read {
  operand: Operand;
  /** The position after it. */
  end: number;
}

/** The operand that begins at a position, or null. */
export function readOperand(
  sql: string,
  tokens: readonly Token[],
  at: number,
  version: Recipe['generatorsVersion'],
): Read | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'string') {
    return { operand: { kind: 'value', value: nameOf(sql, token) }, end: at + 1 };
  }
  const number = readNumber(sql, tokens, at);
  if (number) return { operand: { kind: 'value', value: number.value }, end: number.end };
  if (!isName(token)) return null;
  if (tokens[at + 1]?.kind === 'open') return readFunction(sql, tokens, at, version);
  const column = foldName(nameOf(sql, token));
  const [operator, divisor] = [tokens[at + 1], readNumber(sql, tokens, at + 2)];
  if (version > 1 && operator && tokenText(sql, operator) === '%' && divisor) {
    return { operand: { kind: 'modulo', column, divisor: divisor.value }, end: divisor.end };
  }
  const offset = version > 1 ? readOffset(sql, tokens, at + 1) : null;
  return {
    operand: { kind: 'column', column, offset: offset?.value ?? 0 },
    end: offset?.end ?? at + 1,
  };
}

/** The literals of a list in parentheses, or null when there is anything else in it. */
export function readValues(sql: string, tokens: readonly Token[]): (number | string)[] | null {
  if (tokens[0]?.kind !== 'open' || tokens.at(-1)?.kind !== 'close') return null;
  const values: (number | string)[] = [];
  let at = 1;
  while (at < tokens.length - 1) {
    const item = readOperand(sql, tokens, at, 1);
    if (item?.operand.kind !== 'value') return null;
    values.push(item.operand.value);
    at = item.end;
    if (tokens[at]?.kind !== 'comma' && at !== tokens.length - 1) return null;
    at++;
  }
  return values;
}

function readNumber(
  sql: string,
  tokens: readonly Token[],
  at: number,
): { value: number; end: number } | null {
  const token = tokens[at];
  if (!token) return null;
  const text = tokenText(sql, token);
  if (token.kind === 'number') return { value: Number(text.replaceAll('_', '')), end: at + 1 };
  const next = tokens[at + 1];
  if (token.kind !== 'operator' || !/^[-+]$/.test(text) || next?.kind !== 'number') return null;
  const value = Number(tokenText(sql, next).replaceAll('_', ''));
  return { value: text === '-' ? -value : value, end: at + 2 };
}

// "+ 1" after a column is an operator and a number, as "-1" is; "a + 1 * 2" is read no further.
function readOffset(sql: string, tokens: readonly Token[], at: number) {
  if (tokens[at]?.kind !== 'operator') return null;
  return readNumber(sql, tokens, at);
}

function readFunction(
  sql: string,
  tokens: readonly Token[],
  at: number,
  version: Recipe['generatorsVersion'],
): Read | null {
  const [name, argument] = [tokens[at], tokens[at + 2]];
  if (!name || !isName(argument)) return null;
  const word = tokenText(sql, name).toLowerCase();
  const column = foldName(nameOf(sql, argument));
  if (tokens[at + 3]?.kind === 'close') {
    const operand = simpleFunction(word, column, version);
    return operand && { operand, end: at + 4 };
  }
  if (version === 1) return null;
  const digits = tokens[at + 3]?.kind === 'comma' ? readNumber(sql, tokens, at + 4) : null;
  if (word === 'round' && digits && tokens[digits.end]?.kind === 'close') {
    return { operand: { kind: 'round', column, digits: digits.value }, end: digits.end + 1 };
  }
  // length(trim(x)): generated text has no space around it.
  const inner = word === 'length' ? readFunction(sql, tokens, at + 2, version) : null;
  if (inner?.operand.kind !== 'column' || tokens[inner.end]?.kind !== 'close') return null;
  return { operand: { kind: 'length', column: inner.operand.column }, end: inner.end + 1 };
}

function simpleFunction(
  word: string,
  column: string,
  version: Recipe['generatorsVersion'],
): Operand | null {
  if (word === 'length') return { kind: 'length', column };
  if (version === 1) return null;
  switch (word) {
    case 'abs':
      return { kind: 'abs', column };
    case 'round':
      return { kind: 'round', column, digits: 0 };
    case 'trim':
      return { kind: 'column', column, offset: 0 };
    case 'date':
    case 'datetime':
    case 'julianday':
    case 'unixepoch':
      return { kind: 'moment', column, name: word };
    default:
      return null;
  }
}
