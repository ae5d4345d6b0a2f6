// Who wins at a point of the Scale lab: the verdict of two setups, or the one that ended in time.
// Pure; where the winner changes is for engine/statistics.

import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { Outcome } from '../../../engine/model/scale/crossover.ts';
import { verdictOutcome } from '../../../engine/statistics/crossover/crossover.ts';
import type { ScalePoint } from '../../scale-store.ts';

/**
 * The verdict of a setup against the run's baseline; null where that was not measured: a point's
 * verdicts then have another baseline.
 */
export function verdictAt(point: ScalePoint, baselineId: string, id: string): Verdict | null {
  const isMeasured = (point.cells[baselineId]?.samplesMs.length ?? 0) > 0;
  return isMeasured ? (point.standing?.verdicts[id] ?? null) : null;
}

/** Who of a pair is faster at a point; a setup that took longer than the limit has lost. */
export function outcomeAt(point: ScalePoint, [baselineId, id]: readonly [string, string]): Outcome {
  const [isBaselineOver, isOver] = [isOverLimit(point, baselineId), isOverLimit(point, id)];
  if (isBaselineOver !== isOver) return isOver ? 'baseline' : 'setup';
  const verdict = verdictAt(point, baselineId, id);
  return verdict ? verdictOutcome(verdict) : 'unknown';
}

export function isOverLimit({ cells }: ScalePoint, id: string): boolean {
  const firstRun = cells[id]?.firstRun;
  return firstRun?.status === 'failed' && firstRun.error.code === 'time-limit';
}
