import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandText, type RatiosRow, ratiosTicks, toRatiosModel, toSpeedUp } from './ratios-model.ts';

function row(over: Partial<RatiosRow> = {}): RatiosRow {
  return {
    letter: 'B',
    name: 'by category',
    ratio: { estimate: 0.17, low: 0.164, high: 0.178, level: 0.975 },
    headline: '5.9× faster',
    band: { bound: 1.05, reason: 'equal' },
    ...over,
  };
}

const labels = (domain: [number, number], maxTicks: number) =>
  ratiosTicks(domain, maxTicks).map((tick) => tick.label);

describe('toSpeedUp', () => {
  it('turns a share of the time into times faster and swaps the ends', () => {
    const speedUp = toSpeedUp({ estimate: 0.2, low: 0.1, high: 0.5, level: 0.95 });
    expect(speedUp).toEqual({ estimate: 5, low: 2, high: 10, level: 0.95 });
  });
});

describe('toRatiosModel', () => {
  it('places faster to the right of equal and slower to the left', () => {
    const model = toRatiosModel([
      row(),
      row({ letter: 'C', ratio: { estimate: 2, low: 1.9, high: 2.1, level: 0.975 } }),
    ]);
    expect(model.marks[0]?.interval?.x).toBeCloseTo(Math.log2(1 / 0.17));
    expect(model.marks[1]?.interval?.x).toBeCloseTo(-1);
    expect(model.marks.map((mark) => mark.y)).toEqual([0, 1]);
  });

  it('bounds the band of equal as the verdict does', () => {
    const [low = 0, high = 0] = toRatiosModel([row()]).marks[0]?.band ?? [];
    expect(2 ** low).toBeCloseTo(1 / 1.05);
    expect(2 ** high).toBeCloseTo(1.05);
  });

  it('keeps a row without an interval, with its words', () => {
    const model = toRatiosModel([row({ ratio: null, headline: 'different answer' })]);
    expect(model.marks[0]).toMatchObject({ interval: null, headline: 'different answer' });
    expect(model.isEmpty).toBe(true);
    expect(model.domain).toEqual([-1, 1]);
  });

  it('draws nothing where the ratio is impossible', () => {
    for (const estimate of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const ratio = { estimate, low: 0.1, high: 2, level: 0.975 };
      expect(toRatiosModel([row({ ratio })]).marks[0]?.interval).toBeNull();
    }
  });

  it('turns the spread of confirming runs into places, and makes room for it', () => {
    const model = toRatiosModel([row({ confirmed: { low: 0.1, high: 0.5 } })]);
    expect(model.marks[0]?.confirmed?.low).toBeCloseTo(1);
    expect(model.marks[0]?.confirmed?.speedUp).toEqual({ low: 2, high: 10 });
    expect(model.domain[1]).toBeGreaterThan(Math.log2(10));
    expect(model.hasConfirmed).toBe(true);
    for (const confirmed of [{ low: 0, high: 1 }, { low: 2, high: 1 }, undefined]) {
      expect(toRatiosModel([row({ confirmed })]).hasConfirmed).toBe(false);
    }
  });

  it('cuts an interval that has no end', () => {
    const ratio = { estimate: 0.5, low: 0, high: Number.POSITIVE_INFINITY, level: 0.975 };
    const model = toRatiosModel([row({ ratio })]);
    expect(model.domain.every(Number.isFinite)).toBe(true);
    const { low, high } = model.marks[0]?.interval ?? {};
    expect([low, high].every(Number.isFinite)).toBe(true);
  });

  it('holds every interval, and always 1×', () => {
    const ratio = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(ratio, ratio, ratio),
        fc.integer({ min: 3, max: 12 }),
        (values, room) => {
          const [low = 1, estimate = 1, high = 1] = [...values].sort((a, b) => a - b);
          const model = toRatiosModel([row({ ratio: { low, estimate, high, level: 0.95 } })]);
          const { interval } = model.marks[0] ?? {};
          expect(interval?.low).toBeGreaterThan(model.domain[0]);
          expect(interval?.high).toBeLessThan(model.domain[1]);
          expect(labels(model.domain, room)).toContain('1×');
          expect(labels(model.domain, room).length).toBeLessThanOrEqual(room);
        },
      ),
    );
  });
});

describe('bandText', () => {
  it('says the band as a factor, as the chart and the verdicts do', () => {
    expect(bandText({ bound: 1.32 ** 2, reason: 'noise' }, 'A')).toBe(
      'within 1.74× of A: too noisy to rank (twice what A shows against itself, 32 %)',
    );
    expect(bandText({ bound: 2.1, reason: 'few-runs' }, 'A')).toBe(
      'within 2.1× of A: not ranked in so few runs',
    );
    expect(bandText({ bound: 1.05, reason: 'equal' }, 'A')).toBe('±5 % counts as equal');
  });
});

describe('ratiosTicks', () => {
  it('are doublings', () => {
    expect(labels([-1, 5], 8)).toEqual(['0.5×', '1×', '2×', '4×', '8×', '16×', '32×']);
  });

  it('are finer between half and double', () => {
    expect(labels([-1, 1], 8)).toEqual(['0.5×', '0.67×', '0.8×', '1×', '1.25×', '1.5×', '2×']);
    expect(labels([-1, 1], 4)).toEqual(['0.5×', '1×', '2×']);
  });

  it('skip where there is no room', () => {
    expect(labels([-1, 5], 4)).toEqual(['1×', '4×', '16×']);
  });
});
