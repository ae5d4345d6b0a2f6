import { describe, expect, it, test } from 'vitest';
import type {
  Crossing,
  CrossoverPoint,
  FlipResult,
} from '../../../engine/model/scale/crossover.ts';
import { crossoverOf } from '../../../engine/statistics/crossover/crossover.ts';
import {
  type AxisWords,
  crossingMark,
  crossoverSentence,
  flipSentence,
  formatPlace,
} from './scale-words.ts';

const rows: AxisWords = { range: null };
const share: AxisWords = {
  range: {
    name: ':min',
    table: 't',
    column: 'code',
    operator: '>',
    partner: null,
    restriction: null,
  },
};
const pair = ['A', 'B'] as const;

const crossing: Crossing = {
  below: 'baseline',
  above: 'setup',
  low: 1000,
  high: 10_000,
  estimate: 2034,
};

test('places are rows, or a share of them', () => {
  expect(formatPlace(rows, 30_012)).toBe('30,000 rows');
  expect(formatPlace(rows, 1)).toBe('1 row');
  expect(formatPlace(share, 0.003)).toBe('0.3 % of the rows');
});

/** Places with their outcomes: setup, baseline, equal and unknown by their first letter. */
function pointsOf(...places: [number, 's' | 'b' | 'e' | 'u', number?][]): CrossoverPoint[] {
  const outcomes = { s: 'setup', b: 'baseline', e: 'equal', u: 'unknown' } as const;
  return places.map(([x, letter, ratio]) => ({
    x,
    outcome: outcomes[letter],
    ratio: ratio ?? null,
    rounds: letter === 'u' ? 3 : 12,
  }));
}

function sentenceOf(points: CrossoverPoint[], axis: AxisWords = rows): string {
  return crossoverSentence(crossoverOf(points), points, pair, axis);
}

describe('where the winner changes', () => {
  it('is said with what holds on either side', () => {
    expect(sentenceOf(pointsOf([1000, 'b', 2], [10_000, 's', 0.5]))).toBe(
      'Up to 1,000 rows A is faster than B, from 10,000 rows on B is faster than A. They cross near 3,200 rows.',
    );
    expect(sentenceOf(pointsOf([1000, 's', 0.5], [10_000, 'e', 1]))).toContain(
      'from 10,000 rows on there is no meaningful difference between A and B.',
    );
  });

  it('is said of every change', () => {
    expect(sentenceOf(pointsOf([1000, 'b'], [10_000, 's'], [100_000, 'b']))).toBe(
      'The winner changes 2 times. Up to 1,000 rows A is faster than B, from 10,000 rows on B is faster than A. Up to 10,000 rows B is faster than A, from 100,000 rows on A is faster than B.',
    );
  });

  it.each([
    ['b', 'A is faster than B at every point measured.'],
    ['s', 'B is faster than A at every point measured.'],
    ['e', 'There is no meaningful difference between A and B at any point measured.'],
    ['u', 'It could not be told whether A or B is faster at any point measured.'],
  ] as const)('is nowhere, and says who wins throughout: %s', (letter, sentence) => {
    expect(sentenceOf(pointsOf([100, letter], [300, letter]))).toBe(sentence);
  });

  it('is not said of every point when some could not be told', () => {
    const points = pointsOf(
      [0.001, 's', 0.1],
      [0.01, 's', 0.2],
      [0.3, 'u', 1.1],
      [0.997, 'u', 3.41],
    );
    expect(sentenceOf(points, share)).toBe(
      "B is faster than A at 2 of 4 points; at 30 % and 100 % of the rows it could not be told. At 100 % of the rows B's median was 3.4 times A's, in 3 rounds: too few to tell.",
    );
    expect(sentenceOf(pointsOf([100, 'b'], [300, 'u', 0.5], [1000, 'e'], [3000, 'b']))).toBe(
      "A is faster than B at 2 of 4 points; at 1,000 rows there is no meaningful difference; at 300 rows it could not be told. At 300 rows A's median was 2.0 times B's, in 3 rounds: too few to tell.",
    );
    expect(sentenceOf(pointsOf([100, 'b', 2], [1000, 's', 0.5], [3000, 'u', 1]))).toMatch(
      /They cross near 320 rows\. At 3,000 rows it could not be told\.$/,
    );
    expect(sentenceOf(pointsOf([100, 's']))).toBe(
      'B is faster than A at 100 rows, the only point measured.',
    );
  });

  it('is marked by who begins or ceases to win', () => {
    expect(crossingMark(crossing, pair)).toBe('B begins to win');
    expect(crossingMark({ ...crossing, above: 'baseline' }, pair)).toBe('A begins to win');
    const toEqual = { ...crossing, above: 'equal' as const };
    expect(crossingMark(toEqual, pair)).toBe('A no longer wins');
    expect(crossingMark({ ...toEqual, below: 'setup' }, pair)).toBe('B no longer wins');
  });
});

describe('the search for the flip', () => {
  const effort = { probes: 5, undecided: 0, isNoise: true };
  const wordsOf = (result: FlipResult) => flipSentence(result, pair, rows, effort);

  it('says that both ends are alike', () => {
    const told = { low: 100, high: 1_000_000 };
    expect(wordsOf({ kind: 'none', winner: 'baseline', ...told, told })).toBe(
      'No flip between 100 rows and 1,000,000 rows: A is faster than B at both ends (5 probes).',
    );
  });

  it('says how far it could be told who wins', () => {
    const noFlip = (low: number, high: number, isNoise = true) =>
      flipSentence(
        { kind: 'none', winner: 'setup', low: 100, high: 1_000_000, told: { low, high } },
        pair,
        rows,
        { probes: 7, undecided: 4, isNoise },
      );
    expect(noFlip(100, 39_200)).toBe(
      'No flip found: B is faster than A up to 39,200 rows; above that this machine was too noisy to tell (7 probes, 4 undecided).',
    );
    expect(noFlip(300, 1_000_000, false)).toContain(
      'B is faster than A from 300 rows on; below that it could not be told (',
    );
    expect(noFlip(300, 3000)).toContain(
      'between 300 rows and 3,000 rows; below and above that this',
    );
    expect(noFlip(300, 300)).toContain('B is faster than A at 300 rows; elsewhere this machine');
    const never = { kind: 'none', winner: 'unknown', low: 100, high: 3000, told: null } as const;
    expect(wordsOf(never)).toContain(
      'No flip found: between 100 rows and 3,000 rows this machine was too noisy to tell whether A or B is faster',
    );
  });

  it('says between which places it lies', () => {
    expect(wordsOf({ kind: 'flip', below: 'equal', above: 'setup', low: 1250, high: 1310 })).toBe(
      'The flip lies between 1,250 rows and 1,310 rows: below it there is no meaningful difference between A and B, above it B is faster than A (5 probes).',
    );
  });

  it('says both ends of a stretch, and what is inside it', () => {
    const stretch: FlipResult = {
      kind: 'stretch',
      below: 'baseline',
      above: 'setup',
      middle: 'equal',
      start: { low: 4800, high: 5100 },
      end: { low: 49_000, high: 52_000 },
    };
    expect(wordsOf(stretch)).toBe(
      'The flip is a stretch: between 4,800 rows and 5,100 rows A is faster than B for the last time, between 49,000 rows and 52,000 rows B is faster than A for the first; in between there is no meaningful difference (5 probes).',
    );
  });
});
