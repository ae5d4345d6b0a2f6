// A result cache in front of the engine: answers repeated reads without asking SQLite.
// Hands rows out by reference: nothing is copied, and nobody may change them.
import type { Milliseconds } from '../model/units.ts';
import type { SqlValue } from '../model/values.ts';
import type { Binding, Database } from '../sqlite/driver.ts';
import type { StatementHook } from '../sqlite/hooks.ts';
import { cacheKey } from './cache-key.ts';
import { type Cacheability, cacheabilityOf, mayKeep } from './is-cacheable.ts';
import { createLru } from './lru.ts';

export interface CachedResult {
  columns: readonly string[];
  rows: readonly (readonly SqlValue[])[];
}

export interface ResultCache {
  readonly capacity: number;
  readonly size: number;
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
  /** The kept result of this very call, or undefined. */
  lookup(sql: string, binding: Binding): CachedResult | undefined;
  /** Whether the result of this very call is kept; not counted as a use. */
  has(sql: string, binding: Binding): boolean;
  /** Keeps a result. Whether it may be kept is asked of isCacheable before. */
  store(sql: string, binding: Binding, result: CachedResult): void;
  /** To be called after every committed write: no kept result may be trusted any more. */
  writeCommitted(): void;
  /** Forgets all results and figures. */
  empty(): void;
}

/** An empty LRU result cache for `capacity` results. */
export function createResultCache(capacity: number): ResultCache {
  const results = createLru<string, CachedResult>(capacity);
  return {
    capacity,
    get size() {
      return results.size;
    },
    get hits() {
      return results.hits;
    },
    get misses() {
      return results.misses;
    },
    get evictions() {
      return results.evictions;
    },
    lookup: (sql, binding) => results.get(cacheKey(sql, binding)),
    has: (sql, binding) => results.has(cacheKey(sql, binding)),
    store: (sql, binding, result) => results.set(cacheKey(sql, binding), result),
    writeCommitted: results.empty,
    empty: results.empty,
  };
}

/**
 * The cache as a statement hook: answers hits, keeps the complete results of what SQLite answered,
 * up to `maxRows` rows. The rows of a hit are those of the first call: treat them as read-only.
 */
export function cacheHook(
  database: Database,
  cache: ResultCache,
  clock: () => Milliseconds,
  maxRows = Number.POSITIVE_INFINITY,
): StatementHook {
  const known = new Map<string, Cacheability>();
  const mayAnswer = (sql: string, binding: Binding): boolean => {
    const cacheability = known.get(sql) ?? cacheabilityOf(database, sql);
    known.set(sql, cacheability);
    return mayKeep(cacheability, binding);
  };
  return {
    before({ sql, binding }) {
      const start = clock();
      const found = cache.lookup(sql, binding);
      if (!found) return null;
      const elapsedMs = clock() - start;
      return {
        columns: [...found.columns],
        rows: found.rows as SqlValue[][],
        rowCount: found.rows.length,
        isTruncated: false,
        changes: 0,
        time: { prepareMs: 0, executeMs: elapsedMs, fetchMs: 0 },
      };
    },
    after({ sql, binding }, outcome) {
      if (outcome.status !== 'done') return;
      const { isTruncated, rowCount } = outcome.result;
      if (isTruncated || rowCount > maxRows) return;
      if (mayAnswer(sql, binding)) cache.store(sql, binding, outcome.result);
    },
  };
}
