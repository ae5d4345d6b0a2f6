// The counters of a link by the cells of the playground that it brought.
// A cell that the receiver changes is no longer the author's: its basis says so.

import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { AuthorCounters } from '../../../engine/model/counters/author-counters.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { AuthorCells } from '../../ui-store.ts';
import { countBasis } from '../basis.ts';

export function authorCells(
  playground: Playground,
  { sqliteVersion, cells }: AuthorCounters,
): AuthorCells {
  const known = playground.queries.flatMap((query, row) =>
    playground.setups.flatMap((setup, column) => {
      const counters = cells[row]?.[column];
      const basis = countBasis(playground, query, setup);
      return counters ? [[cellKey(query.id, setup.id), { basis, counters }] as const] : [];
    }),
  );
  return { sqliteVersion, cells: Object.fromEntries(known) };
}
