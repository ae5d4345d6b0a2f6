// One object a row: whoever loads a row again gets the object that is there.
import { toHex } from '../../../../lib/hash/hex.ts';
import type { SqlValue } from '../../../model/values.ts';
import type { Entity } from './entity.ts';

export interface IdentityMap {
  get(key: readonly SqlValue[]): Entity | undefined;
  set(key: readonly SqlValue[], entity: Entity): void;
  delete(key: readonly SqlValue[]): void;
  all(): Iterable<Entity>;
}

/** An empty map of the rows of one table. */
export function createIdentityMap(): IdentityMap {
  const entities = new Map<string | number, Entity>();
  return {
    get: (key) => entities.get(identityOf(key)),
    set(key, entity) {
      entities.set(identityOf(key), entity);
    },
    delete(key) {
      entities.delete(identityOf(key));
    },
    all: () => entities.values(),
  };
}

/** A single number is its own; others become a text, in which the lengths keep values apart. */
function identityOf(key: readonly SqlValue[]): string | number {
  const [only] = key;
  if (key.length === 1 && typeof only === 'number') return only;
  return key.map(partOf).join();
}

function partOf(value: SqlValue): string {
  if (value instanceof Uint8Array) return `b${toHex(value)}`;
  return typeof value === 'string' ? `t${value.length}:${value}` : `n${value}`;
}
