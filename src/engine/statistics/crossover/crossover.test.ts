import { expect, test } from 'vitest';
import type { Verdict } from '../../model/comparison/verdict.ts';
import type { CrossoverPoint } from '../../model/scale/crossover.ts';
import { verdictOf } from '../verdict.ts';
import { crossoverExceptions, crossoverOf, verdictOutcome } from './crossover.ts';

const quiet = { estimate: 1, low: 0.99, high: 1.01, level: 0.95 };

/** A point with a ratio that is known to 1 %; null for one that failed. */
function at(x: number, ratio: number | null, spread = 1.01): CrossoverPoint {
  if (ratio === null) return { x, outcome: 'unknown', ratio, rounds: 0 };
  const interval = { estimate: ratio, low: ratio / spread, high: ratio * spread, level: 0.95 };
  return { x, outcome: verdictOutcome(verdictOf(interval, quiet, 12)), ratio, rounds: 12 };
}

test('a power law against a constant crosses where they are equal', () => {
  // The ratio falls like 2000 / n: it is 1 at 2,000 rows, between two points of the axis.
  const crossover = crossoverOf([100, 1000, 10_000, 100_000].map((x) => at(x, 2000 / x)));
  expect(crossover).toMatchObject({
    kind: 'between',
    below: 'baseline',
    above: 'setup',
    low: 1000,
    high: 10_000,
  });
  expect(crossover.kind === 'between' && crossover.estimate).toBeCloseTo(2000, 6);
});

test('equal and undecided places lie inside a crossing, or are passed over', () => {
  const points = [at(1, 2), at(2, 1.02), at(3, 0.97, 1.2), at(4, 1), at(5, 0.5)];
  expect(crossoverOf(points)).toMatchObject({ kind: 'between', low: 1, high: 5 });
  expect(crossoverOf([at(1, 0.5), at(2, 1), at(3, null), at(4, 0.6)])).toEqual({
    kind: 'never',
    winner: 'setup',
  });
});

test('winning begins after a stretch of equality and ends before one', () => {
  const begins = crossoverOf([at(10, 1), at(100, 1.01), at(1000, 0.2)]);
  expect(begins).toMatchObject({ kind: 'between', below: 'equal', above: 'setup', low: 100 });
  const ends = crossoverOf([at(10, 0.2), at(100, 1), at(1000, 1)]);
  expect(ends).toMatchObject({ below: 'setup', above: 'equal', low: 10, high: 100 });
});

test('several changes are all told', () => {
  const crossover = crossoverOf([at(1, 2), at(10, 0.5), at(100, 2)]);
  expect(crossover).toMatchObject({
    kind: 'several',
    crossings: [
      { below: 'baseline', above: 'setup', low: 1, high: 10 },
      { below: 'setup', above: 'baseline', low: 10, high: 100 },
    ],
  });
});

test('without a change it says who wins throughout, if anybody', () => {
  expect(crossoverOf([at(1, 2), at(10, 3)])).toEqual({ kind: 'never', winner: 'baseline' });
  expect(crossoverOf([at(1, 1)])).toEqual({ kind: 'never', winner: 'equal' });
  expect(crossoverOf([at(1, null)])).toEqual({ kind: 'never', winner: 'unknown' });
  expect(crossoverOf([])).toEqual({ kind: 'never', winner: 'unknown' });
});

test('the short mode decides too', () => {
  const verdicts: Verdict[] = [
    { kind: 'clearly-slower', low: 2, high: 4, rounds: 3 },
    { kind: 'clearly-faster', low: 0.1, high: 0.2, rounds: 3 },
    { kind: 'too-few-runs', rounds: 3 },
  ];
  expect(verdicts.map(verdictOutcome)).toEqual(['baseline', 'setup', 'unknown']);
});

test('what a crossover passes over can be named', () => {
  const undecided = (x: number, ratio: number | null): CrossoverPoint => ({
    x,
    outcome: 'unknown',
    ratio,
    rounds: 3,
  });
  const wins = [at(1, 0.5), at(2, 1), at(3, 0.6), undecided(4, 0.9), undecided(5, 3.4)];
  const never = crossoverOf(wins);
  expect(never).toEqual({ kind: 'never', winner: 'setup' });
  const exceptions = crossoverExceptions(never, wins);
  expect(exceptions.equal.map(({ x }) => x)).toEqual([2]);
  expect(exceptions.undecided.map(({ x }) => x)).toEqual([4, 5]);
  expect(exceptions.contrary.map(({ x }) => x)).toEqual([5]);
  // Within the crossing either side is expected, beyond it only one.
  const crossed = [undecided(1, 0.3), at(2, 2), undecided(3, 3), at(4, 0.5), undecided(5, 2)];
  const { contrary } = crossoverExceptions(crossoverOf(crossed), crossed);
  expect(contrary.map(({ x }) => x)).toEqual([1, 5]);
  expect(crossoverExceptions(crossoverOf([]), []).undecided).toEqual([]);
});
