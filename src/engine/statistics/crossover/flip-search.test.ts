import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { FlipProbe, FlipRange, Outcome } from '../../model/scale/crossover.ts';
import { flipStep, flipTolerance, maxFlipProbes, maxUndecidedProbes } from './flip-search.ts';

/** Searches to the end; `outcomeAt` answers for the measurement. */
function search(range: FlipRange, outcomeAt: (x: number) => Outcome) {
  const probes: FlipProbe[] = [];
  while (true) {
    const step = flipStep(range, probes);
    if (step.kind === 'done') return { result: step.result, probes };
    // A matcher for each of the thousands of steps would take longer than the searches.
    const { x } = step;
    const isNew = !probes.some((probe) => probe.x === x);
    const isInRange = x >= range.low && x <= range.high;
    const isWhole = !range.isInteger || Number.isInteger(x);
    if (!(isNew && isInRange && isWhole)) {
      throw new Error(`asked for ${x} after ${probes.map((probe) => probe.x)}`);
    }
    probes.push({ x, outcome: outcomeAt(x) });
    if (probes.length > maxFlipProbes) throw new Error(`asked for ${probes.length} probes`);
  }
}

const rows = { low: 100, high: 1_000_000, isInteger: true };

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
      expect(['none', 'flip', 'stretch']).toContain(result.kind);
    }),
  );
});

test('the ends come first, and alike ends end the search', () => {
  expect(flipStep(rows, [])).toEqual({ kind: 'probe', x: 100 });
  expect(flipStep(rows, [{ x: 100, outcome: 'setup' }])).toEqual({ kind: 'probe', x: 1_000_000 });
  const { result, probes } = search(rows, () => 'baseline');
  expect(probes).toHaveLength(2);
  expect(result).toEqual({
    kind: 'none',
    winner: 'baseline',
    low: 100,
    high: 1_000_000,
    told: { low: 100, high: 1_000_000 },
  });
});

describe('probes that could not be told', () => {
  it('are never a flip, however far they reach', () => {
    const edge = fc.double({ min: 101, max: 999_999, noNaN: true });
    fc.assert(
      fc.property(edge, fc.boolean(), (from, isAbove) => {
        const { result, probes } = search(rows, (x) =>
          x > from === isAbove ? 'unknown' : 'setup',
        );
        expect(result).toMatchObject({ kind: 'none', winner: 'setup' });
        if (result.kind !== 'none' || !result.told) throw new Error('nothing was told');
        const [near, far] = isAbove
          ? [result.told.low, result.told.high]
          : [result.told.high, result.told.low];
        expect(near).toBe(isAbove ? 100 : 1_000_000);
        expect(far > from).toBe(!isAbove);
        const unknown = probes.filter(({ outcome }) => outcome === 'unknown').length;
        expect(unknown).toBeLessThanOrEqual(maxUndecidedProbes);
      }),
    );
  });

  it('end the search where nothing can be told', () => {
    const { result, probes } = search(rows, () => 'unknown');
    expect(result).toEqual({
      kind: 'none',
      winner: 'unknown',
      low: 100,
      high: 1_000_000,
      told: null,
    });
    expect(probes).toHaveLength(maxUndecidedProbes);
  });

  it('at the ends do not hide the flip between them', () => {
    const { result } = search(rows, (x) => {
      if (x === rows.low || x === rows.high) return 'unknown';
      return x < 30_000 ? 'baseline' : 'setup';
    });
    if (result.kind !== 'flip') throw new Error(`found ${result.kind}`);
    expect(result).toMatchObject({ below: 'baseline', above: 'setup' });
    expect(result.low).toBeLessThan(30_000);
    expect(result.high).toBeGreaterThanOrEqual(30_000);
    expect(result.high / result.low).toBeLessThanOrEqual(flipTolerance);
  });

  it('are gone round: one at any time leaves the flip within the tolerance', () => {
    const flips = fc.double({ min: 100, max: 999_999, noNaN: true });
    fc.assert(
      fc.property(flips, fc.integer({ min: 2, max: 8 }), (flip, lost) => {
        let count = 0;
        const { result } = search(rows, (x) => {
          if (count++ === lost) return 'unknown';
          return x <= flip ? 'baseline' : 'setup';
        });
        if (result.kind !== 'flip') throw new Error(`found ${result.kind}`);
        expect(result.low).toBeLessThanOrEqual(flip);
        expect(result.high).toBeGreaterThan(flip);
        expect(result.high / result.low).toBeLessThanOrEqual(flipTolerance);
      }),
    );
  });

  it('leave a flip between two that differ, wherever noise strikes', () => {
    const outcomes = fc.array(fc.boolean(), { minLength: maxFlipProbes, maxLength: maxFlipProbes });
    const flips = fc.double({ min: 100, max: 999_999, noNaN: true });
    fc.assert(
      fc.property(flips, outcomes, (flip, told) => {
        let index = 0;
        const { result, probes } = search(rows, (x) => {
          if (!told[index++]) return 'unknown';
          return x <= flip ? 'baseline' : 'equal';
        });
        const outcomeAt = (x: number) => probes.find((probe) => probe.x === x)?.outcome;
        if (result.kind === 'none') {
          expect(result.winner).toBe(result.told ? outcomeAt(result.told.low) : 'unknown');
          return;
        }
        if (result.kind !== 'flip') throw new Error(`found ${result.kind}`);
        expect([outcomeAt(result.low), outcomeAt(result.high)]).toEqual(['baseline', 'equal']);
        expect(result).toMatchObject({ below: 'baseline', above: 'equal' });
      }),
    );
  });
});
