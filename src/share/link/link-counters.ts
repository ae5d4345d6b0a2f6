// The author's counters in the compact form that a link carries (key 'k', since version 2).
// Knows nothing of the rest of the document; positions stand for ids, as everywhere in a link.
import * as v from 'valibot';
import type {
  AuthorCounters,
  SharedCounters,
} from '../../engine/model/counters/author-counters.ts';
import type { Counters } from '../../engine/model/counters/counters.ts';

/** Hex digits of a hash in a link. */
const hashDigits = 8;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/));

// In the order of the model, so that what is rarely above 0 stands together and compresses.
const wireCell = v.strictTuple([
  count,
  count,
  count,
  count,
  count,
  count,
  count,
  count,
  count,
  hash,
  hash,
]);

export const wireCounters = v.strictTuple([
  v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d{1,3}){0,3}$/)),
  v.array(v.array(v.union([v.null(), wireCell]))),
]);

/** Version of SQLite, then a list per query with an entry per setup. */
export type WireCounters = v.InferOutput<typeof wireCounters>;

/** Counters as they travel: hashes cut short. */
export function toSharedCounters(counters: Counters): SharedCounters {
  return {
    ...counters,
    resultHash: counters.resultHash.slice(0, hashDigits),
    planHash: counters.planHash.slice(0, hashDigits),
  };
}

/** The compact form; null when nothing was counted. What follows the last counted cell is left out. */
export function toWireCounters({ sqliteVersion, cells }: AuthorCounters): WireCounters | null {
  const queries = trimmed(
    cells.map((setups) => trimmed(setups.map(toWireCell), (cell) => cell === null)),
    (setups) => setups.length === 0,
  );
  return queries.length === 0 ? null : [sqliteVersion, queries];
}

function trimmed<Item>(items: Item[], isEmpty: (item: Item) => boolean): Item[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1);
}

function toWireCell(counters: SharedCounters | null): v.InferOutput<typeof wireCell> | null {
  if (counters === null) return null;
  const { vmSteps, fullScanSteps, sorts, autoIndexRows, filterHits, filterMisses } = counters;
  const { pageHits, pageMisses, rows, resultHash, planHash } = toSharedCounters(counters);
  return [
    vmSteps,
    fullScanSteps,
    sorts,
    autoIndexRows,
    filterHits,
    filterMisses,
    pageHits,
    pageMisses,
    rows,
    resultHash,
    planHash,
  ];
}

/** The counters of a document with this many queries and setups; null when it names more. */
export function parseWireCounters(
  [sqliteVersion, queries]: WireCounters,
  queryCount: number,
  setupCount: number,
): AuthorCounters | null {
  const isTooLarge = queries.length > queryCount || queries.some((q) => q.length > setupCount);
  if (isTooLarge) return null;
  const cells = Array.from({ length: queryCount }, (_, query) =>
    Array.from({ length: setupCount }, (_, setup) => parseWireCell(queries[query]?.[setup])),
  );
  return { sqliteVersion, cells };
}

function parseWireCell(
  cell: v.InferOutput<typeof wireCell> | null | undefined,
): SharedCounters | null {
  if (!cell) return null;
  const [vmSteps, fullScanSteps, sorts, autoIndexRows, filterHits, filterMisses, ...rest] = cell;
  const [pageHits, pageMisses, rows, resultHash, planHash] = rest;
  return {
    vmSteps,
    fullScanSteps,
    sorts,
    autoIndexRows,
    filterHits,
    filterMisses,
    pageHits,
    pageMisses,
    rows,
    resultHash,
    planHash,
  };
}
