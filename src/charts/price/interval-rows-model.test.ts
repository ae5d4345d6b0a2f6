import { describe, expect, it } from 'vitest';
import {
  extraAxisTicks,
  type IntervalRowInput,
  marginText,
  ratioAxisTicks,
  toIntervalRowsModel,
} from './interval-rows-model.ts';

function row(estimate: number, low: number, high: number): IntervalRowInput {
  const interval = { estimate, low, high, level: 0.95 };
  return { id: `${estimate}`, title: 'a', detail: '', interval };
}

const labels = (ticks: readonly { label: string }[]) => ticks.map(({ label }) => label);

describe('ratios', () => {
  it('stand on a log axis around equal, with the band of the margin', () => {
    const model = toIntervalRowsModel([row(2, 1.9, 2.1), row(1, 0.99, 1.01)], 'ratio', 0.05);
    expect(model.marks[0]?.at?.x).toBe(1);
    expect(model.domain[0]).toBeLessThan(0);
    expect(model.domain[1]).toBeGreaterThan(Math.log2(2.1));
    expect(model.band?.[1]).toBeCloseTo(Math.log2(1.05));
  });

  it('have a wider band where the machine is noisy, as verdicts have', () => {
    const { band } = toIntervalRowsModel([row(2, 1.9, 2.1)], 'ratio', 0.4);
    expect(2 ** (band?.[1] ?? 0)).toBeCloseTo(1.96);
    expect(marginText(0.05)).toBe('±5 % counts as equal');
    expect(marginText(0.4)).toBe('within 1.96×: too noisy to rank');
  });

  it('show the runs where there are too few for an interval', () => {
    const spread = { low: 1.5, high: 4 };
    const model = toIntervalRowsModel([{ ...row(1, 1, 1), interval: null, spread }], 'ratio');
    expect(model.marks[0]).toMatchObject({ at: null, spreadAt: { high: 2 } });
    expect(model.isEmpty).toBe(false);
    expect(model.domain[1]).toBeGreaterThan(2);
  });

  it('have 1× among the ticks, in as many steps as have room', () => {
    expect(labels(ratioAxisTicks([-0.5, 1], 9))).toEqual(['0.8×', '1×', '1.25×', '1.5×', '2×']);
    expect(labels(ratioAxisTicks([-0.5, 4], 6))).toEqual(['1×', '2×', '4×', '8×', '16×']);
    // A label at 1.25× would lie over its neighbours.
    expect(labels(ratioAxisTicks([-1, 4], 8))).toEqual(['0.5×', '1×', '2×', '4×', '8×', '16×']);
    expect(labels(ratioAxisTicks([-0.5, 10], 2))).toContain('1×');
  });

  it('are cut where they have no place', () => {
    const { marks } = toIntervalRowsModel([row(1, 0, Number.POSITIVE_INFINITY)], 'ratio');
    expect(Number.isFinite(marks[0]?.at?.low)).toBe(true);
    expect(Number.isFinite(marks[0]?.at?.high)).toBe(true);
  });
});

describe('differences', () => {
  it('begin at zero, and below it only where an interval reaches there', () => {
    expect(toIntervalRowsModel([row(0.001, 0.0009, 0.0011)], 'extra').domain[0]).toBe(0);
    const model = toIntervalRowsModel([row(0.001, -0.0005, 0.0015)], 'extra');
    expect(model.domain[0]).toBeLessThan(-0.0005);
    const ticks = extraAxisTicks(model.domain, 5);
    expect(labels(ticks)).toContain('0 µs');
    expect(ticks[0]?.label).toMatch(/^−/);
  });

  it('are empty without intervals', () => {
    expect(toIntervalRowsModel([{ ...row(1, 1, 1), interval: null }], 'extra').isEmpty).toBe(true);
  });
});
