// Rows with a name and an interval each: ratios on a logarithmic axis, differences on a linear one.
// Keeps away from drawing and from verdicts; both come with the rows.
import type { Estimate } from '../../engine/model/interval.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import { isNoisyMargin, rankingBound } from '../../engine/statistics/verdict.ts';
import { formatPercent } from '../../lib/format/format-percent.ts';
import { formatRatio } from '../../lib/format/format-ratio.ts';
import { durationTicks } from '../axes/linear-axis.ts';
import type { AxisTick } from '../axes/log-axis.ts';

export interface IntervalRowInput {
  id: string;
  title: string;
  /** A dimmed line below it: the verdict. */
  detail: string;
  /** In the axis' unit: a ratio, or milliseconds. Null where nothing can be drawn. */
  interval: Estimate | null;
  /** A thinner mark without a level: least and largest of a few runs. */
  spread?: { low: number; high: number } | null | undefined;
  /** Drawn hollow: not a part of what the user has. */
  isTried?: boolean | undefined;
}

/** 'ratio': times as long, 1 is equal; 'extra': milliseconds more, 0 is equal. */
export type IntervalScale = 'ratio' | 'extra';

export interface IntervalRowMark extends IntervalRowInput {
  /** Row from the top. */
  y: number;
  /** Places on the axis. */
  at: { x: number; low: number; high: number } | null;
  spreadAt: { low: number; high: number } | null;
}

export interface IntervalRowsModel {
  marks: IntervalRowMark[];
  domain: [number, number];
  /** Place of "equal". */
  equal: number;
  /** What lies within it is not ranked. */
  band: [number, number] | null;
  isEmpty: boolean;
}

/** Beyond a thousand times the axis ends and an interval is cut. */
const outermost = 10;

/** `margin`: how far from equal still counts as equal, of ratios only (0.05 for 5 %). */
export function toIntervalRowsModel(
  rows: readonly IntervalRowInput[],
  scale: IntervalScale,
  margin: number | null = null,
): IntervalRowsModel {
  const place = scale === 'ratio' ? ratioPlace : (value: number) => value;
  const marks = rows.map((row, y) => ({
    ...row,
    y,
    at: row.interval && {
      x: place(row.interval.estimate),
      low: place(row.interval.low),
      high: place(row.interval.high),
    },
    spreadAt: row.spread ? { low: place(row.spread.low), high: place(row.spread.high) } : null,
  }));
  const bound = margin === null ? null : rankingBound(margin);
  const band: [number, number] | null =
    scale === 'ratio' && bound !== null ? [place(1 / bound), place(bound)] : null;
  const places = marks.flatMap(({ at, spreadAt }) => [
    ...(at ? [at.low, at.high] : []),
    ...(spreadAt ? [spreadAt.low, spreadAt.high] : []),
  ]);
  return {
    marks,
    domain: scale === 'ratio' ? ratioDomain([...places, ...(band ?? [])]) : extraDomain(places),
    equal: 0,
    band,
    isEmpty: places.length === 0,
  };
}

/** log2, cut at the outermost. */
function ratioPlace(ratio: number): number {
  if (!(ratio > 0)) return -outermost;
  return Math.min(Math.max(Math.log2(ratio), -outermost), outermost);
}

/** Half as long to twice as long at least, further in whole doublings. */
function ratioDomain(places: readonly number[]): [number, number] {
  const low = places.reduce((least, at) => Math.min(least, at), 0);
  const high = places.reduce((most, at) => Math.max(most, at), 0);
  return [low < -0.45 ? Math.floor(low - 0.05) : -0.5, high <= 0.95 ? 1 : Math.ceil(high + 0.05)];
}

/** From zero, or from below it where an interval reaches there. */
function extraDomain(places: readonly number[]): [number, number] {
  const low = places.reduce((least, at) => Math.min(least, at), 0);
  const high = places.reduce((most, at) => Math.max(most, at), 0);
  const size = Math.max(high - low, 1e-6);
  return [low < 0 ? low - size * 0.05 : 0, high + size * 0.05];
}

const ratioSteps = [
  [0.5, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8, 12, 16],
  [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
  [0.25, 1, 4, 16, 64, 256, 1024],
] as const;

/** Times as long at round values; 1× always among them. */
export function ratioAxisTicks([low, high]: readonly [number, number], maxTicks: number) {
  // Steps are uneven: the narrowest gap has to hold a label.
  const gap = (high - low) / Math.max(maxTicks - 1, 1);
  const fits = ratioSteps
    .map((steps) => steps.map(Math.log2).filter((at) => isWithin(at, low, high)))
    .find((places) =>
      places.every((at, index) => at - (places[index - 1] ?? at - gap) >= gap * 0.9),
    );
  return (fits ?? [0]).map((at) => ({ at: at + 0, label: `${Number((2 ** at).toPrecision(4))}×` }));
}

function isWithin(at: number, low: number, high: number): boolean {
  return at >= low - 1e-9 && at <= high + 1e-9;
}

/** Durations from zero, to both sides where the axis reaches below it. */
export function extraAxisTicks(
  [low, high]: readonly [Milliseconds, Milliseconds],
  maxTicks: number,
): AxisTick[] {
  const size = Math.max(high, -low);
  const ticks = durationTicks(size, maxTicks);
  const below = ticks
    .filter(({ at }) => at > 0 && -at >= low)
    .map(({ at, label }) => ({ at: -at, label: `−${label}` }));
  return [...below.reverse(), ...ticks.filter(({ at }) => at <= high)];
}

/** '±5 % counts as equal', or how far the noise reaches. */
export function marginText(margin: number): string {
  if (!isNoisyMargin(margin)) return `±${formatPercent(margin, 1)} counts as equal`;
  return `within ${formatRatio(rankingBound(margin))}×: too noisy to rank`;
}

/** 'takes 1.39 times as long (1.35 to 1.44)' of ratios. */
export function ratioIntervalText({ estimate, low, high }: Omit<Estimate, 'level'>): string {
  return `${formatRatio(estimate)} times as long (${formatRatio(low)} to ${formatRatio(high)})`;
}
