// An object for a row: its attributes as the application sees them, and what the database holds.
import { toHex } from '../../../../lib/hash/hex.ts';
import type { SqlValue } from '../../../model/values.ts';

export interface Entity {
  /** By column. The application reads and sets them. */
  readonly attributes: Map<string, SqlValue>;
  /** The attributes when they were loaded or written last; null for an object without a row. */
  loaded: ReadonlyMap<string, SqlValue> | null;
}

/** Attributes that differ from what the database holds. */
export function changedAttributes({ attributes, loaded }: Entity): string[] {
  const changed: string[] = [];
  for (const [name, value] of attributes) {
    if (!isSameValue(value, loaded?.get(name) ?? null)) changed.push(name);
  }
  return changed;
}

/** The values of some attributes; null where one is missing. */
export function valuesOf(
  attributes: ReadonlyMap<string, SqlValue>,
  names: readonly string[],
): SqlValue[] {
  return names.map((name) => attributes.get(name) ?? null);
}

/** Whether JavaScript sees the same in both. */
export function isSameValue(one: SqlValue, other: SqlValue): boolean {
  if (!(one instanceof Uint8Array) || !(other instanceof Uint8Array)) return one === other;
  return one.byteLength === other.byteLength && one.every((byte, at) => byte === other[at]);
}

/** Keys in order: NULL, numbers, texts, blobs, as SQLite sorts them. */
export function compareKeys(some: readonly SqlValue[], others: readonly SqlValue[]): number {
  for (let at = 0; at < some.length; at++) {
    const difference = compareValues(some[at] ?? null, others[at] ?? null);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareValues(one: SqlValue, other: SqlValue): number {
  const difference = rankOf(one) - rankOf(other);
  if (difference !== 0 || one === null || other === null) return difference;
  const some = one instanceof Uint8Array ? toHex(one) : one;
  const others = other instanceof Uint8Array ? toHex(other) : other;
  return some < others ? -1 : Number(some > others);
}

function rankOf(value: SqlValue): number {
  if (value === null) return 0;
  if (typeof value === 'string') return 2;
  return value instanceof Uint8Array ? 3 : 1;
}
