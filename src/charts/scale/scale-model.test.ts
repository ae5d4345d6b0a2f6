import { describe, expect, it } from 'vitest';
import {
  type ScaleInput,
  type ScalePoint,
  scaleXText,
  scaleXTicks,
  toScaleModel,
} from './scale-model.ts';

function point(x: number, medianMs: number | null, over: Partial<ScalePoint> = {}): ScalePoint {
  return { x, samplesMs: [], medianMs, interval: null, steps: null, ...over };
}

function input(points: readonly ScalePoint[], over: Partial<ScaleInput> = {}): ScaleInput {
  const series = [{ letter: 'A' as const, name: 'baseline', points }];
  return { xKind: 'rows', series, crossovers: [], bracket: null, ...over };
}

const labels = (ticks: readonly { label: string }[]) => ticks.map((tick) => tick.label);

describe('toScaleModel', () => {
  it('places medians and intervals as log10, in ascending order', () => {
    const model = toScaleModel(
      input([point(1000, 10, { interval: { low: 1, high: 100, level: 0.95 } }), point(10, 0.1)]),
    );
    expect(model.lines[0]?.times).toMatchObject([
      { x: 1, y: -1, low: null, high: null },
      { x: 3, y: 1, low: 0, high: 2 },
    ]);
    expect(model.hasIntervals).toBe(true);
    expect(model.timesDomain[1]).toBeGreaterThan(2);
  });

  it('looks right with one point', () => {
    const model = toScaleModel(input([point(1000, 0.2)]));
    expect(model.xDomain[1] - model.xDomain[0]).toBeGreaterThanOrEqual(1);
    expect(model.xDomain[0]).toBeLessThan(3);
    expect(model.timesDomain[0]).toBeLessThan(Math.log10(0.2));
    expect(labels(scaleXTicks(model.xDomain, 8, 'rows'))).toContain('1k');
    expect(model.hasIntervals).toBe(false);
  });

  it('has a second panel only with steps', () => {
    expect(toScaleModel(input([point(10, 1)])).hasSteps).toBe(false);
    const model = toScaleModel(input([point(10, null, { steps: 400 }), point(100, 1)]));
    expect(model.hasSteps).toBe(true);
    expect(model.lines[0]?.steps.map((mark) => mark.y)).toEqual([Math.log10(400)]);
    expect(model.lines[0]?.times).toHaveLength(1);
  });

  it('keeps crossovers and the bracket within the axis', () => {
    const model = toScaleModel(
      input([point(1000, 1), point(10_000, 5)], {
        crossovers: [
          { x: 100, text: 'B wins from 100 rows' },
          { x: 0, text: 'nowhere' },
        ],
        bracket: { low: 30_000, high: 20_000, text: 'between' },
      }),
    );
    expect(model.crossovers).toEqual([{ x: 2, text: 'B wins from 100 rows' }]);
    expect(model.bracket?.low).toBeLessThan(model.bracket?.high ?? 0);
    expect(model.xDomain[0]).toBeLessThan(2);
    expect(model.xDomain[1]).toBeGreaterThan(Math.log10(30_000));
  });

  it('ends a share at all rows', () => {
    const model = toScaleModel(input([point(0.001, 1), point(1, 9)], { xKind: 'share' }));
    expect(model.xDomain[1]).toBe(0);
  });

  it('is empty before the first point, and still has axes', () => {
    for (const series of [[], input([]).series, input([point(10, null)]).series]) {
      const model = toScaleModel(input([], { series }));
      expect(model.isEmpty).toBe(true);
      expect(model.xDomain[0]).toBeLessThan(model.xDomain[1]);
    }
  });
});

describe('labels of the scale', () => {
  it('are short on the axis', () => {
    expect(labels(scaleXTicks([3, 6], 8, 'rows'))).toEqual([
      '1k',
      '3k',
      '10k',
      '30k',
      '100k',
      '300k',
      '1M',
    ]);
    expect(labels(scaleXTicks([-5, 0], 6, 'share'))).toEqual([
      '0.001 %',
      '0.01 %',
      '0.1 %',
      '1 %',
      '10 %',
      '100 %',
    ]);
  });

  it('are exact in words', () => {
    expect(scaleXText(30_000, 'rows')).toBe('30,000 rows');
    expect(scaleXText(1, 'rows')).toBe('1 row');
    expect(scaleXText(0.000_01, 'share')).toBe('0.001 % of rows');
    expect(scaleXText(0.125, 'share')).toBe('12.5 % of rows');
  });
});
