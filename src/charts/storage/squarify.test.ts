import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rect, squarify } from './squarify.ts';

const rect: Rect = { x: 10, y: 20, width: 600, height: 400 };
const area = ({ width, height }: Rect) => width * height;

describe('squarify', () => {
  it('divides as in the paper', () => {
    const areas = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
    const rounded = areas.map(({ x, y, width, height }) =>
      [x, y, width, height].map((value) => Number(value.toFixed(2))),
    );
    expect(rounded).toEqual([
      [0, 0, 3, 2],
      [0, 2, 3, 2],
      [3, 0, 1.71, 2.33],
      [4.71, 0, 1.29, 2.33],
      [3, 2.33, 1.2, 1.67],
      [4.2, 2.33, 1.2, 1.67],
      [5.4, 2.33, 0.6, 1.67],
    ]);
  });

  it('gives areas in proportion, inside, and without overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 }), (weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const areas = squarify(weights, rect);
        for (const [at, each] of areas.entries()) {
          expect(area(each)).toBeCloseTo(((weights[at] ?? 0) / total) * area(rect), 3);
          expect(each.x).toBeGreaterThanOrEqual(rect.x - 1e-6);
          expect(each.y).toBeGreaterThanOrEqual(rect.y - 1e-6);
          expect(each.x + each.width).toBeLessThanOrEqual(rect.x + rect.width + 1e-6);
          expect(each.y + each.height).toBeLessThanOrEqual(rect.y + rect.height + 1e-6);
        }
        for (const [at, one] of areas.entries()) {
          for (const other of areas.slice(at + 1)) expect(overlap(one, other)).toBeLessThan(1e-3);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives nothing to what weighs nothing', () => {
    expect(squarify([], rect)).toEqual([]);
    expect(squarify([0, 0], rect).map(area)).toEqual([0, 0]);
    expect(squarify([0, 5, -1], rect).map(area)).toEqual([0, area(rect), 0]);
    expect(squarify([1, 2], { ...rect, width: 0 }).map(area)).toEqual([0, 0]);
  });
});

function overlap(one: Rect, other: Rect): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
