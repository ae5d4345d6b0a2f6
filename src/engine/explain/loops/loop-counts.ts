// Counts by source, as counts of the plan's loops, with a sentence for each that has none.
import type { LoopCount } from '../../model/plan/loop-counts.ts';
import type { ScopeSource } from '../../sql/scopes/query-scope.ts';
import type { PlanLoop } from './plan-loops.ts';
import { orArmReason, reasonFor, refusalSentences, secondPassReason } from './reasons.ts';
import type { Compiled, PlacedTaps } from './taps/place-taps.ts';

/** One for each loop, and for each MULTI-INDEX OR, in the order of the rows. */
export function toLoopCounts(
  planned: readonly PlanLoop[],
  sources: ReadonlyMap<number, ScopeSource | null>,
  placed: PlacedTaps,
  visited: ReadonlyMap<ScopeSource, number>,
  compiled: Compiled,
): LoopCount[] {
  const loops: LoopCount[] = [];
  const counted = new Set<ScopeSource | number>();
  const refuse = (row: number, reason: string) =>
    loops.push({ row, status: 'unavailable', reason });
  for (const loop of planned) {
    const { row, orRow } = loop;
    const source = sources.get(row);
    const count = source ? visited.get(source) : undefined;
    if (!source || count === undefined) {
      refuse(row, reasonFor(loop, source, placed, compiled));
    } else if (loop.isSecondPass) {
      refuse(row, secondPassReason);
    } else if (orRow !== null) {
      if (!counted.has(orRow)) loops.push({ row: orRow, status: 'counted', visited: count });
      counted.add(orRow);
      refuse(row, orArmReason);
    } else if (counted.has(source)) {
      refuse(row, refusalSentences.several);
    } else {
      counted.add(source);
      loops.push({ row, status: 'counted', visited: count });
    }
  }
  return loops.sort((one, other) => one.row - other.row);
}
