import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationTicks, wholeTicks } from './linear-axis.ts';

const labels = (ticks: readonly { label: string }[]) => ticks.map((tick) => tick.label);

describe('durationTicks', () => {
  it('are in one unit', () => {
    expect(labels(durationTicks(11.2, 5))).toEqual(['0 ms', '5 ms', '10 ms']);
    expect(labels(durationTicks(0.11, 8))).toEqual([
      '0 µs',
      '20 µs',
      '40 µs',
      '60 µs',
      '80 µs',
      '100 µs',
    ]);
    expect(labels(durationTicks(1.2, 4))).toEqual(['0 ms', '0.5 ms', '1 ms']);
    expect(labels(durationTicks(2500, 4))).toEqual(['0 s', '1 s', '2 s']);
  });

  it('begin at zero, do not pass the end, and are few enough', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-5, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (highest, maxTicks) => {
          const ticks = durationTicks(highest, maxTicks);
          expect(ticks[0]?.at).toBe(0);
          expect(ticks.at(-1)?.at).toBeLessThanOrEqual(highest * (1 + 1e-6));
          expect(ticks.length).toBeLessThanOrEqual(maxTicks);
          expect(new Set(labels(ticks)).size).toBe(ticks.length);
        },
      ),
    );
  });

  it('have a zero where there is nothing', () => {
    expect(labels(durationTicks(0, 5))).toEqual(['0 ms']);
  });
});

describe('wholeTicks', () => {
  it('go from the first round on in even steps', () => {
    expect(labels(wholeTicks(1, 24, 6))).toEqual(['1', '5', '10', '15', '20']);
    expect(labels(wholeTicks(1, 12, 20))).toHaveLength(12);
    expect(labels(wholeTicks(1, 1, 5))).toEqual(['1']);
  });

  it('are whole, ascending, and within the ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.nat(300),
        fc.integer({ min: 2, max: 20 }),
        (first, more, maxTicks) => {
          const places = wholeTicks(first, first + more, maxTicks).map((tick) => tick.at);
          expect(places[0]).toBe(first);
          expect(places.every((at) => Number.isInteger(at) && at <= first + more)).toBe(true);
          expect([...places].sort((a, b) => a - b)).toEqual(places);
          expect(places.length).toBeLessThanOrEqual(maxTicks + 2);
        },
      ),
    );
  });
});
