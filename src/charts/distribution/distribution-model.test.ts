import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DistributionRow, toDistributionModel } from './distribution-model.ts';

function row(samplesMs: readonly number[], over: Partial<DistributionRow> = {}): DistributionRow {
  return { letter: 'A', name: 'baseline', samplesMs, callsPerSample: 1, isStale: false, ...over };
}

const curveOf = (samplesMs: readonly number[], over: Partial<DistributionRow> = {}) =>
  toDistributionModel([row(samplesMs, over)]).curves[0];
const times = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('toDistributionModel', () => {
  it('steps up by one sample at each time', () => {
    expect(curveOf([100, 10, 1, 10])?.steps.map(({ x, y }) => [x, y])).toEqual([
      [0, 0.25],
      [1, 0.5],
      [1, 0.75],
      [2, 1],
    ]);
  });

  it('has the median at a half', () => {
    expect(curveOf([1, 10, 1000])?.median).toMatchObject({ x: 1, y: 0.5, milliseconds: 10 });
  });

  it('gives p95 and p99 only to samples that can hold them', () => {
    expect(curveOf(times(19))?.quantiles).toMatchObject({ p95: null, p99: null });
    expect(curveOf(times(20))?.quantiles?.p95).toBeCloseTo(19.05);
    expect(curveOf(times(99))?.quantiles?.p99).toBeNull();
    expect(curveOf(times(101))?.quantiles).toMatchObject({ p95: 96, p99: 100, min: 1, max: 101 });
  });

  it('says when samples are means of several calls', () => {
    expect(curveOf([1, 2], { callsPerSample: 12 })?.isOfMeans).toBe(true);
    expect(toDistributionModel([row([1, 2], { callsPerSample: 12 })]).hasMeans).toBe(true);
    expect(toDistributionModel([row([], { callsPerSample: 12 })]).hasMeans).toBe(false);
  });

  it('counts samples below the tick in the shares', () => {
    const model = toDistributionModel([row([0, 0, 5, 6])]);
    expect(model.undrawn).toBe(2);
    expect(model.curves[0]?.steps.map((step) => step.y)).toEqual([0.75, 1]);
    expect(model.curves[0]?.quantiles?.median).toBe(2.5);
  });

  it('ascends to one, whatever the samples', () => {
    const time = fc.double({ min: 1e-4, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 80 }), (samples) => {
        const steps = curveOf(samples)?.steps ?? [];
        expect(steps.at(-1)?.y).toBe(1);
        for (const [index, step] of steps.slice(1).entries()) {
          expect(step.x).toBeGreaterThanOrEqual(steps[index]?.x ?? Number.NaN);
          expect(step.y).toBeGreaterThan(steps[index]?.y ?? Number.NaN);
        }
      }),
    );
  });

  it('is empty without samples', () => {
    expect(toDistributionModel([row([])])).toMatchObject({ isEmpty: true });
    expect(curveOf([])).toMatchObject({ quantiles: null, median: null, steps: [] });
  });
});
