// What the detail pane shows of the selected query: samples and ratios per setup, ready to draw.
import type { CallParts } from '../../../engine/model/comparison/call-parts.ts';
import type { Environment, Standing } from '../../../engine/model/comparison/comparison.ts';
import type { ConfirmedCell } from '../../../engine/model/comparison/confirmation.ts';
import type { QueryResult } from '../../../engine/model/comparison/query-result.ts';
import type { RatioInterval, Verdict } from '../../../engine/model/comparison/verdict.ts';
import { type Playground, setupLetter } from '../../../engine/model/playground.ts';
import type { Milliseconds } from '../../../engine/model/units.ts';
import { changingCalls } from '../../../engine/sql/statements/deterministic-text.ts';
import { isNoisyMargin, leastMargin, rankingBound } from '../../../engine/statistics/verdict.ts';
import { type BenchRuns, benchView, type CellView } from '../bench/bench-view.ts';

export interface QueryDetail {
  queryId: string;
  name: string;
  /** False while the query has no text. */
  hasStatement: boolean;
  /** What in its text makes its answer another one each time: 'random()'. */
  changingBy: string[];
  rounds: number;
  environment: Environment | null;
  control: RatioInterval | null;
  /** What lies within 1 / bound to bound is not ranked, and why. */
  band: { bound: number; reason: 'equal' | 'noise' | 'few-runs' };
  /** Measured against a setup that is no longer the baseline: there are no verdicts. */
  isOtherBaseline: boolean;
  /** How the measuring went; null before the first. */
  course: MeasuringCourse | null;
  /** The baseline's second samples, and the setup that was the baseline then; null without them. */
  controlTimes: { setupId: string; times: RoundTime[] } | null;
  setups: SetupDetail[];
}

export interface MeasuringCourse
  extends Pick<QueryResult, 'status' | 'discarded' | 'budgetMs' | 'error'> {
  /** Why it ended; null while it goes on and when it was stopped. */
  reason: Standing['reason'];
  /** Fresh workers that have answered Confirm; null before it. */
  confirmedRuns: number | null;
}

/** A sample's time and the round that it was taken in, 1-based. */
export interface RoundTime {
  round: number;
  perCallMs: Milliseconds;
}

export interface SetupDetail {
  cell: CellView;
  letter: string;
  name: string;
  /** In the order measured. */
  times: RoundTime[];
  warmMedianMs: Milliseconds | null;
  firstRunMs: Milliseconds | null;
  medianMs: Milliseconds | null;
  verdict: Verdict | null;
  /** Null for the baseline and while there is no interval. */
  ratio: RatioInterval | null;
  /** Null while the calls have not been taken apart. */
  parts: CallParts | null;
  /** What fresh workers said of the verdict; null while they have not, or there is none. */
  confirmed: ConfirmedCell | null;
}

/** The detail of a query; null when there is no such query. */
export function queryDetail(
  playground: Playground,
  runs: BenchRuns,
  queryId: string | null,
): QueryDetail | null {
  const row = benchView(playground, runs).queries.find((query) => query.id === queryId);
  if (!row) return null;
  const query = playground.queries.find(({ id }) => id === row.id);
  const result = runs.results[row.id];
  const standing = result?.rounds.at(-1)?.standing;
  const isOtherBaseline = row.cells.some(({ withheld }) => withheld === 'other-baseline');
  return {
    queryId: row.id,
    name: row.name,
    hasStatement: row.line !== '',
    changingBy: query ? changingCalls(query.sql, playground.schemaSql) : [],
    rounds: standing?.rounds ?? 0,
    environment: result?.environment ?? null,
    control: isOtherBaseline ? null : (standing?.control ?? null),
    band: bandOf(isOtherBaseline ? undefined : standing),
    isOtherBaseline,
    course: result ? courseOf(result) : null,
    controlTimes: result ? controlTimesOf(result) : null,
    setups: row.cells.map((cell, position) => ({
      cell,
      letter: setupLetter(position),
      name: playground.setups[position]?.name ?? '',
      times: (cell.summary ? (result?.rounds ?? []) : []).flatMap(({ round, samples }) => {
        const sample = samples[cell.setupId];
        return sample ? [{ round, perCallMs: sample.perCallMs }] : [];
      }),
      warmMedianMs: cell.summary?.cache?.warmMedianMs ?? null,
      firstRunMs: cell.firstRun?.firstRunMs ?? null,
      medianMs: cell.summary?.medianMs ?? null,
      verdict: cell.verdict,
      ratio: ratioOf(cell.verdict),
      // Taken apart are the calls that were sampled.
      parts: (cell.summary && result?.parts[cell.setupId]) ?? null,
      confirmed: (cell.verdict && result?.confirmation?.cells[cell.setupId]) ?? null,
    })),
  };
}

function courseOf({ status, discarded, budgetMs, error, rounds, confirmation }: QueryResult) {
  const reason = status === 'done' ? (rounds.at(-1)?.standing.reason ?? null) : null;
  const confirmedRuns = confirmation?.standings.length ?? null;
  return { status, discarded, budgetMs, error, reason, confirmedRuns };
}

function controlTimesOf({ setups, rounds }: QueryResult): QueryDetail['controlTimes'] {
  const times = rounds.flatMap(({ round, control }) =>
    control ? [{ round, perCallMs: control.perCallMs }] : [],
  );
  const setupId = setups[0]?.id;
  return setupId === undefined || times.length === 0 ? null : { setupId, times };
}

function bandOf(standing: Standing | undefined): QueryDetail['band'] {
  const margin = standing?.margin ?? leastMargin;
  if (standing?.isShort) return { bound: 1 + margin, reason: 'few-runs' };
  return { bound: rankingBound(margin), reason: isNoisyMargin(margin) ? 'noise' : 'equal' };
}

function ratioOf(verdict: Verdict | null): RatioInterval | null {
  return verdict && 'ratio' in verdict ? verdict.ratio : null;
}
