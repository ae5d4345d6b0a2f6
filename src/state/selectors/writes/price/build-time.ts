// Build time: rows loaded into a table with its indexes against indexes made after the load.
// Pure; absent where the run did not measure it.
import { buildGroupId } from '../../../../engine/model/writes/group-ids.ts';
import type { WriteContender } from '../../../../engine/model/writes/writes.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatDuration } from '../../../../lib/format/format-duration.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { workOf } from '../counts/counted-work.ts';
import { pairWorkClause } from '../counts/pair-work.ts';
import type { CountedFigure } from '../counts/work-words.ts';
import { contenderResult } from '../run/contender-result.ts';
import { besideMedian, levelWords } from '../run/figure-words.ts';
import { writeVerdictWords } from '../run/write-verdict-words.ts';
import { rowWork } from './price-rows.ts';

export interface BuildTimes {
  lines: BuildLine[];
  /** The verdict, or why there is none yet; then what was counted. */
  sentence: string;
}

export interface BuildLine {
  title: string;
  /** Of the whole load: '31.2 ms'. */
  time: string;
  interval: string;
  tip: string;
  headline: string;
  ratio: string;
  /** The counted work of the whole load; null before it is counted. */
  work: CountedFigure | null;
}

/** Null where the run has no such contenders. */
export function buildTimes(run: WritesRun): BuildTimes | null {
  const contenders = run.opened?.contenders.filter(({ groupId }) => groupId === buildGroupId) ?? [];
  if (!run.opened || contenders.length < 2) return null;
  const { rows } = run.opened;
  const indexes = contenders.reduce((most, each) => Math.max(most, each.indexes.length), 0);
  const count = formatCountOf(indexes, 'index', 'indexes');
  const lines = contenders.map((contender) => {
    const { standing, samplesMs, failure } = contenderResult(run, contender);
    const isAfter = contender.technique === 'insert-then-index';
    const words = standing
      ? writeVerdictWords(standing.verdict, {
          setup: 'loading first and making the indexes afterwards',
          baseline: `loading with ${count} in place`,
        })
      : null;
    const interval = standing?.interval ?? null;
    return {
      isBaseline: contender.isBaseline,
      title: isAfter ? 'load, then make the indexes' : 'make the indexes, then load',
      time: standing?.medianMs == null ? '–' : formatDuration(standing.medianMs),
      interval: besideMedian(interval, samplesMs, 1),
      tip: `Median time of the whole load: ${formatCountOf(samplesMs.length, 'sample')} of ${formatCountOf(rows, 'row')} and ${count}.${interval ? ` ${levelWords(interval.level)} interval of the median.` : ''}`,
      headline: failure ? 'failed' : (words?.headline ?? ''),
      ratio: words?.interval ?? '',
      work: rowWork(run, contender.id, 1),
      sentence: failure ? failure.message : capitalized(words?.sentence ?? ''),
    };
  });
  const compared = lines.find(({ isBaseline }) => !isBaseline);
  return {
    lines: lines.map(({ isBaseline: _, sentence: __, ...line }) => line),
    sentence: [
      compared?.sentence || 'Load first or index first: not measured yet.',
      countedSentence(run, contenders),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** The later order against the earlier one. */
function countedSentence(run: WritesRun, contenders: readonly WriteContender[]): string {
  const [first, after] = [true, false].map((isBaseline) =>
    workOf(run, contenders.find((each) => each.isBaseline === isBaseline)?.id),
  );
  if (!first || !after) return '';
  const clause = pairWorkClause([{ letter: null, technique: after, against: first }]);
  return `Counted, loading first against making the indexes first: ${clause}.`;
}
