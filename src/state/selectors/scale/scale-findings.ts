// What the points of the Scale lab show: how each setup grows, where the winner of two changes.
// Pure; the statistics and most of the words stand in engine/statistics.

import type { MeasuredTime } from '../../../engine/model/measured-time.ts';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import type { Crossing, CrossoverPoint } from '../../../engine/model/scale/crossover.ts';
import type { Growth } from '../../../engine/model/scale/growth.ts';
import { crossoverOf } from '../../../engine/statistics/crossover/crossover.ts';
import { median } from '../../../engine/statistics/distributions/quantiles.ts';
import { growthOf } from '../../../engine/statistics/growth/growth.ts';
import { growthNeeds, growthWords } from '../../../engine/statistics/growth/growth-words.ts';
import type { ScalePoint, ScaleRun } from '../../scale-store.ts';
import type { Finding } from '../writes/run/finding.ts';
import { outcomeAt, verdictAt } from './scale-outcome.ts';
import { crossingMark, crossoverSentence, flipSentence, formatPlace } from './scale-words.ts';

/** A setup at a place of the axis, as drawn. */
export interface SeriesPoint extends MeasuredTime {
  x: number;
  steps: number | null;
}

export interface Growths {
  time: Growth | null;
  steps: Growth | null;
}

/** Null for what was measured nowhere. */
export function growthsOf(points: readonly SeriesPoint[]): Growths {
  const times = points.flatMap(({ x, medianMs, interval }) =>
    medianMs === null || medianMs <= 0 ? [] : [{ rows: x, value: medianMs, interval }],
  );
  const steps = points.flatMap((point) =>
    point.steps === null ? [] : [{ rows: point.x, value: point.steps }],
  );
  return {
    time: times.length === 0 ? null : growthOf(times),
    steps: steps.length === 0 ? null : growthOf(steps),
  };
}

/** A sentence for each setup; one for all that have too few points to say how they grow. */
export function growthSentences(
  measured: readonly { letter: SetupLetter; growths: Growths }[],
): Finding[] {
  const lacking = measured.filter(({ growths }) => lackOf(growths) !== null);
  const told = measured.flatMap(({ letter, growths }) =>
    lackOf(growths) ? [] : growthSentence(letter, growths),
  );
  const lacks = lacking.flatMap(({ growths }) => lackOf(growths) ?? []);
  const [most] = lacks.sort((a, b) => b.points - a.points || b.range - a.range);
  if (!most) return told;
  const isAll = lacking.length === measured.length;
  const letters = isAll ? [] : lacking.map(({ letter }) => letter);
  const explanation = 'A law of growth is fitted to the medians and to the VM steps.';
  return [...told, { letters, text: growthNeeds(most), explanation }];
}

/** What the time has too few points for; the steps where there is no time. */
function lackOf({ time, steps }: Growths): Extract<Growth, { kind: 'too-few-points' }> | null {
  const growth = time ?? steps;
  return growth?.kind === 'too-few-points' ? growth : null;
}

/** Short, and in full as the explanation: how the law was fitted. */
function growthSentence(letter: SetupLetter, { time, steps }: Growths): Finding[] {
  const grown = [
    ...(time ? [{ growth: time, subject: 'The time' }] : []),
    ...(steps ? [{ growth: steps, subject: 'The work in VM steps' }] : []),
  ];
  if (grown.length === 0) return [];
  const explanation = grown.map(({ growth, subject }) => growthWords(growth, subject).sentence);
  return [
    {
      letters: [letter],
      text: grown.map(shortGrowth).join(' '),
      explanation: `${explanation.join(' ')} Least squares on the logarithms of rows and values.`,
    },
  ];
}

function shortGrowth({ growth, subject }: { growth: Growth; subject: string }): string {
  const { headline, interval, sentence } = growthWords(growth, subject);
  if (!isLaw(growth) || growth.kind === 'unclear') return sentence;
  return `${subject} ${headline}${interval === '' ? '' : ` (${interval})`}.`;
}

/** The growth of the time as a legend says it. */
export function growthHeadline({ time }: Growths): string | undefined {
  return time && isLaw(time) ? growthWords(time).headline : undefined;
}

function isLaw({ kind }: Growth): boolean {
  return kind !== 'too-few-points' && kind !== 'has-zeros';
}

const verdictExplanation =
  'From the verdict of paired rounds at each point; a point without a verdict decides nothing. Where they cross is read off the line between the neighbouring medians on logarithmic axes.';
const flipExplanation =
  'Both ends of the axis were measured, then the middle of what remained, until it was narrower than a tenth or 12 points were measured. A point without a verdict counts for neither side.';

/** Each setup against the baseline. */
export function crossingsOf({ subject, points }: ScaleRun) {
  const [baseline, ...others] = subject.setups;
  if (!baseline) return [];
  return others.flatMap(({ id, letter }) => {
    const pair = [baseline.letter, letter] as const;
    const compared = points
      .filter((point) => isFinished(point) && point.cells[baseline.id] && point.cells[id])
      .map((point) => crossoverPoint(point, [baseline.id, id]))
      .filter(({ outcome, rounds }) => outcome !== 'unknown' || rounds > 0);
    if (compared.length === 0) return [];
    const crossover = crossoverOf(compared);
    const crossings: Crossing[] =
      crossover.kind === 'never'
        ? []
        : crossover.kind === 'between'
          ? [crossover]
          : crossover.crossings;
    const sentence: Finding = {
      letters: [...pair],
      text: crossoverSentence(crossover, compared, pair, subject),
      explanation: verdictExplanation,
    };
    const marks = crossings.map((each) => ({ x: each.estimate, text: crossingMark(each, pair) }));
    return [{ sentence, marks }];
  });
}

/** Measured to its end: what a stop or a failure left counts for no sentence. */
export function isFinished({ status, error }: ScalePoint): boolean {
  return status === 'done' && error === null;
}

function crossoverPoint(point: ScalePoint, pair: readonly [string, string]): CrossoverPoint {
  const [baselineMs, setupMs] = pair.map((id) => point.cells[id]?.samplesMs ?? []);
  const ratio = baselineMs?.length && setupMs?.length ? median(setupMs) / median(baselineMs) : null;
  return {
    x: point.x,
    outcome: outcomeAt(point, pair),
    ratio: ratio !== null && Number.isFinite(ratio) ? ratio : null,
    rounds: ratio === null ? 0 : (point.standing?.rounds ?? 0),
  };
}

/** What was searched between two setups; null when nothing was. */
export function flipView({ subject, flip, status, points }: ScaleRun) {
  if (!flip) return null;
  const letterOf = (wanted: string) =>
    subject.setups.find(({ id }) => id === wanted)?.letter ?? 'A';
  const pair = [letterOf(flip.setupIds[0]), letterOf(flip.setupIds[1])] as const;
  const { result, probes } = flip;
  if (!result) {
    const [last] = probes.slice(-1);
    const text =
      status === 'measuring'
        ? `Searching the flip between ${pair.join(' and ')}: ${probes.length} probes so far.`
        : `The search for the flip ended after ${probes.length} probes${last ? `, the last at ${formatPlace(subject, last.x)}` : ''}.`;
    const sentence: Finding = {
      letters: [...pair],
      text,
      explanation: flipExplanation,
    };
    return { sentence, bracket: null };
  }
  const sentence: Finding = {
    letters: [...pair],
    text: flipSentence(result, pair, subject, {
      probes: probes.length,
      undecided: probes.filter(({ outcome }) => outcome === 'unknown').length,
      isNoise: isNoiseAlone(points, flip.setupIds),
    }),
    explanation: flipExplanation,
  };
  if (result.kind === 'none') return { sentence, bracket: null };
  const [low, high] =
    result.kind === 'flip' ? [result.low, result.high] : [result.start.low, result.end.high];
  return { sentence, bracket: { low, high, text: `flip of ${pair.join(' and ')}` } };
}

/** Whether every point of the pair that could not be told was measured, without a failure. */
function isNoiseAlone(points: readonly ScalePoint[], [baselineId, id]: [string, string]): boolean {
  const ofPair = points.filter(({ cells }) => cells[baselineId] && cells[id]);
  const failed = points.some(({ error }) => error !== null);
  return (
    !failed &&
    ofPair
      .filter((point) => outcomeAt(point, [baselineId, id]) === 'unknown')
      .every((point) => {
        const kind = verdictAt(point, baselineId, id)?.kind;
        return kind === 'unresolved' || kind === 'too-noisy' || kind === 'too-few-runs';
      })
  );
}
