import { expect, test } from 'vitest';
import { type BatchPoint, toBatchModel } from './batch-model.ts';

function point(batchSize: number, patch: Partial<BatchPoint> = {}): BatchPoint {
  return {
    batchSize,
    samplesMs: [9, 10, 11],
    medianMs: 10,
    interval: { low: 9, high: 11, level: 0.95 },
    simulatedMs: null,
    roundTrips: 12,
    verdict: '',
    ...patch,
  };
}

test('places sizes and times on logarithmic axes', () => {
  const [line] = toBatchModel([
    { letter: 'A', setupName: 'baseline', points: [point(1), point(100)] },
  ]).lines;
  expect(line?.medians.map(({ x, y }) => [x, y])).toEqual([
    [0, 1],
    [2, 1],
  ]);
  expect(line?.samples).toHaveLength(6);
  expect(line?.simulated).toEqual([]);
});

test('lays setups beside each other at a size, less than the next size away', () => {
  const { lines } = toBatchModel([
    { letter: 'A', setupName: 'baseline', points: [point(10)] },
    { letter: 'B', setupName: 'other', points: [point(10)] },
  ]);
  const [a, b] = lines.map(({ medians }) => medians[0]?.x ?? 0);
  expect((a ?? 0) + (b ?? 0)).toBeCloseTo(2, 9);
  expect((b ?? 0) - (a ?? 0)).toBeGreaterThan(0);
  expect((b ?? 0) - (a ?? 0)).toBeLessThan(0.1);
});

test('has an axis of its own for the simulated times', () => {
  const model = toBatchModel([
    { letter: 'A', setupName: 'baseline', points: [point(1, { simulatedMs: 50_000 })] },
  ]);
  expect(model.hasSimulated).toBe(true);
  expect(model.simulatedDomain[1]).toBeGreaterThan(Math.log10(50_000));
  expect(model.yDomain[1]).toBeLessThan(2);
});

test('leaves out what was not measured', () => {
  const model = toBatchModel([
    { letter: 'A', setupName: 'baseline', points: [point(1, { samplesMs: [], medianMs: null })] },
  ]);
  expect(model.isEmpty).toBe(true);
  expect(model.lines[0]?.medians).toEqual([]);
});
