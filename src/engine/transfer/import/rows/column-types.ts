// Which type the texts of a column have, and the value that each is stored as.
// What looks like a number but would change by becoming one stays a text: zip codes, versions, dates.
import type { ImportedColumnType } from '../../../model/transfer/import.ts';
import type { SqlValue } from '../../../model/values.ts';

type NumberKind = 'INTEGER' | 'REAL' | 'TEXT';

/** No sign but minus, no leading zero, no blanks: written back it is the same text. */
const integer = /^(0|-?[1-9]\d*)$/;
const real = /^-?(0|[1-9]\d*)?(\.\d+|\.(?=[eE]))?([eE][+-]?\d{1,3})?$/;
const lowest = -(2n ** 63n);
const highest = 2n ** 63n - 1n;
/** A double holds 15 decimal digits exactly and 17 approximately. */
const mostDigits = 17;

/** The type that stores this text without changing what it says. */
export function numberKind(text: string): NumberKind {
  // Cheap for what is no number at all: its first character tells.
  const code = text.charCodeAt(0);
  if (!(code >= 48 && code <= 57) && code !== 45 && code !== 46) return 'TEXT';
  if (text.length > 400) return 'TEXT';
  if (integer.test(text)) {
    if (text.length <= 18) return 'INTEGER';
    const value = BigInt(text);
    return value >= lowest && value <= highest ? 'INTEGER' : 'TEXT';
  }
  if (!/\d/.test(text) || !real.test(text)) return 'TEXT';
  const [mantissa = ''] = text.split(/[eE]/, 1);
  const digits = mantissa.replace(/[-.]/g, '').replace(/^0+/, '');
  return digits.length <= mostDigits && Number.isFinite(Number(text)) ? 'REAL' : 'TEXT';
}

/** The type of a column from its first texts; empty ones say nothing. */
export function columnType(texts: Iterable<string>): ImportedColumnType {
  let type: NumberKind | null = null;
  for (const text of texts) {
    if (text === '') continue;
    const kind = numberKind(text);
    if (kind === 'TEXT') return 'TEXT';
    type = type === 'REAL' ? 'REAL' : kind;
  }
  return type ?? 'TEXT';
}

/**
 * The value to store: a number where the text is one of the column's type, else the text, which
 * SQLite's type affinity may still turn into a number. Integers beyond 2^53 come as bigint.
 */
export function toValue(text: string, type: ImportedColumnType): SqlValue {
  if (type === 'TEXT' || type === 'BLOB') return text;
  const kind = numberKind(text);
  if (kind === 'TEXT') return text;
  const value = Number(text);
  return kind === 'INTEGER' && !Number.isSafeInteger(value) ? BigInt(text) : value;
}

/** True when the text that gave this value was not of the column's type. */
export function isMisfit(stored: SqlValue, type: ImportedColumnType): boolean {
  if (type === 'TEXT' || type === 'BLOB') return false;
  if (typeof stored === 'string') return true;
  return type === 'INTEGER' && typeof stored === 'number' && !Number.isInteger(stored);
}
