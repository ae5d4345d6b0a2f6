import { expect, test } from 'vitest';
import type { RatioInterval } from '../model/comparison/verdict.ts';
import { equalMargin, moreRounds, rankingBound, shortVerdict, verdictOf } from './verdict.ts';

function interval(low: number, high: number): RatioInterval {
  return { estimate: Math.sqrt(low * high), low, high, level: 0.975 };
}

const quiet = interval(0.98, 1.01);

test('the margin is 5 %, or as far as the baseline differs from itself', () => {
  expect(equalMargin(null)).toBe(0.05);
  expect(equalMargin(quiet)).toBe(0.05);
  expect(equalMargin(interval(0.95, 1.08))).toBeCloseTo(0.08, 12);
  expect(equalMargin(interval(1 / 1.09, 1.01))).toBeCloseTo(0.09, 12);
});

test('faster and slower need the whole interval outside the margin', () => {
  expect(verdictOf(interval(0.16, 0.18), quiet, 12).kind).toBe('faster');
  expect(verdictOf(interval(5.6, 6.1), quiet, 12).kind).toBe('slower');
  expect(verdictOf(interval(0.9, 0.96), quiet, 12).kind).toBe('unresolved');
  expect(verdictOf(interval(1.04, 1.2), quiet, 12).kind).toBe('unresolved');
});

test('a wider control widens the margin', () => {
  const shaky = interval(0.93, 1.05);
  expect(verdictOf(interval(1.06, 1.2), quiet, 12).kind).toBe('slower');
  expect(verdictOf(interval(1.06, 1.2), shaky, 12).kind).toBe('unresolved');
  expect(verdictOf(interval(0.94, 1.06), shaky, 12).kind).toBe('equal');
});

test('an interval inside the margin counts as equal', () => {
  expect(verdictOf(interval(0.97, 1.03), quiet, 12).kind).toBe('equal');
  expect(verdictOf(interval(0.97, 1.06), quiet, 12).kind).toBe('unresolved');
});

test('a baseline that differs from itself by more than 10 % leaves only large effects', () => {
  const noisy = interval(0.88, 1.02);
  const tooNoisy = { kind: 'too-noisy', margin: 1 / 0.88 - 1, control: noisy };
  expect(verdictOf(interval(0.1, 0.2), noisy, 12)).toMatchObject({ kind: 'faster' });
  expect(verdictOf(interval(1.4, 1.6), noisy, 12)).toMatchObject({ kind: 'slower' });
  // Beyond the margin of 1 / 0.88, but not beyond its square.
  for (const ratio of [interval(0.8, 0.85), interval(0.99, 1.01)]) {
    expect(verdictOf(ratio, noisy, 12)).toEqual({ ...tooNoisy, ratio });
  }
  // Before the first look a wide control only means that there are few rounds.
  expect(verdictOf(interval(0.9, 1.1), noisy, 8)).toMatchObject({
    kind: 'unresolved',
    moreRounds: 4,
  });
});

test('the bound of a ranking is the margin, above 10 % its square', () => {
  expect(rankingBound(0.05)).toBeCloseTo(1.05, 12);
  expect(rankingBound(0.1)).toBeCloseTo(1.1, 12);
  expect(rankingBound(0.33)).toBeCloseTo(1.7689, 12);
});

test('without an interval there is no verdict', () => {
  expect(verdictOf(null, quiet, 4)).toEqual({ kind: 'too-few-runs', rounds: 4 });
  expect(verdictOf(interval(0.1, 0.2), null, 4)).toEqual({ kind: 'too-few-runs', rounds: 4 });
});

test('more rounds grow with the square of the width that is too much', () => {
  const narrow = moreRounds({ estimate: 1.2, low: 1.04, high: 1.38, level: 0.95 }, 0.05, 12);
  const wide = moreRounds({ estimate: 1.2, low: 0.9, high: 1.6, level: 0.95 }, 0.05, 12);
  expect(narrow).toBe(2);
  expect(wide).toBeCloseTo(12 * (0.2877 / 0.1335) ** 2 - 12, -1);
  expect(moreRounds(interval(1, 1.1), 0.05, 50)).toBeGreaterThan(1000);
});

test('the short mode needs every round beyond 25 % on the same side', () => {
  const calm = [1.01, 0.97, 1.02];
  expect(shortVerdict([0.03, 0.035, 0.04], calm, 3)).toEqual({
    kind: 'clearly-faster',
    low: 0.03,
    high: 0.04,
    rounds: 3,
  });
  expect(shortVerdict([1.4, 1.5, 1.3], calm, 3).kind).toBe('clearly-slower');
  expect(shortVerdict([1.4, 1.5, 1.2], calm, 3).kind).toBe('too-few-runs');
  expect(shortVerdict([0.5, 2, 0.5], calm, 3).kind).toBe('too-few-runs');
  expect(shortVerdict([1.4, 1.5, 1.3], [1, 1.35, 1], 3).kind).toBe('too-few-runs');
  expect(shortVerdict([0.1, 0.1], calm, 3)).toEqual({ kind: 'too-few-runs', rounds: 2 });
});
