// The rows in which a setup's answer differs from the baseline's: both as multisets of rows.
// Whether the answers differ at all is known from the first runs; nothing is timed here.
import { createRowHasher } from '../../../lib/hash/row-hash.ts';
import { type DifferingRows, maxDifferingRows } from '../../model/comparison/differing-rows.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { Query, Setup } from '../../model/playground.ts';
import type { Bindings, SqlValue } from '../../model/values.ts';
import { withSetup } from '../setups/setup-switch.ts';
import { comparableValue } from './answer-hash.ts';
import { type FirstRunTools, queryError } from './first-runs.ts';
import { readRows } from './read-rows.ts';

/** Distinct rows that are remembered at a time, by their hashes alone: about 25 MB. */
const maxDistinctRows = 200_000;

/**
 * Runs the query in both setups with the same values and compares the answers. Real numbers count
 * as equal to 12 significant digits, as in the first runs. An answer of more than 200,000 distinct
 * rows is compared in a part that their hashes choose, the same in both answers: what is found
 * then does differ, and there may be more of it. Throws EngineFailures.
 */
export function findDifferingRows(
  tools: FirstRunTools,
  query: Query,
  binding: Bindings,
  baseline: Setup,
  setup: Setup,
  mostDistinct = maxDistinctRows,
): DifferingRows {
  const surplus = createRowCounts(mostDistinct);
  // An answer that changes by itself cannot be asked for again: its first rows are kept in time.
  const first: { key: string; row: SqlValue[] }[] = [];
  const onlyInBaseline: SqlValue[][] = [];
  const onlyInSetup: SqlValue[][] = [];
  let setupCount = 0;

  const columns = visitRows(tools, query, binding, baseline, (row) => {
    const key = keyOf(row);
    surplus.add(key);
    if (first.length < maxDifferingRows) first.push({ key, row });
  });
  visitRows(tools, query, binding, setup, (row) => {
    const key = keyOf(row);
    if (!surplus.isCompared(key) || surplus.take(key)) return;
    setupCount++;
    if (onlyInSetup.length < maxDifferingRows) onlyInSetup.push(row);
  });
  const baselineCount = surplus.total();
  const wanted = Math.min(maxDifferingRows, baselineCount);
  function keepSurplus(key: string, row: SqlValue[]): void {
    if (onlyInBaseline.length < wanted && surplus.take(key)) onlyInBaseline.push(row);
  }
  for (const { key, row } of first) keepSurplus(key, row);
  if (onlyInBaseline.length < wanted) {
    visitRows(tools, query, binding, baseline, (row) => keepSurplus(keyOf(row), row));
  }
  return {
    columns,
    onlyInBaseline,
    onlyInSetup,
    baselineCount,
    setupCount,
    isComplete: surplus.isComplete(),
  };
}

/** One execution in a setup; returns the names of the columns. */
function visitRows(
  { database, clock, indexNames, limitMs }: FirstRunTools,
  query: Query,
  binding: Bindings,
  setup: Setup,
  visit: (row: SqlValue[]) => void,
): string[] {
  try {
    return withSetup(database, setup, indexNames, () => {
      const statement = database.prepare(query.sql);
      try {
        readRows({ clock, limitMs, query, statement, binding }, visit);
        return statement.columns;
      } finally {
        statement.free();
      }
    });
  } catch (thrown) {
    throw new EngineFailure(queryError(database, query, thrown));
  }
}

function keyOf(row: readonly SqlValue[]): string {
  const hasher = createRowHasher();
  hasher.add(row.map(comparableValue));
  return hasher.digest();
}

/** How often each row has come, by its hash. */
interface RowCounts {
  add(key: string): void;
  /** True, and one less of it, when there is one. */
  take(key: string): boolean;
  /** False for rows outside the compared part. */
  isCompared(key: string): boolean;
  total(): number;
  isComplete(): boolean;
}

function createRowCounts(mostDistinct: number): RowCounts {
  const counts = new Map<string, number>();
  /** Of all hashes, one in so many is compared; a power of two. */
  let oneIn = 1;

  function isCompared(key: string): boolean {
    return oneIn === 1 || Number.parseInt(key.slice(-6), 16) % oneIn === 0;
  }

  function thinOut(): void {
    oneIn *= 2;
    for (const key of [...counts.keys()]) if (!isCompared(key)) counts.delete(key);
  }

  return {
    add(key) {
      if (!isCompared(key)) return;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (counts.size > mostDistinct) thinOut();
    },
    take(key) {
      const count = counts.get(key) ?? 0;
      if (count > 1) counts.set(key, count - 1);
      else counts.delete(key);
      return count > 0;
    },
    isCompared,
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    isComplete: () => oneIn === 1,
  };
}
