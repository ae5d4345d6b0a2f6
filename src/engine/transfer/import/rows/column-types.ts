// Which type the texts of a column have, and the value that each is stored as.
// What looks like a number but would change by becoming one stays a text: zip codes, versions, dates.
import type { ImportedColumnType } from '../../../model/transfer/import.ts';
import type { SqlValue } from '../../../model/values.ts';

type NumberKind = 'INTEGER' | 'REAL' | 'TEXT';

/** No sign but minus, no leading zero, no blanks: written back it is the same text. */
const integer = /^(0|-?[1-9]\d*)$/;
/** Its groups: the digits behind the point, and the exponent with its sign. */
const real = /^-?(?:0|[1-9]\d*)?(?:\.(\d+|(?=[eE])))?([eE][+-]?\d{1,3})?$/;
/** As programs write it, our own CSV as 1e999, which overflows to it. */
const infinity = /^-?(?:1e999|inf(?:inity)?)$/i;
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
  const seen = { integers: 0, reals: 0, infinities: 0, bareExponents: 0, rounded: 0, padded: 0 };
  let fewestPlaces = Number.POSITIVE_INFINITY;
  let mostPlaces = 0;
  for (const text of texts) {
    if (text === '') continue;
    if (isInfinity(text)) {
      seen.infinities++;
      continue;
    }
    const kind = numberKind(text);
    if (kind === 'TEXT') return 'TEXT';
    const [, fraction, exponent] = kind === 'REAL' ? (real.exec(text) ?? []) : [];
    if (kind === 'INTEGER') {
      seen.integers++;
      if (text.length > 15 && BigInt(Number(text)) !== BigInt(text)) seen.rounded++;
    } else if (fraction === undefined && exponent !== undefined && /\d/.test(exponent.charAt(1))) {
      seen.bareExponents++;
      continue;
    } else seen.reals++;
    if (exponent !== undefined) continue;
    const places = fraction?.length ?? 0;
    fewestPlaces = Math.min(fewestPlaces, places);
    mostPlaces = Math.max(mostPlaces, places);
    // A single 0 is how many programs, SQLite among them, mark a whole number as a real: 2.0.
    if (places > 1 && fraction?.endsWith('0')) seen.padded++;
  }
  // 1.10 among 1.2 is a version; among 2.25 it is a price.
  if (seen.padded > 0 && fewestPlaces < mostPlaces) return 'TEXT';
  // 1e5 and 2e7 are codes as well as numbers; beside fractions they are numbers.
  if (seen.bareExponents > 0 && seen.reals === 0) return 'TEXT';
  if (seen.reals > 0 || (seen.infinities > 0 && seen.integers > 0)) {
    return seen.rounded > 0 ? 'TEXT' : 'REAL';
  }
  return seen.integers > 0 ? 'INTEGER' : 'TEXT';
}

function isInfinity(text: string): boolean {
  return text.length >= 3 && text.length <= 9 && infinity.test(text);
}

/**
 * The value to store: a number where the text is one of the column's type, else the text, which
 * SQLite's type affinity may still turn into a number. Integers beyond 2^53 come as bigint.
 */
export function toValue(text: string, type: ImportedColumnType): SqlValue {
  if (type === 'TEXT' || type === 'BLOB') return text;
  if (type === 'REAL' && isInfinity(text)) {
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const kind = numberKind(text);
  if (kind === 'TEXT') return text;
  // Not told apart from a whole number once it is one: it is left to be noticed as a text.
  if (kind === 'REAL' && type === 'INTEGER' && /e/i.test(text)) return text;
  const value = Number(text);
  return kind === 'INTEGER' && !Number.isSafeInteger(value) ? BigInt(text) : value;
}

/** True when the text that gave this value was not of the column's type. */
export function isMisfit(stored: SqlValue, type: ImportedColumnType): boolean {
  if (type === 'TEXT' || type === 'BLOB') return false;
  if (typeof stored === 'string') return true;
  return type === 'INTEGER' && typeof stored === 'number' && !Number.isInteger(stored);
}
