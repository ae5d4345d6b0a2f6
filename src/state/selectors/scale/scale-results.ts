// What the points of the Scale lab mean: series to draw, growth in words, where the winner changes,
// and what has to be known beside them. Pure.
import type { Playground, SetupLetter } from '../../../engine/model/playground.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import { medianInterval } from '../../../engine/statistics/distributions/median-interval.ts';
import { median } from '../../../engine/statistics/distributions/quantiles.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { scaleMarkdown } from '../../../report/scale-markdown.ts';
import type { ScalePoint, ScaleRun } from '../../scale-store.ts';
import { environmentLine } from '../chart/comparison-summary.ts';
import type { Finding } from '../writes/run/finding.ts';
import { toldFindings } from '../writes/run/told-findings.ts';
import {
  crossingsOf,
  flipView,
  growthHeadline,
  growthSentences,
  growthsOf,
  isFinished,
  type SeriesPoint,
} from './scale-findings.ts';
import { scaleNotes } from './scale-notes.ts';
import { scaleBasis } from './scale-subject.ts';
import { formatPlace } from './scale-words.ts';

export interface ScaleResults {
  /** Accessible name of the figure. */
  label: string;
  xKind: 'rows' | 'share';
  /** Stands at the axis: 'rows of products'. */
  xTitle: string;
  /** What the axis is, in a sentence. */
  chartNote: string;
  series: ScaleSeriesView[];
  crossovers: { x: number; text: string }[];
  bracket: { low: number; high: number; text: string } | null;
  /** About each setup, then about pairs. */
  findings: Finding[];
  notes: string[];
  environment: string | null;
  isStale: boolean;
  /** No point was begun: there is nothing to take away. */
  isEmpty: boolean;
  status: ScaleRun['status'];
  /** What ended the run. */
  problem: { message: string; hint?: string } | null;
  /** "lookup by rows of products: 4 of 7 points". */
  heading: string;
}

export interface ScaleSeriesView {
  setupId: string;
  letter: SetupLetter;
  name: string;
  growth: string | undefined;
  isStale: boolean;
  points: SeriesPoint[];
}

/** Null before the first run. */
export function scaleResults(playground: Playground, shown: ScaleRun | null): ScaleResults | null {
  if (!shown) return null;
  const run = withoutUnfinished(shown);
  const { subject, points, flip } = run;
  const isStale = isStaleRun(playground, run);
  const measured = subject.setups.map(({ id, letter, name }) => {
    const ofSetup = points.map((point) => seriesPoint(point, id));
    const finished = ofSetup.filter((_, at) => points[at] && isFinished(points[at]));
    const growths = subject.range === null ? growthsOf(finished) : null;
    return { setupId: id, letter, name, isStale, points: ofSetup, growths };
  });
  const series = measured.map(({ growths, ...each }) => ({
    ...each,
    growth: growths ? growthHeadline(growths) : undefined,
  }));
  const grown = measured.flatMap(({ letter, growths }) => (growths ? [{ letter, growths }] : []));
  const crossed = crossingsOf(run);
  const flipped = flip && flipView(run);
  return {
    label: `Scale of ${subject.queryName}`,
    xKind: subject.range ? 'share' : 'rows',
    xTitle: axisTitle(run),
    chartNote: axisNote(run),
    series,
    crossovers: crossed.flatMap(({ marks }) => marks),
    bracket: flipped?.bracket ?? null,
    findings: [
      ...growthSentences(grown),
      ...crossed.map(({ sentence }) => sentence),
      ...(flipped?.sentence ? [flipped.sentence] : []),
    ],
    notes: scaleNotes(run),
    environment: run.environment && environmentLine(run.environment),
    isStale,
    isEmpty: points.length === 0,
    status: run.status,
    problem: run.error,
    heading: heading(run),
  };
}

/** A point that is not done stays only as long as it is being measured. */
function withoutUnfinished(run: ScaleRun): ScaleRun {
  const isMeasuring = run.status === 'measuring';
  const points = run.points.filter(
    ({ status }) => status === 'done' || (isMeasuring && status === 'measuring'),
  );
  return { ...run, points };
}

function isStaleRun(playground: Playground, { subject }: ScaleRun): boolean {
  const query = playground.queries.find(({ id }) => id === subject.queryId);
  if (!query) return true;
  const setups = subject.setups.flatMap(({ id, letter }) => {
    const setup = playground.setups.find((other) => other.id === id);
    return setup ? [{ ...setup, letter }] : [];
  });
  return scaleBasis(playground, withParameters(query), setups) !== subject.basis;
}

function seriesPoint({ x, cells }: ScalePoint, setupId: string): SeriesPoint {
  const cell = cells[setupId];
  const samplesMs = cell?.samplesMs ?? [];
  return {
    x,
    samplesMs,
    medianMs: samplesMs.length === 0 ? null : median(samplesMs),
    interval: medianInterval(samplesMs),
    steps: cell?.counts?.status === 'counted' ? cell.counts.counters.vmSteps : null,
  };
}

function axisTitle({ subject: { table, range } }: ScaleRun): string {
  return range ? `share of the rows of ${range.table} matched` : `rows of ${table}`;
}

function axisNote({ subject: { table, range, rows } }: ScaleRun): string {
  if (!range) return `The axis is the rows of ${table}; the other tables grow in proportion.`;
  const { column, operator, name } = range;
  return `The axis is the share of the ${formatCountOf(rows ?? 0, 'row')} of ${range.table} with ${column} ${operator} ${name}.`;
}

function heading({ subject, points, steps, status, flip }: ScaleRun): string {
  const axis = subject.range ? `selectivity of ${subject.range.name}` : `rows of ${subject.table}`;
  const done = points.filter((point) => point.status === 'done').length;
  const count = flip
    ? formatCountOf(done, 'point')
    : `${done} of ${formatCountOf(steps.length, 'point')}`;
  const ended = status === 'stopped' ? ', stopped' : status === 'failed' ? ', failed' : '';
  return `${subject.queryName} by ${axis}: ${count}${ended}`;
}

/** The same as Markdown, to be copied. */
export function scaleResultsMarkdown(title: string, run: ScaleRun, results: ScaleResults): string {
  const { subject } = run;
  return scaleMarkdown({
    title,
    heading: results.heading,
    isStale: results.isStale,
    findings: toldFindings(results.findings),
    axis: subject.range ? `Share of ${subject.range.table}` : `Rows of ${subject.table}`,
    setups: results.series,
    points: withoutUnfinished(run).points.map((point, at) => ({
      place: formatPlace(subject, point.x),
      cells: results.series.flatMap(({ points }) => points[at] ?? []),
    })),
    notes: results.notes,
    environment: results.environment,
  });
}
