// A query called through a result cache: what a cached setup's sample consists of.
// The key, the lookup and the keeping are inside the time; rows are handed out by reference.
import type { ResultCache } from '../../cache/result-cache.ts';
import type { Milliseconds } from '../../model/units.ts';
import type { Bindings, SqlValue } from '../../model/values.ts';
import type { Statement } from '../../sqlite/driver.ts';

export interface CachedPass {
  elapsedMs: Milliseconds;
  hits: number;
}

/** Calls with each binding in turn, asking the cache first. The cache is used as it is found. */
export function timeCachedCalls(
  clock: () => Milliseconds,
  cache: ResultCache,
  sql: string,
  statement: Statement,
  bindings: readonly Bindings[],
): CachedPass {
  const { columns } = statement;
  const hitsBefore = cache.hits;
  const start = clock();
  for (const binding of bindings) {
    if (cache.lookup(sql, binding)) continue;
    const rows: SqlValue[][] = [];
    statement.bind(binding);
    while (statement.step()) rows.push(statement.row());
    cache.store(sql, binding, { columns, rows });
  }
  const elapsedMs = clock() - start;
  statement.reset();
  return { elapsedMs, hits: cache.hits - hitsBefore };
}
