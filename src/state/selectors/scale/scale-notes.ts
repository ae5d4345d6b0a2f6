// What has to be known beside the Scale lab's picture: points that failed, few runs, caches, counters.
// Pure.
import { errorSentence } from '../../../engine/model/errors.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import type { ScalePoint, ScaleRun } from '../../scale-store.ts';
import { formatPlace } from './scale-words.ts';

/** Sentences, the failures first. */
export function scaleNotes(run: ScaleRun): string[] {
  const { subject, points } = run;
  const place = (point: ScalePoint) => formatPlace(subject, point.x);
  const failed = points.flatMap((point) =>
    point.error ? [`At ${place(point)}: ${errorSentence(point.error)}`] : [],
  );
  return [
    ...failed,
    ...subject.setups.flatMap(({ id, letter }) => notesOfSetup(run, id, letter)),
    ...shortNotes(run),
    ...cacheNotes(run),
  ];
}

function notesOfSetup({ subject, points }: ScaleRun, id: string, letter: SetupLetter): string[] {
  const grouped = new Map<string, string[]>();
  const add = (text: string, point: ScalePoint) =>
    grouped.set(text, [...(grouped.get(text) ?? []), formatPlace(subject, point.x)]);
  for (const point of points) {
    const cell = point.cells[id];
    const verdict = point.standing?.verdicts[id];
    if (cell?.firstRun?.status === 'failed') {
      const { error } = cell.firstRun;
      add(error.code === 'time-limit' ? 'over the limit of 20 s' : error.message, point);
    } else if (verdict?.kind === 'different-answer') {
      add('another answer than the baseline: not ranked', point);
    } else if (verdict?.kind === 'too-noisy') {
      add('this machine was too noisy for a verdict', point);
    } else if (verdict?.kind === 'failed') {
      add(verdict.error.message, point);
    }
    if (cell?.counts?.status === 'failed') add(`not counted: ${cell.counts.error.message}`, point);
  }
  return [...grouped].map(
    ([text, places]) =>
      `${letter} at ${formatList(places)}: ${text}${text.endsWith('.') ? '' : '.'}`,
  );
}

function shortNotes({ subject, points }: ScaleRun): string[] {
  const slow = points.filter(({ standing }) => standing?.isShort);
  if (slow.length === 0) return [];
  const places = formatList(slow.map((point) => formatPlace(subject, point.x)));
  return [
    `Slow at ${places}: three rounds only, points without an interval. More time a point gives intervals.`,
  ];
}

function cacheNotes({ subject, points }: ScaleRun): string[] {
  return subject.setups.flatMap(({ id, letter, cache }) => {
    if (cache.kind === 'none') return [];
    const ratios = points.flatMap(({ standing }) => standing?.summaries[id]?.cache?.hitRatio ?? []);
    const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) =>
      formatPercent(ratio),
    );
    const range = low === high ? `a hit ratio of ${low}` : `hit ratios from ${low} to ${high}`;
    const hits = ratios.length === 0 ? '' : `, at ${range}`;
    return [
      `The times of ${letter} go through a result cache that is empty at first${hits}; slow calls are drawn less often and hit less. Its VM steps are those of a miss.`,
    ];
  });
}
