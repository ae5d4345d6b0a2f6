import { describe, expect, it } from 'vitest';
import { type RunOrderRow, toRunOrderModel } from './run-order-model.ts';

function row(times: readonly number[], over: Partial<RunOrderRow> = {}): RunOrderRow {
  const samples = times.map((perCallMs, index) => ({ round: index + 1, perCallMs }));
  return { letter: 'A', name: 'baseline', samples, isStale: false, ...over };
}

describe('toRunOrderModel', () => {
  it('places each sample at its round, the control as A′', () => {
    const model = toRunOrderModel([row([10, 100]), row([11, 90], { isControl: true })]);
    expect(model.series.map((series) => series.tag)).toEqual(['A', 'A′']);
    expect(model.series[0]?.points.map(({ x, y }) => [x, y])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(model.hasControl).toBe(true);
  });

  it('names a line where its median is, wherever it ends', () => {
    expect(toRunOrderModel([row([10, 10, 10, 1000])]).series[0]?.medianY).toBeCloseTo(1);
    expect(toRunOrderModel([row([])]).series[0]?.medianY).toBeNull();
  });

  it('keeps the gap of a discarded round', () => {
    const samples = [1, 2, 4].map((round) => ({ round, perCallMs: 5 }));
    const model = toRunOrderModel([row([], { samples })]);
    expect(model.series[0]?.points.map((point) => point.x)).toEqual([1, 2, 4]);
  });

  it('keeps its axis while the first rounds arrive, and then grows', () => {
    expect(toRunOrderModel([row([5])]).rounds).toEqual([1, 12]);
    expect(toRunOrderModel([row([5, 5, 5])]).rounds).toEqual([1, 12]);
    expect(toRunOrderModel([row(Array(30).fill(5))]).rounds).toEqual([1, 30]);
  });

  it('orders rounds that came in any order', () => {
    const samples = [3, 1, 2].map((round) => ({ round, perCallMs: round }));
    const model = toRunOrderModel([row([], { samples })]);
    expect(model.series[0]?.points.map((point) => point.milliseconds)).toEqual([1, 2, 3]);
  });

  it('marks a sample far out, and keeps it', () => {
    const model = toRunOrderModel([row([5, 5.1, 5.2, 5, 5.1, 5.2, 5, 5.1, 12])]);
    expect(model.series[0]?.points.map((point) => point.isFarOut).indexOf(true)).toBe(8);
    expect(model.yDomain[1]).toBeGreaterThan(Math.log10(12));
    expect(model.hasFarOut).toBe(true);
  });

  it('counts what has no logarithm, and is empty without samples', () => {
    expect(toRunOrderModel([row([0, 5, -1])])).toMatchObject({ undrawn: 2, isEmpty: false });
    expect(toRunOrderModel([row([])])).toMatchObject({ isEmpty: true, undrawn: 0 });
    expect(toRunOrderModel([]).rounds).toEqual([1, 12]);
  });
});
