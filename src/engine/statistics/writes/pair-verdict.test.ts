import { describe, expect, test } from 'vitest';
import type { WriteSample } from '../../model/writes/writes.ts';
import { verdictWords } from '../words/verdict-words.ts';
import { mirrorVerdict, pairVerdict } from './pair-verdict.ts';
import { pairByRound, roundTimes } from './paired-rounds.ts';

function samplesOf(contenderId: string, times: readonly number[], firstRound = 1): WriteSample[] {
  return times.map((elapsedMs, at) => ({
    contenderId,
    round: firstRound + at,
    isControl: false,
    elapsedMs,
    runs: 1,
  }));
}

const pair = { contenderId: 'fast', againstId: 'slow', baselineId: 'base' };
const scattered = (ms: number, length = 12) =>
  Array.from({ length }, (_, at) => ms * (0.98 + 0.01 * (at % 5)));

test('pairs the times of the same rounds, and no control', () => {
  const samples = [
    ...samplesOf('fast', [1, 2, 3], 2),
    ...samplesOf('slow', [10, 20, 30]),
    { contenderId: 'slow', round: 2, isControl: true, elapsedMs: 99, runs: 1 },
  ];
  expect(pairByRound(roundTimes(samples, 'fast'), roundTimes(samples, 'slow'))).toEqual({
    times: [1, 2],
    against: [20, 30],
  });
});

test('ranks what lies beyond the margin', () => {
  const samples = [...samplesOf('fast', scattered(10)), ...samplesOf('slow', scattered(30))];
  const verdict = pairVerdict(samples, pair, 0.05, 3);
  expect(verdict.kind).toBe('faster');
  if (verdict.kind !== 'faster') return;
  expect(verdict.ratio.estimate).toBeCloseTo(1 / 3, 6);
  expect(verdict.ratio.level).toBeCloseTo(1 - 0.05 / 3, 6);
});

test('calls equal what lies within it', () => {
  const samples = [...samplesOf('fast', scattered(30)), ...samplesOf('slow', scattered(30.3))];
  expect(pairVerdict(samples, pair, 0.05, 1).kind).toBe('equal');
});

test('says of a noisy machine how far the baseline lay from itself, not the pair', () => {
  const samples = [...samplesOf('fast', scattered(30)), ...samplesOf('slow', scattered(33))];
  const verdict = pairVerdict(samples, pair, 0.3, 1);
  expect(verdict).toMatchObject({ kind: 'too-noisy', margin: 0.3 });
  expect(verdictWords(verdict, { setup: 'fast', baseline: 'slow' }).sentence).toContain(
    'the baseline measured against itself differed by up to 30 %.',
  );
});

/** The baseline, and itself once more. */
function baselineSamples(times: readonly number[], again: readonly number[]): WriteSample[] {
  const control = samplesOf('base', again).map((sample) => ({ ...sample, isControl: true }));
  return [...samplesOf('base', times), ...control];
}

test('says nothing of a pair with fewer rounds than its interval needs, however clear they are', () => {
  const samples = [...samplesOf('fast', scattered(10, 5)), ...samplesOf('slow', scattered(30, 5))];
  expect(pairVerdict(samples, pair, 0.05, 1)).toEqual({ kind: 'too-few-runs', rounds: 5 });
});

describe('by the rule of three runs', () => {
  const kindOf = (samples: WriteSample[]) => pairVerdict(samples, pair, null, 1).kind;
  const thrice = (slow: number[]) => [
    ...samplesOf('fast', scattered(10, 12)),
    ...samplesOf('slow', slow),
  ];

  test('all of them have to lie beyond 25 %', () => {
    const quiet = baselineSamples([10, 10, 10], [10, 10, 10]);
    expect(kindOf([...thrice([13, 13, 13]), ...quiet])).toBe('clearly-faster');
    expect(pairVerdict([...thrice([12, 12, 12]), ...quiet], pair, null, 1)).toEqual({
      kind: 'too-few-runs',
      rounds: 3,
    });
  });

  test('and beyond what the baseline showed against itself in the same rounds', () => {
    const noisy = baselineSamples([10, 10, 10, 10], [10, 15, 10, 10]);
    expect(kindOf([...thrice([14, 14, 14]), ...noisy])).toBe('too-few-runs');
    expect(kindOf([...thrice([16, 16, 16]), ...noisy])).toBe('clearly-faster');
    const later = baselineSamples([10, 10, 10, 10], [10, 10, 10, 90]);
    expect(kindOf([...thrice([14, 14, 14]), ...later])).toBe('clearly-faster');
  });

  test('and beyond what their own ratios scatter by', () => {
    const quiet = baselineSamples([10, 10, 10], [10, 10, 10]);
    expect(kindOf([...thrice([15, 20, 30]), ...quiet])).toBe('too-few-runs');
    expect(kindOf([...thrice([45, 60, 80]), ...quiet])).toBe('clearly-faster');
  });

  test('and beyond 50 % where the baseline was measured again in fewer of them', () => {
    const twice = baselineSamples([10, 10, 10], [10, 10]);
    expect(kindOf([...thrice([14, 14, 14]), ...twice])).toBe('too-few-runs');
    expect(kindOf([...thrice([16, 16, 16]), ...twice])).toBe('clearly-faster');
    expect(kindOf(thrice([16, 16, 16]))).toBe('clearly-faster');
  });
});

test('reads the same the other way round', () => {
  const samples = [...samplesOf('fast', scattered(10)), ...samplesOf('slow', scattered(30))];
  const verdict = pairVerdict(samples, pair, 0.05, 1);
  const other = pairVerdict(samples, { ...pair, contenderId: 'slow', againstId: 'fast' }, 0.05, 1);
  const mirrored = mirrorVerdict(verdict);
  expect(mirrored.kind).toBe(other.kind);
  if (mirrored.kind !== 'slower' || other.kind !== 'slower') throw new Error('not slower');
  expect(mirrored.ratio.low).toBeCloseTo(other.ratio.low, 9);
  expect(mirrored.ratio.high).toBeCloseTo(other.ratio.high, 9);
  expect(mirrorVerdict({ kind: 'clearly-faster', low: 0.1, high: 0.2, rounds: 3 })).toEqual({
    kind: 'clearly-slower',
    low: 5,
    high: 10,
    rounds: 3,
  });
  expect(mirrorVerdict({ kind: 'too-few-runs', rounds: 2 })).toEqual({
    kind: 'too-few-runs',
    rounds: 2,
  });
});
