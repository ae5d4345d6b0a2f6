// The parameters of a statement that decide how many rows a range takes: those compared with a column.
// Reads tokens, not grammar: where it is not sure it says nothing.

import { isSameName } from '../../../lib/sql-name.ts';
import type { Schema, Table } from '../../model/database/schema.ts';
import { isName, nameOf, quoteName } from '../quote-name.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../token.ts';

/** A comparison as it reads with the column on the left. */
export type RangeOperator = '<' | '<=' | '>' | '>=';

/** A parameter whose value decides which share of a table's rows a comparison keeps. */
export interface RangeParameter {
  /** With its prefix: `:min`. */
  name: string;
  table: string;
  column: string;
  operator: RangeOperator;
  /** The other bound of its BETWEEN, when that is a parameter too. */
  partner: string | null;
  /** What the other bound of its BETWEEN asks of the column, when that is a literal: `price >= 5`. */
  restriction: string | null;
}

/** A literal that could be such a parameter: `price > 900` and what to write in its place. */
export interface RangeLiteral {
  comparison: string;
  suggestion: string;
}

/** Each named parameter once, in order of appearance. Columns that no table has are left out. */
export function rangeParametersOf(sql: string, schema: Schema): RangeParameter[] {
  const found = new Map<string, RangeParameter>();
  for (const { value, other, operator, table, column } of comparisonsOf(sql, schema)) {
    const name = tokenText(sql, value);
    if (!isNamedParameter(sql, value) || found.has(name)) continue;
    const partner = other && isNamedParameter(sql, other) ? tokenText(sql, other) : null;
    const isBoundBy = other && isLiteral(other) ? tokenText(sql, other) : null;
    const opposite = operator === '>=' ? '<=' : '>=';
    found.set(name, {
      name,
      table,
      column,
      operator,
      partner,
      restriction: isBoundBy && `${quoteName(column)} ${opposite} ${isBoundBy}`,
    });
  }
  return [...found.values()];
}

/** The first literal that is compared with a column so; null when there is none. */
export function rangeLiteralOf(sql: string, schema: Schema): RangeLiteral | null {
  const first = comparisonsOf(sql, schema).find(({ value }) => isLiteral(value));
  if (!first) return null;
  const { column, operator, value } = first;
  const words = column.replace(/\W+/g, '_');
  const parameter = `:${operator.startsWith('>') ? 'min' : 'max'}_${words}`;
  return {
    comparison: `${quoteName(column)} ${operator} ${tokenText(sql, value)}`,
    suggestion: `${quoteName(column)} ${operator} ${parameter}`,
  };
}

interface Comparison {
  table: string;
  column: string;
  operator: RangeOperator;
  value: Token;
  /** Of BETWEEN, the other bound. */
  other: Token | null;
}

function comparisonsOf(sql: string, schema: Schema): Comparison[] {
  const tokens = meaningfulTokens(sql);
  const comparisons: Comparison[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const operator = operatorOf(sql, tokens[at]);
    const [left, right] = [tokens[at - 1], tokens[at + 1]];
    if (operator && left && right) {
      if (!isPartOfExpression(sql, tokens[at + 2])) {
        const holder = columnEndingAt(sql, tokens, at - 1, schema);
        if (holder) comparisons.push({ ...holder, operator, value: right, other: null });
      }
      if (!isPartOfExpression(sql, tokens[at - 2])) {
        const holder = columnBeginningAt(sql, tokens, at + 1, schema);
        if (holder) {
          comparisons.push({ ...holder, operator: mirrored[operator], value: left, other: null });
        }
      }
    } else if (isKeyword(sql, tokens[at], 'BETWEEN') && isKeyword(sql, tokens[at + 2], 'AND')) {
      const [low, high] = [tokens[at + 1], tokens[at + 3]];
      // NOT BETWEEN keeps two ranges: no single bound decides their share.
      const isNegated = isKeyword(sql, tokens[at - 1], 'NOT');
      if (!low || !high || isNegated || isPartOfExpression(sql, tokens[at + 4])) continue;
      const holder = columnEndingAt(sql, tokens, at - 1, schema);
      if (!holder) continue;
      comparisons.push({ ...holder, operator: '>=', value: low, other: high });
      comparisons.push({ ...holder, operator: '<=', value: high, other: low });
    }
  }
  return comparisons;
}

const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function operatorOf(sql: string, token: Token | undefined): RangeOperator | null {
  if (token?.kind !== 'operator') return null;
  const text = tokenText(sql, token);
  return Object.hasOwn(mirrored, text) ? (text as RangeOperator) : null;
}

function isNamedParameter(sql: string, token: Token): boolean {
  return token.kind === 'variable' && ':@$'.includes(sql.charAt(token.start));
}

function isLiteral(token: Token): boolean {
  return token.kind === 'number' || token.kind === 'string';
}

/** Arithmetic, || and COLLATE change what is compared; a dot belongs to a longer name. */
function isPartOfExpression(sql: string, token: Token | undefined): boolean {
  if (token?.kind === 'dot' || isKeyword(sql, token, 'COLLATE')) return true;
  return token?.kind === 'operator';
}

interface Holder {
  table: string;
  column: string;
}

/** The column whose last token stands at `at`, when nothing is calculated with it. */
function columnEndingAt(
  sql: string,
  tokens: readonly Token[],
  at: number,
  schema: Schema,
): Holder | null {
  const isQualified = tokens[at - 1]?.kind === 'dot';
  const before = tokens[isQualified ? at - 3 : at - 1];
  if (isPartOfExpression(sql, before)) return null;
  return findColumn(sql, tokens, isQualified ? tokens[at - 2] : null, tokens[at], schema);
}

/** The column whose first token stands at `at`. */
function columnBeginningAt(
  sql: string,
  tokens: readonly Token[],
  at: number,
  schema: Schema,
): Holder | null {
  const isQualified = tokens[at + 1]?.kind === 'dot';
  const after = tokens[isQualified ? at + 3 : at + 1];
  // A function's name, not a column's.
  if (after?.kind === 'open' || isPartOfExpression(sql, after)) return null;
  const column = tokens[isQualified ? at + 2 : at];
  return findColumn(sql, tokens, isQualified ? tokens[at] : null, column, schema);
}

function findColumn(
  sql: string,
  tokens: readonly Token[],
  qualifier: Token | null | undefined,
  column: Token | undefined,
  { tables }: Schema,
): Holder | null {
  // A string is a value here, whatever SQLite makes of it in other places.
  if (!isName(column) || column.kind === 'string' || qualifier === undefined) return null;
  const name = nameOf(sql, column);
  const named = tables.filter((table) => tokens.some((token) => isNameOf(sql, token, table)));
  const candidates =
    qualifier === null
      ? named
      : named.filter((table) => isCalled(sql, tokens, table, nameOf(sql, qualifier)));
  for (const table of candidates) {
    const found = table.columns.find((other) => isSameName(other.name, name));
    if (found) return { table: table.name, column: found.name };
  }
  return null;
}

function isNameOf(sql: string, token: Token, { name }: Table): boolean {
  return isName(token) && isSameName(nameOf(sql, token), name);
}

/** True when `alias` is the table's name or stands behind it: `products AS p`, `products p`. */
function isCalled(sql: string, tokens: readonly Token[], table: Table, alias: string): boolean {
  if (isSameName(table.name, alias)) return true;
  return tokens.some((token, at) => {
    if (!isNameOf(sql, token, table)) return false;
    const next = tokens[isKeyword(sql, tokens[at + 1], 'AS') ? at + 2 : at + 1];
    return isName(next) && isSameName(nameOf(sql, next), alias);
  });
}
