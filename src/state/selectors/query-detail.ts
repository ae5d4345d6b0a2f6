// What the detail pane shows of the selected query: samples and ratios per setup, ready to draw.
import type { Environment, Standing } from '../../engine/model/comparison.ts';
import { type Playground, setupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import type { RatioInterval, Verdict } from '../../engine/model/verdict.ts';
import { isNoisyMargin, leastMargin, rankingBound } from '../../engine/statistics/verdict.ts';
import type { RunsState } from '../runs-store.ts';
import { benchView, type CellView } from './bench-view.ts';

export interface QueryDetail {
  queryId: string;
  name: string;
  /** False while the query has no text. */
  hasStatement: boolean;
  rounds: number;
  environment: Environment | null;
  control: RatioInterval | null;
  /** What lies within 1 / bound to bound is not ranked, and why. */
  band: { bound: number; reason: 'equal' | 'noise' | 'few-runs' };
  /** Measured against a setup that is no longer the baseline: there are no verdicts. */
  isOtherBaseline: boolean;
  setups: SetupDetail[];
}

export interface SetupDetail {
  cell: CellView;
  letter: string;
  name: string;
  samplesMs: Milliseconds[];
  warmMedianMs: Milliseconds | null;
  firstRunMs: Milliseconds | null;
  medianMs: Milliseconds | null;
  verdict: Verdict | null;
  /** Null for the baseline and while there is no interval. */
  ratio: RatioInterval | null;
}

/** The detail of a query; null when there is no such query. */
export function queryDetail(
  playground: Playground,
  runs: Pick<RunsState, 'plans' | 'results' | 'database' | 'inspection'>,
  queryId: string | null,
): QueryDetail | null {
  const row = benchView(playground, runs).queries.find((query) => query.id === queryId);
  if (!row) return null;
  const result = runs.results[row.id];
  const standing = result?.rounds.at(-1)?.standing;
  const isOtherBaseline = row.cells.some(({ withheld }) => withheld === 'other-baseline');
  return {
    queryId: row.id,
    name: row.name,
    hasStatement: row.line !== '',
    rounds: standing?.rounds ?? 0,
    environment: result?.environment ?? null,
    control: isOtherBaseline ? null : (standing?.control ?? null),
    band: bandOf(isOtherBaseline ? undefined : standing),
    isOtherBaseline,
    setups: row.cells.map((cell, position) => ({
      cell,
      letter: setupLetter(position),
      name: playground.setups[position]?.name ?? '',
      samplesMs: (cell.summary ? (result?.rounds ?? []) : []).flatMap(({ samples }) => {
        const sample = samples[cell.setupId];
        return sample ? [sample.perCallMs] : [];
      }),
      warmMedianMs: cell.summary?.cache?.warmMedianMs ?? null,
      firstRunMs: cell.firstRun?.firstRunMs ?? null,
      medianMs: cell.summary?.medianMs ?? null,
      verdict: cell.verdict,
      ratio: ratioOf(cell.verdict),
    })),
  };
}

function bandOf(standing: Standing | undefined): QueryDetail['band'] {
  const margin = standing?.margin ?? leastMargin;
  if (standing?.isShort) return { bound: 1 + margin, reason: 'few-runs' };
  return { bound: rankingBound(margin), reason: isNoisyMargin(margin) ? 'noise' : 'equal' };
}

function ratioOf(verdict: Verdict | null): RatioInterval | null {
  return verdict && 'ratio' in verdict ? verdict.ratio : null;
}
