// What a table's CHECKs allow a column: which way a number may move without breaking one.
// Reads the simple forms alone; anything else is said to be bound.
import { isName, isSameName, nameOf } from '../../../../../engine/sql/quote-name.ts';
import {
  isKeyword,
  meaningfulTokens,
  type Token,
  tokenText,
} from '../../../../../engine/sql/token.ts';

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

/** `checks`: the CHECK expressions; `columns`: the names of all of the table's columns. */
export function columnBounds(
  checks: readonly string[],
  column: string,
  columns: readonly string[],
): ColumnBounds {
  const limits: Limit[] = [];
  for (const check of checks) {
    const tokens = meaningfulTokens(check);
    const names = tokens.filter(isName).map((token) => nameOf(check, token));
    if (!names.some((name) => isSameName(name, column))) continue;
    const isAlone = names.every(
      (name) => isSameName(name, column) || !columns.some((other) => isSameName(other, name)),
    );
    const found = isAlone ? readConjunction(check, withoutParentheses(tokens), column) : null;
    if (!found) return { kind: 'bound' };
    limits.push(...found);
  }
  return boundsOf(limits);
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

function withoutParentheses(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.kind !== 'open') return tokens;
  let depth = 0;
  const end = tokens.findIndex((token) => {
    if (token.kind === 'open') depth++;
    return token.kind === 'close' && --depth === 0;
  });
  return end === tokens.length - 1 ? withoutParentheses(tokens.slice(1, -1)) : tokens;
}

/** Terms joined by AND; null when one of them is none of the forms that are read. */
function readConjunction(sql: string, tokens: readonly Token[], column: string): Limit[] | null {
  const limits: Limit[] = [];
  let at = 0;
  const isColumn = () => {
    const token = tokens[at];
    return isName(token) && isSameName(nameOf(sql, token), column) && ++at > 0;
  };
  const take = (keyword: string) => isKeyword(sql, tokens[at], keyword) && ++at > 0;
  const takeNumber = (): number | null => {
    const sign = tokens[at];
    const isSigned = sign?.kind === 'operator' && /^[-+]$/.test(tokenText(sql, sign));
    const token = tokens[isSigned ? at + 1 : at];
    if (token?.kind !== 'number') return null;
    const value = Number(tokenText(sql, token).replaceAll('_', ''));
    at += isSigned ? 2 : 1;
    return isSigned && tokenText(sql, sign) === '-' ? -value : value;
  };
  const takeComparison = (): string | null => {
    const token = tokens[at];
    const text = token?.kind === 'operator' ? tokenText(sql, token) : '';
    if (!['<', '<=', '>', '>='].includes(text)) return null;
    at++;
    return text;
  };

  /** What follows the column: a comparison, BETWEEN, IN, or that it is not NULL. */
  function readAfterColumn(): Limit[] | null {
    if (take('IS')) return take('NOT') && take('NULL') ? [] : null;
    if (take('NOT')) return take('NULL') ? [] : null;
    if (take('BETWEEN')) {
      const low = takeNumber();
      const high = take('AND') ? takeNumber() : null;
      return low === null || high === null ? null : closed(low, high);
    }
    if (take('IN')) return readList();
    const comparison = takeComparison();
    const value = comparison && takeNumber();
    return comparison && typeof value === 'number' ? [toLimit(comparison, value)] : null;
  }

  /** A list of whole numbers without a gap is a range. */
  function readList(): Limit[] | null {
    if (tokens[at++]?.kind !== 'open') return null;
    const values: number[] = [];
    do {
      const value = takeNumber();
      if (value === null || !Number.isSafeInteger(value)) return null;
      values.push(value);
    } while (tokens[at++]?.kind === 'comma');
    if (tokens[at - 1]?.kind !== 'close') return null;
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return new Set(values).size === high - low + 1 ? closed(low, high) : null;
  }

  function readTerm(): Limit[] | null {
    if (isColumn()) return readAfterColumn();
    const value = takeNumber();
    const comparison = value === null ? null : takeComparison();
    if (value === null || comparison === null || !isColumn()) return null;
    return [toLimit(turned[comparison] ?? comparison, value)];
  }

  do {
    const found = readTerm();
    if (!found) return null;
    limits.push(...found);
  } while (take('AND'));
  return at === tokens.length ? limits : null;
}

const turned: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function toLimit(comparison: string, value: number): Limit {
  return {
    side: comparison.startsWith('>') ? 'low' : 'high',
    value,
    isOpen: !comparison.endsWith('='),
  };
}

function closed(low: number, high: number): Limit[] {
  return [
    { side: 'low', value: low, isOpen: false },
    { side: 'high', value: high, isOpen: false },
  ];
}
