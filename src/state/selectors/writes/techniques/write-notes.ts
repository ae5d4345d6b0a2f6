// What has to be known beside a run's figures: what was done before it, COMMIT, the first run, the
// machine. Pure.
import type { Environment } from '../../../../engine/model/comparison/comparison.ts';
import { formatCountOf } from '../../../../lib/format-count.ts';
import { formatDuration } from '../../../../lib/format-duration.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { engineParts } from '../../chart/comparison-summary.ts';
import type { ReadContender } from './technique-run.ts';

/** Sentences. */
export function writeNotes(
  { opened, subject }: WritesRun,
  contenders: readonly ReadContender[],
): string[] {
  if (!opened) return [];
  const { rows } = subject.request;
  const short = contenders.filter(({ standing }) => standing?.isShort).length;
  return [
    ...opened.notes,
    ...(opened.rows < rows
      ? [
          `${formatCountOf(opened.rows, 'row')} were written in each run, not ${formatCountOf(rows, 'row')}.`,
        ]
      : []),
    ...(opened.commitMs === null
      ? []
      : [
          `COMMIT of one transaction took ${formatDuration(opened.commitMs)}, measured once on a copy; the times of techniques in one transaction are without it, since their samples are rolled back.`,
        ]),
    ...(short > 0
      ? [
          `${formatCountOf(short, 'contender')} took too long for more than three runs within the time: clearly faster or slower is said only when all three agree.`,
        ]
      : []),
  ];
}

/** Where and on what it was measured, in small print. */
export function writesEnvironmentLine(environment: Environment): string {
  return [
    ...engineParts(environment),
    'file in memory, journal DELETE, no fsync',
    `clock tick ${formatDuration(environment.tickMs)}`,
  ].join(' · ');
}
