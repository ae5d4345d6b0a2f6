// JSON text to values, with integers beyond 2^53 kept exact, and back to what a column stores.
// Knows nothing of files and rows.
import { fromHex } from '../../../../lib/hash/hex.ts';
import type { ImportedColumnType } from '../../../model/transfer/import.ts';
import type { SqlValue } from '../../../model/values.ts';
import { refusals } from '../../refusals.ts';
import { countBreaks } from '../line-breaks.ts';

/** Stands before the digits of a big integer, which JSON.parse would round; no text begins so. */
const bigMark = '\0integer:';
const escapedMark = '\\u0000integer:';
const mayHaveBig = /\d{16}/;
/** Numbers are taken as a whole: digits behind a decimal point belong to a double. */
const stringOrNumber = /"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const bigInteger = /^-?\d{16,}$/;

/** Parses JSON. Throws a refusal that says where it breaks off. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(mayHaveBig.test(text) ? withBigMarks(text) : text);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    if (thrown.name !== 'SyntaxError') throw refusals.deepJson();
    throw refusals.unreadableJson(placed(text, thrown.message));
  }
}

function withBigMarks(text: string): string {
  let marked = '';
  let copied = 0;
  stringOrNumber.lastIndex = 0;
  for (let found = stringOrNumber.exec(text); found; found = stringOrNumber.exec(text)) {
    const [token] = found;
    if (token === '"') {
      stringOrNumber.lastIndex = endOfString(text, found.index);
    } else if (bigInteger.test(token) && !Number.isSafeInteger(Number(token))) {
      marked += `${text.slice(copied, found.index)}"${escapedMark}${token}"`;
      copied = found.index + token.length;
    }
  }
  return marked + text.slice(copied);
}

// Digits within a string are text. A pattern for whole strings overflows its stack on long ones.
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at + 1;
  }
  return text.length;
}

// V8 says "at position 123", Firefox "at line 1 column 2"; some messages say neither.
function placed(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  const what = message.replace(/^JSON\.parse: /, '').replace(/ in JSON at position.*$/, '');
  if (/end of (JSON|data)|Unterminated/i.test(message)) {
    return `it ends in line ${countBreaks(text, 0, text.length) + 1} in the middle of a value.`;
  }
  if (position === undefined) return `${what}.`;
  const line = countBreaks(text, 0, Number(position)) + 1;
  return `${what} in line ${line}.`;
}

/** True for a text of the file, not for a big integer that is marked. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && !value.startsWith(bigMark);
}

/**
 * What is stored for a JSON value: lists and objects as JSON text, true and false as 1 and 0, and
 * {"$blob":"00ff"} as the bytes that our own exports write so.
 */
export function toSqlValue(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return value.startsWith(bigMark) ? toBig(value) : value;
  const blob = blobOf(value);
  if (blob) return blob;
  try {
    return JSON.stringify(value).replaceAll(/"\\u0000integer:(-?\d+)"/g, '$1');
  } catch {
    throw refusals.deepJson();
  }
}

function blobOf(value: object): Uint8Array | null {
  if (!('$blob' in value) || Object.keys(value).length !== 1) return null;
  const { $blob: digits } = value;
  return typeof digits === 'string' ? fromHex(digits) : null;
}

// Beyond 64 bits SQLite has no integer: a double that is written so stays one, other digits a text.
function toBig(marked: string): SqlValue {
  const digits = marked.slice(bigMark.length);
  const value = BigInt(digits);
  if (BigInt.asIntN(64, value) === value) return value;
  const double = Number(digits);
  return String(double) === digits ? double : digits;
}

/**
 * The type of a column from its values; null says nothing. BLOB converts nothing: for blobs, and for
 * values of several kinds (`isMixed`).
 */
export function jsonColumnType(values: Iterable<SqlValue>): {
  type: ImportedColumnType;
  isMixed: boolean;
} {
  const kinds = new Set<ImportedColumnType>();
  let isRounded = false;
  for (const value of values) {
    if (value === null) continue;
    kinds.add(kindOf(value));
    isRounded ||= typeof value === 'bigint' && BigInt(Number(value)) !== value;
  }
  const isNumeric = !kinds.has('TEXT') && !kinds.has('BLOB');
  if (!isNumeric && kinds.size > 1) return { type: 'BLOB', isMixed: true };
  // INTEGER keeps a fraction as it is, REAL would round the integers that no double holds.
  if (kinds.has('REAL') && isRounded) return { type: 'INTEGER', isMixed: false };
  if (kinds.has('REAL')) return { type: 'REAL', isMixed: false };
  const [type = 'TEXT'] = kinds;
  return { type, isMixed: false };
}

function kindOf(value: Exclude<SqlValue, null>): ImportedColumnType {
  if (typeof value === 'string') return 'TEXT';
  if (typeof value === 'object') return 'BLOB';
  return typeof value === 'bigint' || Number.isInteger(value) ? 'INTEGER' : 'REAL';
}
