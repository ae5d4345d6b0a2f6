// Counts by source, as counts of the plan's loops, with a sentence for each that has none.
import type { LoopCount } from '../../model/plan/loop-counts.ts';
import type { PlanRow } from '../../model/plan/plan.ts';
import type { ScopeSource } from '../../sql/scopes/query-scope.ts';
import { isLoop, isSecondPass, orRowOf } from './loop-rows.ts';
import { orArmReason, reasonFor, secondPassReason, sentences } from './reasons.ts';
import type { Compiled, PlacedTaps } from './taps/place-taps.ts';

/** One for each loop, and for each MULTI-INDEX OR, in the order of the rows. */
export function toLoopCounts(
  rows: readonly PlanRow[],
  sources: ReadonlyMap<number, ScopeSource>,
  placed: PlacedTaps,
  visited: ReadonlyMap<ScopeSource, number>,
  compiled: Compiled,
): LoopCount[] {
  const loops: LoopCount[] = [];
  const counted = new Set<ScopeSource | number>();
  const refuse = (row: number, reason: string) =>
    loops.push({ row, status: 'unavailable', reason });
  for (const [row, step] of rows.entries()) {
    if (!isLoop(step)) continue;
    const source = sources.get(row);
    const count = source && visited.get(source);
    const or = orRowOf(rows, row);
    if (source === undefined || count === undefined) {
      refuse(row, reasonFor(source ?? step.detail, placed, compiled));
    } else if (isSecondPass(rows, row)) {
      refuse(row, secondPassReason);
    } else if (or !== null) {
      if (!counted.has(or)) loops.push({ row: or, status: 'counted', visited: count });
      counted.add(or);
      refuse(row, orArmReason);
    } else if (counted.has(source)) {
      refuse(row, sentences.several);
    } else {
      counted.add(source);
      loops.push({ row, status: 'counted', visited: count });
    }
  }
  return loops.sort((one, other) => one.row - other.row);
}
