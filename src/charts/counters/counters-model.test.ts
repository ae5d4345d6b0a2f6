import { describe, expect, it } from 'vitest';
import type { Counters } from '../../engine/model/counters/counters.ts';
import { type CountersRow, counterKinds, toCountersModel } from './counters-model.ts';

const none: Counters = {
  vmSteps: 0,
  fullScanSteps: 0,
  sorts: 0,
  autoIndexRows: 0,
  filterHits: 0,
  filterMisses: 0,
  pageHits: 0,
  pageMisses: 0,
  rows: 0,
  resultHash: 'a',
  planHash: 'b',
};

function row(counters: Partial<Counters> | null, over: Partial<CountersRow> = {}): CountersRow {
  const all = counters && { ...none, ...counters };
  return { letter: 'A', name: 'baseline', counters: all, isStale: false, ...over };
}

describe('toCountersModel', () => {
  it('measures each counter against its own largest value', () => {
    const { panels } = toCountersModel([
      row({ vmSteps: 400_000, sorts: 1 }),
      row({ vmSteps: 100_000, sorts: 2 }, { letter: 'B' }),
    ]);
    expect(panels.map((panel) => [panel.key, ...panel.bars.map((bar) => bar.share)])).toEqual([
      ['vmSteps', 1, 0.25],
      ['sorts', 0.5, 1],
    ]);
  });

  it('leaves out what is 0 everywhere, and names it', () => {
    const model = toCountersModel([row({ rows: 3 }), row({ rows: 3, sorts: 1 }, { letter: 'B' })]);
    expect(model.panels.map((panel) => panel.name)).toEqual(['Sorts', 'Rows']);
    expect(model.zeros).toContain('VM steps');
    expect(model.zeros.length + model.panels.length).toBe(counterKinds.length);
  });

  it('keeps a setup that was not counted, without a value', () => {
    const model = toCountersModel([row({ vmSteps: 5 }), row(null, { letter: 'B' })]);
    expect(model.panels[0]?.bars[1]).toMatchObject({ value: null, share: 0 });
    expect(model.isEmpty).toBe(false);
  });

  it('shows every number that Counters has', () => {
    const numbers = Object.entries(none).flatMap(([key, value]) =>
      typeof value === 'number' ? [key] : [],
    );
    expect(counterKinds.map((kind) => kind.key).sort()).toEqual(numbers.sort());
  });

  it('is empty when nothing was counted', () => {
    expect(toCountersModel([row(null)])).toEqual({ panels: [], zeros: [], isEmpty: true });
  });
});
