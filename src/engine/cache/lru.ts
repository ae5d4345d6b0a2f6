// The LRU policy: when the cache is full, the entry that was used longest ago goes.
// Knows nothing of queries; capacity is in entries.

/** A cache with a fixed number of places. Its figures count since it was made or emptied. */
export interface Lru<Key, Value> {
  readonly capacity: number;
  readonly size: number;
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
  /** The value, which becomes the most recently used; undefined is a miss. */
  get(key: Key): Value | undefined;
  /** Whether the key has a value; changes neither its place nor the figures. */
  has(key: Key): boolean;
  /** Keeps the value as the most recently used. */
  set(key: Key, value: Value): void;
  /** Removes all entries and sets the figures to zero. */
  empty(): void;
  /** From the least to the most recently used. */
  keys(): Key[];
}

/**
 * An LRU cache over a Map: a Map keeps the order of insertion, so taking an entry out and putting
 * it back makes it the newest, and the first key is the oldest. Capacity 0 keeps nothing.
 */
export function createLru<Key, Value extends NonNullable<unknown>>(
  capacity: number,
): Lru<Key, Value> {
  const entries = new Map<Key, Value>();
  let hits = 0;
  let misses = 0;
  let evictions = 0;
  return {
    capacity,
    get size() {
      return entries.size;
    },
    get hits() {
      return hits;
    },
    get misses() {
      return misses;
    },
    get evictions() {
      return evictions;
    },
    get(key) {
      const value = entries.get(key);
      if (value === undefined) {
        misses++;
        return undefined;
      }
      hits++;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    has: (key) => entries.has(key),
    set(key, value) {
      if (capacity < 1) return;
      if (!entries.delete(key) && entries.size >= capacity) {
        for (const oldest of entries.keys()) {
          entries.delete(oldest);
          evictions++;
          break;
        }
      }
      entries.set(key, value);
    },
    empty() {
      entries.clear();
      hits = 0;
      misses = 0;
      evictions = 0;
    },
    keys: () => [...entries.keys()],
  };
}
