import { expect, test } from 'vitest';
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

const pair = { contenderId: 'fast', againstId: 'slow' };
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

test('keeps to the rule of three runs where there are no more', () => {
  const clear = [...samplesOf('fast', scattered(10, 12)), ...samplesOf('slow', [30, 31, 32])];
  expect(pairVerdict(clear, pair, null, 1).kind).toBe('clearly-faster');
  const close = [...samplesOf('fast', [10, 11, 12]), ...samplesOf('slow', [12, 12, 12])];
  expect(pairVerdict(close, pair, null, 1)).toEqual({ kind: 'too-few-runs', rounds: 3 });
});

test('reads the same the other way round', () => {
  const samples = [...samplesOf('fast', scattered(10)), ...samplesOf('slow', scattered(30))];
  const verdict = pairVerdict(samples, pair, 0.05, 1);
  const other = pairVerdict(samples, { contenderId: 'slow', againstId: 'fast' }, 0.05, 1);
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
