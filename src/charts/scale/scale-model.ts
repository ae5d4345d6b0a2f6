// Times of a query against the number of rows, or the share of rows that it matches: both axes
// logarithmic. Keeps away from drawing and from fitting; growth comes in as words.
import type { MeasuredTime } from '../../engine/model/measured-time.ts';
import type { SetupLetter } from '../../engine/model/playground.ts';
import { formatCount } from '../../lib/format/format-count.ts';
import { countTicks } from '../axes/count-axis.ts';
import { type AxisTick, logDomain, logTicks } from '../axes/log-axis.ts';
import { timePlace, timesDomain } from '../axes/time-axis.ts';

/** 'rows': x counts rows; 'share': x is a fraction, 0.05 for 5 % of the rows. */
export type ScaleXKind = 'rows' | 'share';

export interface ScalePoint extends MeasuredTime {
  x: number;
  /** VM steps of one execution: without noise. */
  steps: number | null;
}

export interface ScaleSeries {
  letter: SetupLetter;
  name: string;
  /** Fitted growth in words: "grows like n^1.02". */
  growth?: string | undefined;
  isStale?: boolean | undefined;
  /** In any order; more arrive while it is measured. */
  points: readonly ScalePoint[];
}

/** Where a setup begins to win, or stops: `text` says which. */
export interface ScaleCrossover {
  x: number;
  text: string;
}

/** The winner changes somewhere between `low` and `high`. */
export interface ScaleBracket {
  low: number;
  high: number;
  text: string;
}

/** All places are log10; `low` and `high` are null without an interval. */
export interface ScaleMark {
  x: number;
  y: number;
  low: number | null;
  high: number | null;
  point: ScalePoint;
}

export interface ScaleLine {
  letter: SetupLetter;
  name: string;
  growth: string | undefined;
  isStale: boolean;
  /** Ascending in x. */
  times: ScaleMark[];
  steps: ScaleMark[];
}

export interface ScaleModel {
  lines: ScaleLine[];
  xDomain: [number, number];
  timesDomain: [number, number];
  stepsDomain: [number, number];
  /** Marks along x, within the axis. */
  crossovers: { x: number; text: string }[];
  bracket: { low: number; high: number; text: string } | null;
  hasSteps: boolean;
  hasIntervals: boolean;
  isEmpty: boolean;
}

export interface ScaleInput {
  series: readonly ScaleSeries[];
  xKind: ScaleXKind;
  crossovers: readonly ScaleCrossover[];
  bracket: ScaleBracket | null;
}

export function toScaleModel({ series, xKind, crossovers, bracket }: ScaleInput): ScaleModel {
  const lines = series.map(toLine);
  const marks = lines.flatMap((line) => [...line.times, ...line.steps]);
  const drawnMs = lines.flatMap((line) =>
    line.times.flatMap(({ point: { medianMs, interval } }) =>
      [medianMs, interval?.low ?? null, interval?.high ?? null].filter(
        (each) => timePlace(each) !== null,
      ),
    ),
  );
  const wanted = [
    ...marks.map((mark) => 10 ** mark.x),
    ...crossovers.map(({ x }) => x).filter(isPositive),
    ...(bracket ? [bracket.low, bracket.high].filter(isPositive) : []),
  ];
  return {
    lines,
    xDomain: xAxisDomain(wanted, xKind),
    timesDomain: timesDomain(drawnMs.filter((each) => each !== null)),
    stepsDomain: logDomain(
      lines.flatMap((line) => line.steps.map((mark) => 10 ** mark.y)),
      { leastSpan: 10, empty: [0, 3] },
    ),
    crossovers: crossovers
      .filter(({ x }) => isPositive(x))
      .map(({ x, text }) => ({ x: Math.log10(x), text })),
    bracket: bracket && toBracket(bracket),
    hasSteps: lines.some((line) => line.steps.length > 0),
    hasIntervals: lines.some((line) => line.times.some((mark) => mark.low !== null)),
    isEmpty: marks.length === 0,
  };
}

function toLine({ letter, name, growth, isStale, points }: ScaleSeries): ScaleLine {
  const ascending = points.filter(({ x }) => isPositive(x)).sort((a, b) => a.x - b.x);
  const times: ScaleMark[] = [];
  const steps: ScaleMark[] = [];
  for (const point of ascending) {
    const x = Math.log10(point.x);
    const y = timePlace(point.medianMs);
    const { low: lowMs = null, high: highMs = null } = point.interval ?? {};
    const [low, high] = [timePlace(lowMs), timePlace(highMs)];
    const hasInterval = low !== null && high !== null;
    if (y !== null) {
      times.push({ x, y, low: hasInterval ? low : null, high: hasInterval ? high : null, point });
    }
    if (point.steps !== null && isPositive(point.steps)) {
      steps.push({ x, y: Math.log10(point.steps), low: null, high: null, point });
    }
  }
  return { letter, name, growth, isStale: isStale === true, times, steps };
}

function toBracket({ low, high, text }: ScaleBracket): ScaleModel['bracket'] {
  if (!isPositive(low) || !isPositive(high)) return null;
  return { low: Math.log10(Math.min(low, high)), high: Math.log10(Math.max(low, high)), text };
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

/** No axis beyond all rows. */
function xAxisDomain(values: readonly number[], xKind: ScaleXKind): [number, number] {
  const isShare = xKind === 'share';
  const [low, high] = logDomain(values, { leastSpan: 10, empty: isShare ? [-4, 0] : [3, 6] });
  return [low, isShare && values.every((value) => value <= 1) ? Math.min(high, 0) : high];
}

/** Rows as '3k', shares as '0.1 %'. */
export function scaleXTicks(
  domain: readonly [number, number],
  maxTicks: number,
  xKind: ScaleXKind,
): AxisTick[] {
  return xKind === 'rows'
    ? countTicks(domain, maxTicks)
    : logTicks(domain, maxTicks, (digit, exponent) => `${Number(`${digit}e${exponent + 2}`)} %`);
}

/** In full, for tips and tables: '30,000 rows', '0.1 % of rows'. */
export function scaleXText(x: number, xKind: ScaleXKind): string {
  if (xKind === 'rows') return `${formatCount(x)} ${x === 1 ? 'row' : 'rows'}`;
  return `${Number((x * 100).toPrecision(3))} % of rows`;
}
