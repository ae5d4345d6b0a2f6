import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCount } from '../../../lib/format-count.ts';
import type { FlipProbe, FlipRange, FlipResult, Outcome } from '../../model/scale/crossover.ts';
import { flipWords } from './crossover-words.ts';
import { flipStep, flipTolerance, maxFlipProbes } from './flip-search.ts';

/** Searches to the end; `outcomeAt` answers for the measurement. */
function search(range: FlipRange, outcomeAt: (x: number) => Outcome) {
  const probes: FlipProbe[] = [];
  while (true) {
    const step = flipStep(range, probes);
    if (step.kind === 'done') return { result: step.result, probes };
    expect(probes.map(({ x }) => x)).not.toContain(step.x);
    expect(step.x).toBeGreaterThanOrEqual(range.low);
    expect(step.x).toBeLessThanOrEqual(range.high);
    if (range.isInteger) expect(Number.isInteger(step.x)).toBe(true);
    probes.push({ x: step.x, outcome: outcomeAt(step.x) });
    expect(probes.length).toBeLessThanOrEqual(maxFlipProbes);
  }
}

const rows = { low: 100, high: 1_000_000, isInteger: true };
const names = { setup: 'B', baseline: 'A' };
const axis = { format: formatCount, unit: 'rows' };
const wordsOf = (result: FlipResult) => flipWords(result, names, axis);

test('a single flip is found within the tolerance, wherever it is', () => {
  const flips = fc.double({ min: 100, max: 999_999, noNaN: true });
  fc.assert(
    fc.property(flips, fc.boolean(), fc.boolean(), (flip, isInteger, isReversed) => {
      const [below, above]: Outcome[] = isReversed ? ['setup', 'baseline'] : ['baseline', 'setup'];
      const { result } = search(
        { ...rows, isInteger },
        (x) => (x <= flip ? below : above) ?? 'unknown',
      );
      if (result.kind !== 'flip') throw new Error(`found ${result.kind}`);
      expect(result.low).toBeLessThanOrEqual(flip);
      expect(result.high).toBeGreaterThan(flip);
      expect([result.below, result.above]).toEqual([below, above]);
      expect(result.high / result.low).toBeLessThanOrEqual(flipTolerance);
    }),
  );
});

test('small row counts are narrowed to neighbours', () => {
  const range = { low: 1, high: 20, isInteger: true };
  const { result } = search(range, (x) => (x < 4 ? 'baseline' : 'setup'));
  expect(result).toMatchObject({ kind: 'flip', low: 3, high: 4 });
});

test('a stretch of equality has two edges; both lie in their brackets', () => {
  const place = fc.double({ min: Math.log(100), max: Math.log(999_999), noNaN: true });
  fc.assert(
    fc.property(place, place, (one, other) => {
      const from = Math.exp(Math.min(one, other));
      const to = Math.exp(Math.max(one, other));
      const { result } = search({ ...rows, isInteger: false }, (x) => {
        if (x < from) return 'baseline';
        return x < to ? 'equal' : 'setup';
      });
      if (result.kind === 'flip') {
        // The stretch is too narrow to be met, or begins at the end of the range.
        expect(result.low).toBeLessThanOrEqual(to);
        expect(result.high).toBeGreaterThanOrEqual(from);
        return;
      }
      if (result.kind !== 'stretch') throw new Error(`found ${result.kind}`);
      expect(result.middle).toBe('equal');
      expect(result.start.low).toBeLessThan(from);
      expect(result.start.high).toBeGreaterThanOrEqual(from);
      expect(result.end.low).toBeLessThan(to);
      expect(result.end.high).toBeGreaterThanOrEqual(to);
    }),
  );
});

test('whatever the outcomes, it ends after 12 probes at most and repeats none', () => {
  const outcomes = fc.array(fc.constantFrom<Outcome>('baseline', 'setup', 'equal', 'unknown'), {
    minLength: 20,
    maxLength: 20,
  });
  const range = fc
    .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 1_000_000 }))
    .map(([low, more]) => ({ low, high: low + more, isInteger: true }));
  fc.assert(
    fc.property(outcomes, range, (answers, within) => {
      let index = 0;
      const { result } = search(within, () => answers[index++] ?? 'unknown');
      expect(wordsOf(result)).not.toContain('undefined');
    }),
  );
});

test('the ends come first, and alike ends end the search', () => {
  expect(flipStep(rows, [])).toEqual({ kind: 'probe', x: 100 });
  expect(flipStep(rows, [{ x: 100, outcome: 'setup' }])).toEqual({ kind: 'probe', x: 1_000_000 });
  const { result, probes } = search(rows, () => 'baseline');
  expect(probes).toHaveLength(2);
  expect(wordsOf(result)).toBe('No flip from 100 to 1,000,000 rows: A wins throughout');
  expect(search(rows, () => 'unknown').result).toMatchObject({ kind: 'none', winner: 'unknown' });
});

test('the words say who begins to win where', () => {
  const flip = search(rows, (x) => (x < 1300 ? 'equal' : 'setup')).result;
  expect(wordsOf(flip)).toMatch(/^B begins to win between 1,\d{3} and 1,\d{3} rows$/);
  const ends = search(rows, (x) => (x < 1300 ? 'setup' : 'equal')).result;
  expect(wordsOf(ends)).toMatch(/^B ceases to win between/);
  const stretch = search(rows, (x) => {
    if (x < 5000) return 'baseline';
    return x < 50_000 ? 'equal' : 'setup';
  }).result;
  expect(wordsOf(stretch)).toMatch(
    /^B begins to win between 4\d,\d{3} and 5\d,\d{3} rows; A ceases to win between 4,\d{3} and 5,\d{3} rows; equal between 5,\d{3} and 4\d,\d{3} rows$/,
  );
});
