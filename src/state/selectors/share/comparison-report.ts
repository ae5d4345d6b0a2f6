// What reports and exports are made from: the playground with its results, as far as each holds.
// Pure; which cell is in doubt is what the bench shows of it, so that both say the same.

import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { CellDoubt, ComparisonReport } from '../../../report/comparison-report.ts';
import type { RunsState } from '../../runs-store.ts';
import { type BenchRuns, benchView, type CellView } from '../bench/bench-view.ts';

/** `link` is the playground's, null when it has none. */
export function comparisonReport(
  playground: Playground,
  runs: BenchRuns,
  link: string | null,
): ComparisonReport {
  const cells = benchView(playground, runs).queries.flatMap((query) => query.cells);
  const counted = cells.flatMap(({ queryId, setupId, counters, countError }) => {
    const key = cellKey(queryId, setupId);
    const count = runs.counts[key];
    return count && (counters || countError) ? [[key, count] as const] : [];
  });
  const doubts = cells.flatMap((cell) => {
    const doubt = doubtOf(cell);
    return doubt ? [[cellKey(cell.queryId, cell.setupId), doubt] as const] : [];
  });
  return {
    playground,
    results: playground.queries.flatMap(({ id }) => runs.results[id] ?? []),
    counts: Object.fromEntries(counted),
    doubts: Object.fromEntries(doubts),
    link,
  };
}

function doubtOf({ withheld, isStale, error }: CellView): CellDoubt | null {
  if (withheld) return withheld;
  if (isStale) return 'stale';
  return error?.code === 'index-invalid' ? 'incomplete-setup' : null;
}

/** Why nothing can be exported; null when it can. */
export function exportRefusal(
  { queries }: Pick<Playground, 'queries'>,
  { results }: Pick<RunsState, 'results'>,
): string | null {
  const isMeasured = queries.some(({ id }) => results[id] !== undefined);
  return isMeasured ? null : 'Nothing is measured yet: press Compare.';
}
