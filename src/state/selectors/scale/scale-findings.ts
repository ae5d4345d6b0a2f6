// What the points of the Scale lab show: how each setup grows, where the winner of two changes.
// Pure; the statistics and most of the words stand in engine/statistics.

import type { SetupLetter } from '../../../engine/model/playground.ts';
import type { Crossing } from '../../../engine/model/scale/crossover.ts';
import type { Growth } from '../../../engine/model/scale/growth.ts';
import { crossoverOf } from '../../../engine/statistics/crossover/crossover.ts';
import { growthOf } from '../../../engine/statistics/growth/growth.ts';
import { growthWords } from '../../../engine/statistics/growth/growth-words.ts';
import type { ScaleRun } from '../../scale-store.ts';
import { verdictAt } from './scale-outcome.ts';
import { crossingMark, crossoverSentence, flipSentence, formatPlace } from './scale-words.ts';

/** A setup at a place of the axis, as drawn. */
export interface SeriesPoint {
  x: number;
  medianMs: number | null;
  lowMs: number | null;
  highMs: number | null;
  steps: number | null;
}

export interface ScaleSentence {
  kind: 'growth' | 'crossover' | 'flip';
  letters: SetupLetter[];
  text: string;
  /** How it was obtained. */
  explanation: string;
}

export interface Growths {
  time: Growth | null;
  steps: Growth | null;
}

/** Null for what was measured nowhere. */
export function growthsOf(points: readonly SeriesPoint[]): Growths {
  const times = points.flatMap(({ x, medianMs, lowMs, highMs }) => {
    if (medianMs === null || medianMs <= 0) return [];
    const interval =
      lowMs === null || highMs === null ? null : { low: lowMs, high: highMs, level: 0.95 };
    return [{ rows: x, value: medianMs, interval }];
  });
  const steps = points.flatMap((point) =>
    point.steps === null ? [] : [{ rows: point.x, value: point.steps }],
  );
  return {
    time: times.length === 0 ? null : growthOf(times),
    steps: steps.length === 0 ? null : growthOf(steps),
  };
}

/** Short, and in full as the explanation: how the law was fitted. */
export function growthSentence(letter: SetupLetter, { time, steps }: Growths): ScaleSentence[] {
  const grown = [
    ...(time ? [{ growth: time, subject: 'The time' }] : []),
    ...(steps ? [{ growth: steps, subject: 'The work in VM steps' }] : []),
  ];
  if (grown.length === 0) return [];
  const explanation = grown.map(({ growth, subject }) => growthWords(growth, subject).sentence);
  return [
    {
      kind: 'growth',
      letters: [letter],
      text: grown.map(shortGrowth).join(' '),
      explanation: `${explanation.join(' ')} Least squares on the logarithms of rows and values.`,
    },
  ];
}

function shortGrowth({ growth, subject }: { growth: Growth; subject: string }): string {
  const { headline, interval, sentence } = growthWords(growth, subject);
  if (!isLaw(growth) || growth.kind === 'unclear') return sentence;
  return `${subject} ${headline} (${interval}).`;
}

/** The growth of the time as a legend says it. */
export function growthHeadline({ time }: Growths): string | undefined {
  return time && isLaw(time) ? growthWords(time).headline : undefined;
}

function isLaw({ kind }: Growth): boolean {
  return kind !== 'too-few-points' && kind !== 'has-zeros';
}

const verdictExplanation =
  'From the verdict of paired rounds at each point; where they cross is read off the line between the neighbouring points on logarithmic axes.';
const flipExplanation =
  'Both ends of the axis were measured, then the middle of what remained, until it was narrower than a tenth or 12 points were measured.';

/** Each setup against the baseline. */
export function crossingsOf({ subject, points }: ScaleRun) {
  const [baseline, ...others] = subject.setups;
  if (!baseline) return [];
  return others.flatMap(({ id, letter }) => {
    const pair = [baseline.letter, letter] as const;
    const compared = points.flatMap((point) => {
      const verdict = verdictAt(point, baseline.id, id);
      return verdict ? [{ x: point.x, verdict }] : [];
    });
    if (compared.length === 0) return [];
    const crossover = crossoverOf(compared);
    const crossings: Crossing[] =
      crossover.kind === 'never'
        ? []
        : crossover.kind === 'between'
          ? [crossover]
          : crossover.crossings;
    const sentence: ScaleSentence = {
      kind: 'crossover',
      letters: [...pair],
      text: crossoverSentence(crossover, pair, subject),
      explanation: verdictExplanation,
    };
    const marks = crossings.map((each) => ({ x: each.estimate, text: crossingMark(each, pair) }));
    return [{ sentence, marks }];
  });
}

/** What was searched between two setups; null when nothing was. */
export function flipView({ subject, flip, status }: ScaleRun) {
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
    const sentence: ScaleSentence = {
      kind: 'flip',
      letters: [...pair],
      text,
      explanation: flipExplanation,
    };
    return { sentence, bracket: null };
  }
  const sentence: ScaleSentence = {
    kind: 'flip',
    letters: [...pair],
    text: flipSentence(result, pair, subject, probes.length),
    explanation: flipExplanation,
  };
  if (result.kind === 'none') return { sentence, bracket: null };
  const [low, high] =
    result.kind === 'flip' ? [result.low, result.high] : [result.start.low, result.end.high];
  return { sentence, bracket: { low, high, text: `flip of ${pair.join(' and ')}` } };
}
