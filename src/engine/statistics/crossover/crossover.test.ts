import { expect, test } from 'vitest';
import { formatCount } from '../../../lib/format-count.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import { verdictOf } from '../verdict.ts';
import { type CrossoverPoint, crossoverOf, verdictOutcome } from './crossover.ts';
import { crossoverWords } from './crossover-words.ts';

const quiet = { estimate: 1, low: 0.99, high: 1.01, level: 0.95 };
const axis = { format: formatCount, unit: 'rows' };
const names = { setup: 'B', baseline: 'A' };

/** A point with a ratio that is known to 1 %; null for one that failed. */
function at(x: number, ratio: number | null, spread = 1.01): CrossoverPoint {
  if (ratio === null) return { x, verdict: { kind: 'too-few-runs', rounds: 0 } };
  const interval = { estimate: ratio, low: ratio / spread, high: ratio * spread, level: 0.95 };
  return { x, verdict: verdictOf(interval, quiet, 12) };
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
  expect(crossoverWords(crossover, names, axis)).toBe(
    'B begins to win between 1,000 and 10,000 rows (about 2,000)',
  );
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
  expect(crossoverWords(begins, names, axis)).toContain('B begins to win between 100 and 1,000');
  const ends = crossoverOf([at(10, 0.2), at(100, 1), at(1000, 1)]);
  expect(ends).toMatchObject({ below: 'setup', above: 'equal', low: 10, high: 100 });
  expect(crossoverWords(ends, names, axis)).toContain('B ceases to win between 10 and 100 rows');
});

test('several changes are all told', () => {
  const crossover = crossoverOf([at(1, 2), at(10, 0.5), at(100, 2)]);
  expect(crossover).toMatchObject({ kind: 'several' });
  expect(crossoverWords(crossover, names, axis)).toBe(
    'B begins to win between 1 and 10 rows (about 3); A begins to win between 10 and 100 rows (about 32)',
  );
});

test('without a change it says who wins throughout, if anybody', () => {
  const wordsOf = (points: CrossoverPoint[]) => crossoverWords(crossoverOf(points), names, axis);
  expect(wordsOf([at(1, 2), at(10, 3)])).toBe('No change of the winner: A wins throughout');
  expect(wordsOf([at(1, 1)])).toContain('no meaningful difference throughout');
  expect(wordsOf([at(1, null)])).toContain('not resolved');
  expect(crossoverOf([])).toEqual({ kind: 'never', winner: 'unknown' });
});

test('the short mode decides too', () => {
  const verdicts: Verdict[] = [
    { kind: 'clearly-slower', low: 2, high: 4, rounds: 3 },
    { kind: 'clearly-faster', low: 0.1, high: 0.2, rounds: 3 },
  ];
  expect(verdicts.map(verdictOutcome)).toEqual(['baseline', 'setup']);
  const crossover = crossoverOf(verdicts.map((verdict, index) => ({ x: 10 ** index, verdict })));
  expect(crossover.kind === 'between' && crossover.estimate).toBeGreaterThan(1);
});
