// Rows as JSON objects whose numbers keep every digit.
import { toHex } from '../hash/hex.ts';
import { numberText } from './number-text.ts';

export type JsonValue = null | number | bigint | string | Uint8Array;

/**
 * A value as JSON. Integers beyond 2^53 are written with all their digits, as the grammar allows: a
 * reader that takes numbers for doubles rounds them. A blob is {"$blob":"00ff"}.
 */
function jsonValue(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  return value instanceof Uint8Array ? `{"$blob":"${toHex(value)}"}` : numberText(value);
}

/** An object on one line; `keys` are those that jsonKeys gives for the columns. */
export function jsonObject(keys: readonly string[], values: readonly JsonValue[]): string {
  let text = '{';
  for (let index = 0; index < keys.length; index++) {
    if (index > 0) text += ',';
    text += `${keys[index]}:${jsonValue(values[index] ?? null)}`;
  }
  return `${text}}`;
}

/**
 * The columns' names as JSON texts, each once: what comes again gets a number, as SQLite names the
 * columns of a subquery (a, a:1, a:2).
 */
export function jsonKeys(columns: readonly string[]): string[] {
  const taken = new Set(columns);
  const seen = new Set<string>();
  return columns.map((column) => {
    let name = column;
    for (let copy = 1; seen.has(name) || (copy > 1 && taken.has(name)); copy++) {
      name = `${column}:${copy}`;
    }
    seen.add(name);
    return JSON.stringify(name);
  });
}
