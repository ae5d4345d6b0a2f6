// JSON text to values, with integers beyond 2^53 kept exact, and back to what a column stores.
// Knows nothing of files and rows.
import type { ImportedColumnType } from '../../../model/transfer/import.ts';
import type { SqlValue } from '../../../model/values.ts';
import { refusals } from '../../refusals.ts';
import { countBreaks } from '../line-breaks.ts';

/** Stands before the digits of a big integer, which JSON.parse would round; no text begins so. */
const bigMark = '\0integer:';
const escapedMark = '\\u0000integer:';
const mayHaveBig = /\d{16}/;
// Strings are passed over as a whole: digits within them are text.
const stringOrBig = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

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
  return text.replace(stringOrBig, (match) =>
    match.startsWith('"') || Number.isSafeInteger(Number(match))
      ? match
      : `"${escapedMark}${match}"`,
  );
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

/** What is stored for a JSON value: lists and objects as JSON text, true and false as 1 and 0. */
export function toSqlValue(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return value.startsWith(bigMark) ? toBig(value) : value;
  try {
    return JSON.stringify(value).replaceAll(/"\\u0000integer:(-?\d+)"/g, '$1');
  } catch {
    throw refusals.deepJson();
  }
}

// Beyond 64 bits SQLite has no integer: then the digits are kept as text.
function toBig(marked: string): SqlValue {
  const digits = marked.slice(bigMark.length);
  const value = BigInt(digits);
  return BigInt.asIntN(64, value) === value ? value : digits;
}

/** The type of a column from its values; null says nothing. BLOB converts nothing: mixed values. */
export function jsonColumnType(values: Iterable<SqlValue>): ImportedColumnType {
  let type: ImportedColumnType | null = null;
  for (const value of values) {
    if (value === null) continue;
    const kind =
      typeof value === 'string'
        ? 'TEXT'
        : typeof value === 'bigint' || Number.isInteger(value)
          ? 'INTEGER'
          : 'REAL';
    if (type === null || type === kind) type = kind;
    else if (kind === 'TEXT' || type === 'TEXT') return 'BLOB';
    else type = 'REAL';
  }
  return type ?? 'TEXT';
}
