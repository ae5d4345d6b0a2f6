// What has to be known beside a run's figures: what was done before it, COMMIT, runs that are few.
// Pure.
import { shortRounds } from '../../../../engine/statistics/stop-rule.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { countNotes } from '../counts/counted-work.ts';
import { isRanked, type SetupContender } from './setup-contenders.ts';

/** Sentences. */
export function writeNotes(run: WritesRun, contenders: readonly SetupContender[]): string[] {
  const { opened, standing, subject, status } = run;
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
    ...countNotes(run),
    ...(status === 'done' ? fewRunsNote(contenders, subject.setups.length) : []),
  ];
}

/**
 * Who had too little time for an interval, and what is said of them then. Not of a run that was
 * stopped: there it was not the time.
 */
function fewRunsNote(contenders: readonly SetupContender[], setups: number): string[] {
  const measured = contenders.filter((each) => isRanked(each) && each.samplesMs.length > 0);
  const isBare = ({ samplesMs }: SetupContender) => samplesMs.length < shortRounds;
  const bare = measured.filter(isBare).length;
  const short = measured.filter((each) => each.standing?.isShort && !isBare(each)).length;
  if (bare + short === 0) return [];
  const all = formatCountOf(measured.length, 'measurement');
  const ofAll = (count: number) => (count === measured.length ? 'all' : `${count} of them`);
  const parts = [
    ...(short === 0
      ? []
      : [
          `${ofAll(short)} got too few runs for an interval, and are called clearly faster or slower only where every run lies on the same side, beyond 25 % and beyond the noise`,
        ]),
    ...(bare === 0
      ? []
      : [`${ofAll(bare)} got fewer than ${shortRounds} runs, and are not compared`]),
  ];
  const advice = setups > 1 ? 'more time or fewer setups' : 'more time or fewer rows';
  return [`The time was shared by ${all}: ${parts.join('; ')}. Choose ${advice}.`];
}
