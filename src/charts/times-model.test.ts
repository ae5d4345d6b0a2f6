import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jitter, type TimesRow, timesDomain, timesTicks, toTimesModel } from './times-model.ts';

function row(over: Partial<TimesRow> = {}): TimesRow {
  return {
    letter: 'A',
    name: 'baseline',
    samplesMs: [10, 11, 12],
    firstRunMs: 15,
    medianMs: 11,
    isStale: false,
    ...over,
  };
}

const labels = (low: number, high: number, maxTicks = 8) =>
  timesTicks(timesDomain([low, high]), maxTicks).map((tick) => tick.label);

describe('jitter', () => {
  it('keeps within the band', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (index) => {
        expect(Math.abs(jitter(index))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('lays neighbours apart', () => {
    for (let index = 0; index < 200; index += 1) {
      expect(Math.abs(jitter(index + 1) - jitter(index))).toBeGreaterThan(0.5);
    }
  });
});

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

describe('toTimesModel', () => {
  it('gives each setup a row, its points around the centre', () => {
    const model = toTimesModel([row(), row({ letter: 'B', samplesMs: [2, 2.1] })], 8);
    expect(model.strips.map((strip) => strip.points.length)).toEqual([3, 2]);
    for (const point of model.strips[1]?.points ?? []) {
      expect(Math.abs(point.y - 1)).toBeLessThan(0.5);
    }
    expect(model.strips[0]?.median).toMatchObject({ x: Math.log10(11), y: 0 });
  });

  it('leaves points where they are when more arrive', () => {
    const before = toTimesModel([row({ samplesMs: [10, 11] })], 8);
    const after = toTimesModel([row({ samplesMs: [10, 11, 12, 9] })], 8);
    expect(after.strips[0]?.points.slice(0, 2)).toEqual(before.strips[0]?.points);
  });

  it('counts what has no logarithm in place of drawing it', () => {
    const model = toTimesModel(
      [row({ samplesMs: [0, -1, Number.NaN, 5], firstRunMs: 0, medianMs: 5 })],
      8,
    );
    expect(model.strips[0]?.points.map((point) => point.sample)).toEqual([4]);
    expect(model.undrawn).toBe(3);
    expect(model.strips[0]?.firstRun).toBeNull();
    expect(model.domain.every(Number.isFinite)).toBe(true);
  });

  it('draws no median without points', () => {
    const model = toTimesModel([row({ samplesMs: [], medianMs: 4 })], 8);
    expect(model.strips[0]?.median).toBeNull();
    expect(model.isEmpty).toBe(false);
  });

  it('is empty without a time, and still has an axis', () => {
    const model = toTimesModel([row({ samplesMs: [], firstRunMs: null, medianMs: null })], 8);
    expect(model.isEmpty).toBe(true);
    expect(model.ticks.length).toBeGreaterThan(1);
    expect(toTimesModel([], 8).strips).toEqual([]);
  });
});
