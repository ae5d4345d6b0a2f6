// How strongly a cell of the bench is coloured, and what the colours mean.
// Which colours they are stands in the style sheets; no colour says what figures do not.
import type { Verdict } from '../../../engine/model/comparison/verdict.ts';
import { verdictRatio } from '../../../engine/statistics/verdict-ratio.ts';
import { formatCount } from '../../../lib/format/format-count.ts';
import type { Heat } from '../../ui-store.ts';
import type { CellView } from './bench-view.ts';

/** Factors beyond this look the same: one cell must not fade all others. */
const largestFactor = 1000;
/** The least that is seen as a colour at once, per cent; a ranking begins there. */
const faintest = 40;

export interface CellHeat {
  tone: 'none' | 'faster' | 'slower' | 'steps';
  /** Per cent; a multiple of 5, so that noise in a ratio does not draw cells again. */
  strength: number;
}

export interface HeatLegend {
  tones: { low: CellHeat['tone']; high: CellHeat['tone'] };
  low: string;
  high: string;
  /** What the middle or the absence of colour means. */
  note: string;
}

const noHeat: CellHeat = { tone: 'none', strength: 0 };

/** The colour of a query's cell; `row` holds the cells of the same query, this one among them. */
export function cellHeat(heat: Heat, cell: CellView, row: readonly CellView[]): CellHeat {
  switch (heat) {
    case 'none':
      return noHeat;
    case 'ratio':
      return cell.isStale || cell.error ? noHeat : verdictHeat(cell.verdict);
    case 'steps':
      return stepsHeat(cell, row);
  }
}

/** Faster or slower than the baseline, on a log scale; no colour for anything less than a ranking. */
export function verdictHeat(verdict: Verdict | null): CellHeat {
  const stretch = verdict && verdictRatio(verdict);
  if (!stretch) return noHeat;
  const factor = Math.abs(Math.log(stretch.low * stretch.high) / 2);
  const strength =
    faintest + inFives(Math.min(factor / Math.log(largestFactor), 1) * (1 - faintest / 100));
  switch (verdict.kind) {
    case 'faster':
    case 'clearly-faster':
      return { tone: 'faster', strength };
    case 'slower':
    case 'clearly-slower':
      return { tone: 'slower', strength };
    default:
      return noHeat;
  }
}

/** The more steps the stronger, on a log scale down from the most steps of the row. */
function stepsHeat(cell: CellView, row: readonly CellView[]): CellHeat {
  const steps = cell.counters?.vmSteps ?? 0;
  const most = Math.max(...row.map(({ counters }) => counters?.vmSteps ?? 0));
  if (steps <= 0) return noHeat;
  return { tone: 'steps', strength: inFives(1 - Math.log(most / steps) / Math.log(largestFactor)) };
}

function inFives(fraction: number): number {
  return Math.round(Math.min(Math.max(fraction, 0), 1) * 20) * 5;
}

/** What the colours mean; null when there are none. `baseline` is the first setup's letter. */
export function heatLegend(heat: Heat, baseline: string): HeatLegend | null {
  switch (heat) {
    case 'none':
      return null;
    case 'ratio':
      return {
        tones: { low: 'faster', high: 'slower' },
        low: `${formatCount(largestFactor)}× faster than ${baseline}`,
        high: `${formatCount(largestFactor)}× slower`,
        note: 'No colour: equal, not resolved, not ranked, or stale.',
      };
    case 'steps':
      return {
        tones: { low: 'none', high: 'steps' },
        low: `${formatCount(largestFactor)}× fewer`,
        high: 'most VM steps of the row',
        note: 'A setup with a cache has the colour of a miss.',
      };
  }
}
