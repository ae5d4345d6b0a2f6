import { describe, expect, it } from 'vitest';
import { type PricePointInput, panelColumns, toPriceModel } from './price-model.ts';

function point(count: number, samplesMs: number[], over: Partial<PricePointInput> = {}) {
  const base = { count, label: `${count}`, letters: [], samplesMs, isStep: true, interval: null };
  return { ...base, medianMs: samplesMs[0] ?? null, ...over };
}

function panelOf(...points: PricePointInput[]) {
  return toPriceModel([{ title: 'Insert', points }]).panels[0];
}

describe('toPriceModel', () => {
  it('has one scale from zero for all panels, with room for intervals', () => {
    const interval = { low: 2, high: 5, level: 0.95 };
    const model = toPriceModel([
      { title: 'Insert', points: [point(1, [2]), point(0, [1])] },
      { title: 'Delete', points: [point(0, [3], { interval })] },
    ]);
    expect(model.yDomain[0]).toBe(0);
    expect(model.yDomain[1]).toBeGreaterThan(5);
    expect(model.xDomain).toEqual([0, 1]);
    expect(model.panels[0]?.points.map(({ count }) => count)).toEqual([0, 1]);
  });

  it('keeps each sample beside its place, where it stays while more come', () => {
    const dots = (samples: number[]) => panelOf(point(2, samples))?.dots ?? [];
    const [few, more] = [dots([1, 1.1]), dots([1, 1.1, 1.2])];
    expect(more.slice(0, 2).map(({ x }) => x)).toEqual(few.map(({ x }) => x));
    for (const { x } of more) expect(Math.abs(x - 2)).toBeLessThan(0.2);
  });

  it('lets no sample far out set the scale, and says how many lie above it', () => {
    const samples = [1, 1.01, 1.02, 1.03, 0.99, 1, 1.01, 1.02, 40];
    const model = toPriceModel([{ title: 'Insert', points: [point(0, samples)] }]);
    expect(model.yDomain[1]).toBeLessThan(2);
    expect(model.cutSamples).toBe(1);
    expect(model.panels[0]?.dots.at(-1)).toMatchObject({ isCut: true, y: model.yDomain[1] });
  });

  it('joins steps, tentatively where one has few samples, and nothing across a gap', () => {
    const three = [1, 1, 1];
    const panel = panelOf(point(0, three), point(1, three), point(2, [2]), point(5, three));
    expect(panel?.lines).toEqual([
      { from: { x: 0, y: 1 }, to: { x: 1, y: 1 }, isTentative: false },
      { from: { x: 1, y: 1 }, to: { x: 2, y: 2 }, isTentative: true },
    ]);
  });

  it('puts sets that are no steps beside their number, off the line', () => {
    const aside = { isStep: false, letters: ['C' as const] };
    const panel = panelOf(
      point(0, [1]),
      point(1, [2]),
      ...[point(1, [3], aside), point(1, [4], aside), point(1, [5], aside)],
    );
    expect(panel?.lines).toHaveLength(1);
    const places = panel?.points.slice(2).map(({ x }) => x) ?? [];
    expect(new Set(places).size).toBe(3);
    for (const x of places) {
      expect(Math.abs(x - 1)).toBeGreaterThan(0.12);
      expect(Math.abs(x - 1)).toBeLessThan(0.5);
    }
  });

  it('is empty before the first sample, and still has axes', () => {
    const model = toPriceModel([{ title: 'Insert', points: [point(0, [])] }]);
    expect(model.isEmpty).toBe(true);
    expect(model.yDomain[1]).toBeGreaterThan(0);
    expect(toPriceModel([]).isEmpty).toBe(true);
  });
});

it('puts as many panels beside each other as have room', () => {
  expect([330, 600, 1100].map((width) => panelColumns(3, width))).toEqual([1, 2, 3]);
  expect(panelColumns(1, 2000)).toBe(1);
});
