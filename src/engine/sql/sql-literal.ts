// Values as SQL literals that give back the very same value, on any build of SQLite.
import { toHex } from '../../lib/hash/hex.ts';
import { numberText } from '../../lib/rows-text/number-text.ts';
import { maxBytesPerUnit, writeUtf8 } from '../../lib/utf8.ts';
import type { SqlValue } from '../model/values.ts';

/**
 * `isReal`: a number that is stored as a real although it may be whole, in a column that would keep
 * an integer. A text is taken as it was decoded.
 */
export function sqlLiteral(value: SqlValue, isReal: boolean): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return textLiteral(value, () => null);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return `X'${toHex(value)}'`;
  const text = numberText(value);
  // Beyond 2^53 an integer comes as a bigint: a number is a real there.
  const mustBeReal = isReal || Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return mustBeReal && !/[.e]/.test(text) ? `${text}.0` : text;
}

// Plain quotes end at a NUL for some readers of scripts; U+FFFD may stand for bytes that are no UTF-8.
const needsBytes = /[\0\ufffd]/;

/** `bytesOf` gives the text as it is stored, null where only what was decoded is known. */
export function textLiteral(text: string, bytesOf: () => Uint8Array | null): string {
  if (needsBytes.test(text)) return `CAST(X'${toHex(bytesOf() ?? utf8Of(text))}' AS TEXT)`;
  return `'${text.includes("'") ? text.replaceAll("'", "''") : text}'`;
}

function utf8Of(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * maxBytesPerUnit);
  return bytes.subarray(0, writeUtf8(text, bytes, 0));
}
