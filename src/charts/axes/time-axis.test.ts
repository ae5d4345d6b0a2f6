import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timePlace, timesDomain, timesTicks } from './time-axis.ts';

const labels = (low: number, high: number, maxTicks = 8) =>
  timesTicks(timesDomain([low, high]), maxTicks).map((tick) => tick.label);

describe('ticks of the times', () => {
  it('go 1-3-10 over decades', () => {
    expect(labels(0.12, 27)).toEqual(['0.1 ms', '0.3 ms', '1 ms', '3 ms', '10 ms', '30 ms']);
  });

  it('change the unit on the way', () => {
    expect(labels(0.004, 2000, 20)).toEqual([
      '3 µs',
      '10 µs',
      '30 µs',
      '0.1 ms',
      '0.3 ms',
      '1 ms',
      '3 ms',
      '10 ms',
      '30 ms',
      '100 ms',
      '300 ms',
      '1 s',
      '3 s',
    ]);
  });

  it('leave out every other one where there is no room', () => {
    expect(labels(0.004, 2000, 6)).toEqual(['10 µs', '0.1 ms', '1 ms', '10 ms', '100 ms', '1 s']);
    expect(labels(0.004, 2000, 3)).toHaveLength(3);
  });

  it('get finer where the axis is short', () => {
    expect(labels(11, 12)).toEqual(['5 ms', '7 ms', '10 ms', '15 ms', '20 ms', '30 ms']);
  });

  it('always are at least two, on the axis, ascending, and few enough', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-4, max: 1e6, noNaN: true }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.integer({ min: 3, max: 12 }),
        (low, factor, maxTicks) => {
          const domain = timesDomain([low, low * factor]);
          const ticks = timesTicks(domain, maxTicks);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(Math.max(maxTicks, 5));
          for (const [index, tick] of ticks.entries()) {
            expect(tick.at).toBeGreaterThanOrEqual(domain[0] - 1e-6);
            expect(tick.at).toBeLessThanOrEqual(domain[1] + 1e-6);
            expect(tick.at).toBeGreaterThan(ticks[index - 1]?.at ?? Number.NEGATIVE_INFINITY);
          }
        },
      ),
    );
  });
});

describe('domain of the times', () => {
  it('holds every time with room beside it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-5, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (milliseconds) => {
          const [low, high] = timesDomain(milliseconds);
          expect(low).toBeLessThan(Math.log10(Math.min(...milliseconds)));
          expect(high).toBeGreaterThan(Math.log10(Math.max(...milliseconds)));
        },
      ),
    );
  });

  it('spans at least a factor of four around a single time', () => {
    const [low, high] = timesDomain([11.2]);
    expect(10 ** (high - low)).toBeGreaterThanOrEqual(4);
    expect(low).toBeLessThan(Math.log10(11.2));
  });

  it('stands still while samples of the same size arrive', () => {
    expect(timesDomain([10, 0.4, 11])).toEqual(timesDomain([10, 0.4, 11, 10.4, 0.42]));
  });
});

describe('timePlace', () => {
  it('is log10, and nothing for what has none', () => {
    expect(timePlace(100)).toBe(2);
    for (const none of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, null]) {
      expect(timePlace(none)).toBeNull();
    }
  });
});
