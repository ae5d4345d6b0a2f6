// What the detail pane shows of the selected query: samples and ratios per setup, ready to draw.
import type { Environment } from '../../engine/model/comparison.ts';
import { type Playground, setupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import type { RatioInterval, Verdict } from '../../engine/model/verdict.ts';
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
  margin: number | null;
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
  return {
    queryId: row.id,
    name: row.name,
    hasStatement: row.line !== '',
    rounds: standing?.rounds ?? 0,
    environment: result?.environment ?? null,
    control: standing?.control ?? null,
    margin: standing?.margin ?? null,
    setups: row.cells.map((cell, position) => ({
      cell,
      letter: setupLetter(position),
      name: playground.setups[position]?.name ?? '',
      samplesMs: (result?.rounds ?? []).flatMap(({ samples }) => {
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

function ratioOf(verdict: Verdict | null): RatioInterval | null {
  return verdict && 'ratio' in verdict ? verdict.ratio : null;
}
