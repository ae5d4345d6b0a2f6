import { describe, expect, it } from 'vitest';
import { type TimesRow, toTimesModel } from './times-model.ts';

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

describe('toTimesModel', () => {
  it('gives each setup a row, its points around the centre', () => {
    const model = toTimesModel([row(), row({ letter: 'B', samplesMs: [2, 2.1] })]);
    expect(model.strips.map((strip) => strip.points.length)).toEqual([3, 2]);
    for (const point of model.strips[1]?.points ?? []) {
      expect(Math.abs(point.y - 1)).toBeLessThan(0.5);
    }
    expect(model.strips[0]?.median).toMatchObject({ x: Math.log10(11), y: 0 });
  });

  it('leaves points where they are when more arrive', () => {
    const before = toTimesModel([row({ samplesMs: [10, 11] })]);
    const after = toTimesModel([row({ samplesMs: [10, 11, 12, 9] })]);
    expect(after.strips[0]?.points.slice(0, 2)).toEqual(before.strips[0]?.points);
  });

  it('counts what has no logarithm in place of drawing it', () => {
    const model = toTimesModel([
      row({ samplesMs: [0, -1, Number.NaN, 5], firstRunMs: 0, medianMs: 5 }),
    ]);
    expect(model.strips[0]?.points.map((point) => point.sample)).toEqual([4]);
    expect(model.undrawn).toBe(3);
    expect(model.strips[0]?.firstRun).toBeNull();
    expect(model.domain.every(Number.isFinite)).toBe(true);
  });

  it('draws no median without points', () => {
    const model = toTimesModel([row({ samplesMs: [], medianMs: 4 })]);
    expect(model.strips[0]?.median).toBeNull();
    expect(model.isEmpty).toBe(false);
  });

  it('is empty without a time, and still has an axis', () => {
    const model = toTimesModel([row({ samplesMs: [], firstRunMs: null, medianMs: null })]);
    expect(model.isEmpty).toBe(true);
    expect(model.domain[0]).toBeLessThan(model.domain[1]);
    expect(toTimesModel([]).strips).toEqual([]);
  });

  it('marks a sample far out, and keeps it', () => {
    const samplesMs = [10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 10.7, 25];
    const model = toTimesModel([row({ samplesMs })]);
    expect(model.strips[0]?.points.map((point) => point.isFarOut).lastIndexOf(true)).toBe(8);
    expect(model.strips[0]?.points).toHaveLength(9);
    expect(model.strips[0]?.maxMs).toBe(25);
    expect(model.hasFarOut).toBe(true);
  });
});
