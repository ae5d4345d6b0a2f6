import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import type { Counters } from '../../../engine/model/counters/counters.ts';
import type { CellView } from './bench-view.ts';
import { cellHeat, heatLegend, verdictHeat } from './heat.ts';

function ranked(kind: 'faster' | 'slower' | 'equal', estimate: number): Verdict {
  return { kind, ratio: { estimate, low: estimate, high: estimate, level: 0.95 }, margin: 0.05 };
}

/** A cell as far as its colour needs it. */
function cell(patch: { steps?: number; verdict?: Verdict; isStale?: boolean }): CellView {
  const counters: Pick<Counters, 'vmSteps'> | null =
    patch.steps === undefined ? null : { vmSteps: patch.steps };
  return {
    verdict: patch.verdict ?? null,
    isStale: patch.isStale ?? false,
    error: null,
    counters,
  } as CellView;
}

describe('the colours of the ratio', () => {
  it('are as strong for a factor in either direction, and capped', () => {
    const faster = verdictHeat(ranked('faster', 1 / 5));
    const slower = verdictHeat(ranked('slower', 5));
    expect(faster).toEqual({ tone: 'faster', strength: slower.strength });
    expect(slower).toEqual({ tone: 'slower', strength: 55 });
    expect(verdictHeat(ranked('faster', 1 / 1000)).strength).toBe(100);
    expect(verdictHeat(ranked('faster', 1 / 30_000)).strength).toBe(100);
  });

  it('are seen at all for the smallest ranking, and rise with the factor', () => {
    const strengths = [1.06, 3, 9, 27, 300].map(
      (factor) => verdictHeat(ranked('slower', factor)).strength,
    );
    expect(strengths[0]).toBeGreaterThanOrEqual(40);
    expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
    expect(new Set(strengths.slice(1)).size).toBe(4);
  });

  it('take the middle of a short comparison', () => {
    const clear: Verdict = { kind: 'clearly-slower', low: 2, high: 12.5, rounds: 3 };
    expect(verdictHeat(clear)).toEqual(verdictHeat(ranked('slower', 5)));
  });

  it('are for rankings alone, and for fresh ones', () => {
    expect(verdictHeat(ranked('equal', 1.04)).tone).toBe('none');
    expect(verdictHeat({ kind: 'baseline' }).tone).toBe('none');
    expect(verdictHeat(null).tone).toBe('none');
    const stale = cell({ verdict: ranked('faster', 0.1), isStale: true });
    expect(cellHeat('ratio', stale, [stale]).tone).toBe('none');
  });
});

describe('the colours of the steps', () => {
  it('fall from the most steps of the row, on a log scale', () => {
    const row = [1_000_000, 31_623, 1000, 1].map((steps) => cell({ steps }));
    const heats = row.map((each) => cellHeat('steps', each, row));
    expect(heats.map(({ strength }) => strength)).toEqual([100, 50, 0, 0]);
    expect(heats.every(({ tone }) => tone === 'steps')).toBe(true);
  });

  it('are none where nothing was counted', () => {
    const row = [cell({ steps: 10 }), cell({}), cell({ steps: 0 })];
    expect(row.map((each) => cellHeat('steps', each, row).tone)).toEqual(['steps', 'none', 'none']);
  });
});

it('has no colours and no legend unless asked', () => {
  const faster = cell({ verdict: ranked('faster', 0.1), steps: 10 });
  expect(cellHeat('none', faster, [faster]).tone).toBe('none');
  expect(heatLegend('none', 'A')).toBeNull();
  expect(heatLegend('ratio', 'A')?.low).toBe('1,000× faster than A');
});
