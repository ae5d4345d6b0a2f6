import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimeDifference } from '../../model/writes/writes.ts';
import { breakEven } from './break-even.ts';

function between(low: number, estimateMs: number, high: number): TimeDifference {
  return { low, estimateMs, high, level: 0.95 };
}

const gain = between(9.3, 10.4, 11.5);
const price = between(0.0006, 0.0007, 0.0008);
const zero = between(-0.1, 0.05, 0.2);

describe('worked examples', () => {
  test('a read that saves 10.4 ms pays for 14,857 rows that cost 0.7 µs more each', () => {
    const result = breakEven(gain, price);
    if (result.kind !== 'worth') throw new Error(result.kind);
    expect(result.writesPerRead).toBeCloseTo(10.4 / 0.0007, 6);
    expect(result.low).toBeCloseTo(9.3 / 0.0008, 6);
    expect(result.high).toBeCloseTo(11.5 / 0.0006, 6);
  });

  test('a price that writes do not pay is free', () => {
    expect(breakEven(gain, between(-0.2, -0.1, 0))).toEqual({ kind: 'free' });
  });

  test.each([
    ['slower reads', between(-3, -2, -1), price],
    ['reads that are exactly as fast', between(0, 0, 0), price],
    ['slower reads and writes that are not measured', between(-3, -2, -1), null],
    ['slower reads and cheaper writes', between(-3, -2, -1), between(-3, -2, -1)],
  ])('%s are never worth it', (_, saving, cost) => {
    expect(breakEven(saving, cost)).toEqual({ kind: 'never' });
  });

  test.each([
    ['no saving measured', null, price],
    ['no cost measured', gain, null],
    ['a saving that may be none', zero, price],
    ['a saving that may be none, and cheaper writes', zero, between(-3, -2, -1)],
  ])('%s decides nothing', (_, saving, cost) => {
    expect(breakEven(saving, cost)).toEqual({ kind: 'unclear' });
  });

  test('a price that may be none is at most its upper bound', () => {
    expect(breakEven(between(8, 9, 10), between(-1, 1, 4))).toEqual({
      kind: 'unclear',
      leastWritesPerRead: 2,
    });
  });
});

const bound = fc.double({ min: -10, max: 10, noNaN: true });
const difference = fc.tuple(bound, bound, bound).map((values): TimeDifference => {
  const [low = 0, middle = 0, high = 0] = values.sort((x, y) => x - y);
  return between(low, middle, high);
});

describe('any two differences', () => {
  test('the bounds hold the estimate, and every pair of values that the intervals allow', () => {
    fc.assert(
      fc.property(
        difference,
        difference,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (s, c, at) => {
          const result = breakEven(s, c);
          if (result.kind !== 'worth') return;
          expect(result.low).toBeLessThanOrEqual(result.writesPerRead * (1 + 1e-12));
          expect(result.high).toBeGreaterThanOrEqual(result.writesPerRead * (1 - 1e-12));
          const saving = s.low + (s.high - s.low) * at;
          const cost = c.high + (c.low - c.high) * at;
          expect(saving / cost).toBeGreaterThanOrEqual(result.low * (1 - 1e-12));
          expect(saving / cost).toBeLessThanOrEqual(result.high * (1 + 1e-12));
        },
      ),
    );
  });

  test('more saved allows more writes; dearer writes fewer', () => {
    const positive = fc.double({ min: 0.001, max: 10, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, (saving, cost, more) => {
        const at = (s: number, c: number) => {
          const result = breakEven(between(s, s, s), between(c, c, c));
          return result.kind === 'worth' ? result.writesPerRead : Number.NaN;
        };
        expect(at(saving + more, cost)).toBeGreaterThan(at(saving, cost));
        expect(at(saving, cost + more)).toBeLessThan(at(saving, cost));
      }),
    );
  });

  test('every case is settled, and an interval with zero in its midst never names a figure', () => {
    fc.assert(
      fc.property(difference, difference, (s, c) => {
        const { kind } = breakEven(s, c);
        const isSure = s.low > 0 && c.low > 0;
        expect(kind === 'worth').toBe(isSure);
        if (s.low < 0 && s.high > 0) expect(kind).toBe('unclear');
        if (s.high <= 0) expect(kind).toBe('never');
      }),
    );
  });
});
