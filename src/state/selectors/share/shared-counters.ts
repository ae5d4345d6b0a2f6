// The counters that a link carries: of the cells as they stand, by position.
// Pure; what the receiver makes of them stands in author-confirmation.ts.

import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { AuthorCounters } from '../../../engine/model/counters/author-counters.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { toSharedCounters } from '../../../share/link/link-counters.ts';
import type { RunsState } from '../../runs-store.ts';
import { countBasis } from '../basis.ts';

/** Null when nothing that still holds has been counted. */
export function sharedCounters(
  playground: Playground,
  { counts, database }: Pick<RunsState, 'counts' | 'database'>,
): AuthorCounters | null {
  const sqliteVersion = database?.summary.engine.sqliteVersion;
  if (sqliteVersion === undefined) return null;
  const cells = playground.queries.map((query) =>
    playground.setups.map((setup) => {
      const counted = counts[cellKey(query.id, setup.id)];
      if (counted?.basis !== countBasis(playground, query, setup)) return null;
      const { outcome } = counted;
      return outcome.status === 'counted' ? toSharedCounters(outcome.counters) : null;
    }),
  );
  return cells.flat().some((cell) => cell !== null) ? { sqliteVersion, cells } : null;
}
