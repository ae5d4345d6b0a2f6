// How long a comparison will about take, before anything is known about it: said on opening a link.
import type { Playground } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import { dataRows } from '../data/data-rows.ts';

/** Rows a second that a browser on an ordinary laptop generates, and the cost of an index entry. */
export const rowsPerMs = 600;
export const indexEntriesPerMs = 900;
/** A query's rounds mostly end for precision before half the default budget is spent. */
const perSetupMs = 1500;

/** A rough figure: shown as "about". */
export function estimateMs(playground: Playground): Milliseconds {
  const { imported, indexes, queries, setups } = playground;
  const rows = dataRows(playground);
  // A file's rows are there; of its indexes some may be, but which is not known yet.
  const rowsMs = imported ? 0 : rows / rowsPerMs;
  const buildMs = rowsMs + (rows * indexes.length) / indexEntriesPerMs;
  return buildMs + queries.length * setups.length * perSetupMs;
}
