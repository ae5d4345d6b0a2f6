// A unit of work as ORMs have it, for one table: objects are added, loaded, changed and removed, and
// the flush finds out what to send. One statement an object: no batching, and no transaction.
// Source: Fowler, Patterns of Enterprise Application Architecture (Unit of Work, Identity Map).
import type { SqlValue } from '../../../model/values.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { rowsPerLook } from '../parts/execute.ts';
import { keyCondition, valueRows } from '../parts/sql-text.ts';
import { changedAttributes, compareKeys, type Entity, valuesOf } from './entity.ts';
import { createIdentityMap } from './identity-map.ts';
import type { Mapping } from './mapping.ts';
import { createStatementCache, type StatementCache } from './statement-cache.ts';

export interface UnitOfWork {
  /** A new object; its row is inserted by the next flush. */
  add(attributes: ReadonlyMap<string, SqlValue>): Entity;
  /** Objects of the rows that the condition picks; those loaded before are the same objects. */
  load(condition: string, binding: readonly SqlValue[]): Entity[];
  /** Its row is deleted by the next flush. */
  remove(entity: Entity): void;
  /**
   * Inserts in the order of adding, then updates and deletes in the order of keys. Throws what
   * SQLite throws, and when an update changes no row.
   */
  flush(): void;
  /** Statements executed so far. */
  statements(): number;
}

const notChanged =
  'a row that was loaded was not changed: it is gone, or a trigger or conflict clause left it out';

/** A unit of work without objects. */
export function createUnitOfWork(
  database: Database,
  mapping: Mapping,
  checkLimit: () => void,
): UnitOfWork {
  const identities = createIdentityMap();
  const added: Entity[] = [];
  const removed = new Set<Entity>();
  const { table, columns, key } = mapping;
  let selects = 0;
  let flushed = 0;
  let seen = 0;

  function look(): void {
    if (seen++ % rowsPerLook === 0) checkLimit();
  }

  function insert(cache: StatementCache, entity: Entity): void {
    const { attributes } = entity;
    const names = [...attributes.keys()];
    const returned = key.filter((name) => !attributes.has(name));
    const sql = () => insertSql(table, names, returned);
    const made = cache.execute(`insert ${names.join()}`, sql, [...attributes.values()]);
    for (const [at, name] of returned.entries()) attributes.set(name, made?.[at] ?? null);
    entity.loaded = new Map(attributes);
    if (key.length > 0) identities.set(valuesOf(attributes, key), entity);
  }

  function update(cache: StatementCache, entity: Entity, changed: readonly string[]): void {
    const { attributes, loaded } = entity;
    const before = valuesOf(loaded ?? attributes, key);
    const sql = () => `UPDATE ${table} SET ${settings(changed)} WHERE ${condition}`;
    cache.execute(`update ${changed.join()}`, sql, [...valuesOf(attributes, changed), ...before]);
    if (database.changes() !== 1) throw new Error(notChanged);
    entity.loaded = new Map(attributes);
    identities.delete(before);
    identities.set(valuesOf(attributes, key), entity);
  }

  function remove(cache: StatementCache, entity: Entity): void {
    const before = valuesOf(entity.loaded ?? entity.attributes, key);
    cache.execute('delete', () => `DELETE FROM ${table} WHERE ${condition}`, before);
    entity.loaded = null;
    identities.delete(before);
  }

  const condition = keyCondition({ columns: key });
  const byKey = (one: Entity, other: Entity) =>
    compareKeys(
      valuesOf(one.loaded ?? one.attributes, key),
      valuesOf(other.loaded ?? other.attributes, key),
    );

  return {
    add(attributes) {
      const entity: Entity = { attributes: new Map(attributes), loaded: null };
      added.push(entity);
      return entity;
    },
    load(where, binding) {
      const statement = database.prepare(
        `SELECT ${columns.map(quoteName).join(', ')} FROM ${table} ${where}`,
      );
      selects++;
      try {
        const entities: Entity[] = [];
        statement.bind(binding);
        while (statement.step()) {
          look();
          const row = statement.row();
          const attributes = new Map(columns.map((name, at) => [name, row[at] ?? null]));
          const identity = valuesOf(attributes, key);
          const entity = identities.get(identity) ?? { attributes, loaded: new Map(attributes) };
          identities.set(identity, entity);
          entities.push(entity);
        }
        return entities;
      } finally {
        statement.free();
      }
    },
    remove(entity) {
      removed.add(entity);
    },
    flush() {
      const cache = createStatementCache(database);
      try {
        for (const entity of added.splice(0)) {
          look();
          if (!removed.delete(entity)) insert(cache, entity);
        }
        const dirty = [...identities.all()]
          .filter((entity) => !removed.has(entity))
          .map((entity) => ({ entity, changed: changedAttributes(entity) }))
          .filter(({ changed }) => changed.length > 0)
          .sort((one, other) => byKey(one.entity, other.entity));
        for (const { entity, changed } of dirty) {
          look();
          update(cache, entity, changed);
        }
        for (const entity of [...removed].sort(byKey)) {
          look();
          remove(cache, entity);
        }
        removed.clear();
      } finally {
        flushed += cache.executions();
        cache.free();
      }
    },
    statements: () => selects + flushed,
  };
}

function settings(names: readonly string[]): string {
  return names.map((name) => `${quoteName(name)} = ?`).join(', ');
}

function insertSql(table: string, names: readonly string[], returned: readonly string[]): string {
  const columns = names.map(quoteName).join(', ');
  const head = `INSERT INTO ${table} (${columns}) VALUES ${valueRows(names.length, 1)}`;
  return returned.length === 0 ? head : `${head} RETURNING ${returned.map(quoteName).join(', ')}`;
}
