// The key of a result: the exact SQL text and the parameters with their types.
// Never the normalized SQL: it erases literals, and different questions would share an answer.
import type { SqlValue } from '../model/values.ts';
import type { Binding } from '../sqlite/driver.ts';

/**
 * Equal only for calls that SQLite cannot tell apart: 1, '1', 1n, NULL and blobs all differ.
 * (1 and 1.0 are one number in JavaScript, and reach SQLite as the same integer.)
 * Text and names carry their length, so that no value can imitate the end of another.
 */
export function cacheKey(sql: string, binding: Binding): string {
  let key = `${sql.length}:${sql}`;
  if (isList(binding)) {
    for (const value of binding) key += encoded(value);
    return key;
  }
  const names = Object.keys(binding);
  if (names.length > 1) names.sort();
  for (const name of names) key += `${name.length}:${name}=${encoded(binding[name] ?? null)}`;
  return key;
}

function isList(binding: Binding): binding is readonly SqlValue[] {
  return Array.isArray(binding);
}

function encoded(value: SqlValue): string {
  if (value === null) return 'n;';
  if (typeof value === 'number') return `d${value};`;
  if (typeof value === 'bigint') return `i${value};`;
  if (typeof value === 'string') return `t${value.length}:${value};`;
  let hex = `b${value.length}:`;
  for (const byte of value) hex += byte.toString(16).padStart(2, '0');
  return hex;
}
