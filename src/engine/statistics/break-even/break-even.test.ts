import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BreakEven, ToldDifference } from '../../model/writes/break-even.ts';
import { breakEven } from './break-even.ts';

function between(low: number, estimateMs: number, high: number, isEqual = false): ToldDifference {
  return { low, estimateMs, high, level: 0.95, isEqual };
}

const more = between(8, 10, 12);
const less = between(-12, -10, -8);
const equal = between(-0.1, 0.05, 0.2, true);
const open = between(-1, 0.5, 4);

const ratio = { writesPerRead: 1, low: 8 / 12, high: 12 / 8 };

describe('by saving and cost', () => {
  test.each<[string, ToldDifference, ToldDifference, BreakEven | object]>([
    ['faster reads, dearer writes', more, more, { kind: 'worth', ...ratio }],
    [
      'faster reads, equal writes',
      more,
      equal,
      { kind: 'worth-at-latest', writesPerRead: 8 / 0.2, writes: 'equal' },
    ],
    ['faster reads, cheaper writes', more, less, { kind: 'free', writes: 'cheaper' }],
    ['equal reads, dearer writes', equal, more, { kind: 'no-saving', writes: 'dearer' }],
    ['equal reads, equal writes', equal, equal, { kind: 'no-saving', writes: 'equal' }],
    ['equal reads, cheaper writes', equal, less, { kind: 'no-saving', writes: 'cheaper' }],
    ['slower reads, dearer writes', less, more, { kind: 'never', writes: 'dearer' }],
    ['slower reads, equal writes', less, equal, { kind: 'never', writes: 'equal' }],
    ['slower reads, cheaper writes', less, less, { kind: 'reverse', ...ratio }],
    [
      'faster reads, writes that may cost nothing',
      more,
      open,
      { kind: 'worth-at-latest', writesPerRead: 2, writes: 'unclear' },
    ],
    ['slower reads, writes that may cost nothing', less, open, { kind: 'unclear', open: 'cost' }],
    ['equal reads, writes that may cost nothing', equal, open, { kind: 'no-saving' }],
    ['a saving that may be none, dearer writes', open, more, { kind: 'unclear', open: 'saving' }],
    ['a saving that may be none, cheaper writes', open, less, { kind: 'unclear', open: 'saving' }],
    ['nothing told', open, open, { kind: 'unclear', open: 'both' }],
  ])('%s', (_, saving, cost, expected) => {
    expect(breakEven(saving, cost)).toMatchObject(expected);
  });

  test.each([
    ['above', between(0.01, 0.015, 0.02, true)],
    ['below', between(-0.02, -0.015, -0.01, true)],
  ])('a meaningless difference stays one with its whole interval %s zero', (_, tiny) => {
    expect(breakEven(tiny, more)).toEqual({ kind: 'no-saving', writes: 'dearer' });
    expect(breakEven(less, tiny)).toEqual({ kind: 'never', writes: 'equal' });
    expect(['worth-at-latest', 'free']).toContain(breakEven(more, tiny).kind);
  });

  test('what is not measured decides nothing', () => {
    expect(breakEven(null, more)).toEqual({ kind: 'unclear', open: 'saving' });
    expect(breakEven(more, null)).toEqual({ kind: 'unclear', open: 'cost' });
    expect(breakEven(less, null)).toEqual({ kind: 'unclear', open: 'cost' });
    expect(breakEven(null, null)).toEqual({ kind: 'unclear', open: 'both' });
  });
});

test('a read that saves 10.4 ms pays for 14,857 rows that cost 0.7 µs more each', () => {
  const gain = { ...between(9.3, 10.4, 11.5), level: 0.975 };
  const result = breakEven(gain, between(0.0006, 0.0007, 0.0008));
  if (result.kind !== 'worth') throw new Error(result.kind);
  expect(result.writesPerRead).toBeCloseTo(10.4 / 0.0007, 6);
  expect(result.low).toBeCloseTo(9.3 / 0.0008, 6);
  expect(result.high).toBeCloseTo(11.5 / 0.0006, 6);
  // Neither error, of 2.5 and 5 %, excludes the other.
  expect(result.level).toBeCloseTo(0.925, 12);
});

const bound = fc.double({ min: -10, max: 10, noNaN: true });
const difference = fc
  .tuple(bound, bound, bound, fc.boolean())
  .map(([one, two, three, isEqual]): ToldDifference => {
    const [low = 0, middle = 0, high = 0] = [one, two, three].sort((x, y) => x - y);
    return between(low, middle, high, isEqual);
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
          if (result.kind !== 'worth' && result.kind !== 'reverse') return;
          expect(result.low).toBeLessThanOrEqual(result.writesPerRead * (1 + 1e-12));
          expect(result.high).toBeGreaterThanOrEqual(result.writesPerRead * (1 - 1e-12));
          const saving = s.low + (s.high - s.low) * at;
          const cost = c.high + (c.low - c.high) * at;
          expect(saving / cost).toBeGreaterThanOrEqual(result.low * (1 - 1e-9));
          expect(saving / cost).toBeLessThanOrEqual(result.high * (1 + 1e-9));
        },
      ),
    );
  });

  test('changing from the one to the other is the mirror image of changing back', () => {
    const mirrored = ({ low, estimateMs, high, isEqual }: ToldDifference) =>
      between(-high, -estimateMs, -low, isEqual);
    fc.assert(
      fc.property(difference, difference, (s, c) => {
        const there = breakEven(s, c);
        const back = breakEven(mirrored(s), mirrored(c));
        if (there.kind === 'worth') expect(back).toEqual({ ...there, kind: 'reverse' });
        if (there.kind === 'reverse') expect(back).toEqual({ ...there, kind: 'worth' });
        if (there.kind === 'free' && there.writes === 'cheaper') {
          expect(back).toEqual({ kind: 'never', writes: 'dearer' });
        }
      }),
    );
  });

  test('more saved allows more writes; dearer writes fewer', () => {
    const positive = fc.double({ min: 0.001, max: 10, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, (saving, cost, extra) => {
        const at = (s: number, c: number) => {
          const result = breakEven(between(s, s, s), between(c, c, c));
          return result.kind === 'worth' ? result.writesPerRead : Number.NaN;
        };
        expect(at(saving + extra, cost)).toBeGreaterThan(at(saving, cost));
        expect(at(saving, cost + extra)).toBeLessThan(at(saving, cost));
      }),
    );
  });

  test('a figure of its own stands only where both are told, and never against the saving', () => {
    fc.assert(
      fc.property(difference, difference, (s, c) => {
        const { kind } = breakEven(s, c);
        const isTold = !s.isEqual && !c.isEqual;
        expect(kind === 'worth').toBe(isTold && s.low > 0 && c.low > 0);
        expect(kind === 'reverse').toBe(isTold && s.high < 0 && c.high < 0);
        expect(kind === 'no-saving').toBe(s.isEqual);
        if (kind === 'never') expect(c.high < 0 && !c.isEqual).toBe(false);
        if (kind === 'free' || kind === 'worth-at-latest') expect(s.low).toBeGreaterThan(0);
      }),
    );
  });
});
