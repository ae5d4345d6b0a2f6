// Where and on what writes were measured, in small print. Pure.
import type { Environment } from '../../../../engine/model/comparison/comparison.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import { engineParts } from '../../chart/comparison-summary.ts';

/** 'SQLite 3.53.0 · ... · file in memory, journal DELETE, no fsync · clock tick 5.00 µs'. */
export function writesEnvironmentLine(environment: Environment): string {
  return [
    ...engineParts(environment),
    'file in memory, journal DELETE, no fsync',
    `clock tick ${formatDuration(environment.tickMs)}`,
  ].join(' · ');
}
