// What has to be known beside a run's figures: what was done before it, COMMIT, the first run, the
// machine. Pure.
import type { Environment } from '../../../../engine/model/comparison/comparison.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { engineParts } from '../../chart/comparison-summary.ts';
import type { ReadContender } from './technique-run.ts';

/** Sentences. */
export function writeNotes(
  { opened, standing, subject, status }: WritesRun,
  contenders: readonly ReadContender[],
): string[] {
  if (!opened) return [];
  const { rows } = subject.request;
  return [
    ...opened.notes,
    ...(standing?.notes ?? []),
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
    ...(status === 'done' ? fewRunsNote(contenders, subject.setups.length) : []),
  ];
}

/** A verdict of an interval needs more runs than the time had for each. Not of a run that was stopped. */
function fewRunsNote(contenders: readonly ReadContender[], setups: number): string[] {
  const measured = contenders.filter(({ samplesMs }) => samplesMs.length > 0);
  const few = measured.filter(({ samplesMs }) => samplesMs.length < 4).length;
  if (few === 0) return [];
  const how =
    few === measured.length ? 'none got four runs' : `${few} of them got fewer than four runs`;
  const advice = setups > 1 ? 'more time or fewer setups' : 'more time or fewer rows';
  return [
    `The time was shared by ${formatCountOf(measured.length, 'measurement')}, and ${how}: these are called clearly faster or slower only when all three agree. Choose ${advice}.`,
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
