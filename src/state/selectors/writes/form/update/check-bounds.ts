// What a table's CHECKs allow a column: which way a number may move without breaking one.
// Takes simple terms alone; anything else is said to be bound.
import type { Operand } from '../../../../../engine/sql/checks/check-operand.ts';
import {
  type Comparison,
  readTerms,
  type Term,
} from '../../../../../engine/sql/checks/check-terms.ts';
import { isName, nameOf } from '../../../../../engine/sql/quote-name.ts';
import { meaningfulTokens } from '../../../../../engine/sql/token.ts';
import { foldName, isSameName } from '../../../../../lib/sql-name.ts';

export type ColumnBounds =
  /** No CHECK speaks of it. */
  | { kind: 'free' }
  /** It may grow. */
  | { kind: 'above' }
  /** It may shrink. */
  | { kind: 'below' }
  /** Both ends belong to what is allowed, or neither does: low + high - value is allowed too. */
  | { kind: 'between'; low: number; high: number }
  /** A CHECK that cannot be read, or that is about other columns too. */
  | { kind: 'bound' };

interface Limit {
  side: 'low' | 'high';
  value: number;
  isOpen: boolean;
}

/** The forms that the newest generators read. */
const readingVersion = 2;

/** `checks`: the CHECK expressions of the table. */
export function columnBounds(checks: readonly string[], column: string): ColumnBounds {
  const limits: Limit[] = [];
  for (const check of checks.filter((each) => speaksOf(each, column))) {
    for (const term of readTerms(check, readingVersion)) {
      const found = limitsOf(term, foldName(column));
      if (!found) return { kind: 'bound' };
      limits.push(...found);
    }
  }
  return boundsOf(limits);
}

function speaksOf(check: string, column: string): boolean {
  return meaningfulTokens(check).some(
    (token) => isName(token) && isSameName(nameOf(check, token), column),
  );
}

function boundsOf(limits: readonly Limit[]): ColumnBounds {
  const tightest = (side: Limit['side']) =>
    limits
      .filter((limit) => limit.side === side)
      .sort((a, b) => (side === 'low' ? b.value - a.value : a.value - b.value))[0];
  const [low, high] = [tightest('low'), tightest('high')];
  if (!low && !high) return { kind: 'free' };
  if (!high) return { kind: 'above' };
  if (!low) return { kind: 'below' };
  // Sums of fractions are inexact, and an end that is open on one side only has no mirror image.
  const hasMirror =
    low.isOpen === high.isOpen &&
    Number.isSafeInteger(low.value) &&
    Number.isSafeInteger(high.value);
  return hasMirror ? { kind: 'between', low: low.value, high: high.value } : { kind: 'bound' };
}

/** What a term demands of a column of this folded name; null when that cannot be told. */
function limitsOf(term: Term, column: string): Limit[] | null {
  switch (term.kind) {
    case 'compare': {
      const { left, operator, right } = term;
      if (!isAbout(left, column) && !isAbout(right, column)) return [];
      return comparedLimits(left, operator, right) ?? comparedLimits(right, turned[operator], left);
    }
    case 'in':
      if (term.column !== column) return [];
      return term.isNot ? null : listLimits(term.values);
    case 'null':
      // A value stays one; one that must be NULL has no change.
      return term.column !== column || term.isNot ? [] : null;
    case 'like':
    case 'json':
      return term.column === column ? null : [];
    case 'or':
    case 'unknown':
      return null;
  }
}

function isAbout(operand: Operand, column: string): boolean {
  return operand.kind !== 'value' && operand.column === column;
}

const turned: Record<Comparison, Comparison> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '<>': '<>',
};

/** Of a column by itself against a number; null for anything else. */
function comparedLimits(left: Operand, operator: Comparison, right: Operand): Limit[] | null {
  if (left.kind !== 'column' || left.offset !== 0) return null;
  if (right.kind !== 'value' || typeof right.value !== 'number') return null;
  if (operator === '=' || operator === '<>') return null;
  return [
    {
      side: operator.startsWith('>') ? 'low' : 'high',
      value: right.value,
      isOpen: !operator.endsWith('='),
    },
  ];
}

/** A list of whole numbers without a gap is a range. */
function listLimits(values: readonly (number | string)[]): Limit[] | null {
  const numbers = values.filter((value) => Number.isSafeInteger(value)).map(Number);
  if (numbers.length === 0 || numbers.length < values.length) return null;
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (new Set(numbers).size !== high - low + 1) return null;
  return [
    { side: 'low', value: low, isOpen: false },
    { side: 'high', value: high, isOpen: false },
  ];
}
