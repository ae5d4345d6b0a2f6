// The forest plot of a query's verdicts: speed-up of each setup against A, with its interval.
// Keeps away from drawing; RatiosChart draws what stands here.

import type { RatioInterval } from '../../engine/model/comparison/verdict.ts';
import type { Estimate } from '../../engine/model/interval.ts';
import type { SetupLetter } from '../../engine/model/playground.ts';
import { formatPercent } from '../../lib/format/format-percent.ts';
import { formatRatio } from '../../lib/format/format-ratio.ts';
import type { AxisTick } from '../axes/log-axis.ts';

/** The band around equal: from 1 / bound to bound, and why nothing within it is ranked. */
export interface RatiosBand {
  bound: number;
  reason: 'equal' | 'noise' | 'few-runs';
}

/** The band in words: 'within 1.74× of A: too noisy to rank (twice what A shows against itself, 32 %)'. */
export function bandText({ bound, reason }: RatiosBand, baseline: SetupLetter): string {
  if (reason === 'equal') return `±${formatPercent(bound - 1, 1)} counts as equal`;
  const within = `within ${formatRatio(bound)}× of ${baseline}`;
  if (reason === 'few-runs') return `${within}: not ranked in so few runs`;
  // Twice on the log scale is the square of the factor.
  const own = formatPercent(Math.sqrt(bound) - 1);
  return `${within}: too noisy to rank (twice what ${baseline} shows against itself, ${own})`;
}

/** What is known of one setup against the baseline. */
export interface RatiosRow {
  letter: SetupLetter;
  name: string;
  /** Time of the setup / time of the baseline; null where no interval exists. */
  ratio: RatioInterval | null;
  /** The verdict in a few words: "5.9× faster". */
  headline: string;
  /** What lies within it is not ranked. */
  band: RatiosBand;
  isStale?: boolean | undefined;
  /** Confirm: the least and the largest ratio that fresh workers found. */
  confirmed?: { low: number; high: number } | undefined;
}

/** All positions are log2 of the speed-up: 0 is equal, 1 twice as fast, -1 half as fast. */
export interface RatiosMark {
  letter: SetupLetter;
  name: string;
  headline: string;
  isStale: boolean;
  y: number;
  interval: { x: number; low: number; high: number } | null;
  /** The same as speed-ups, for words: 5.9 (5.6 to 6.1). */
  speedUp: Estimate | null;
  band: [number, number];
  /** The spread of Confirm's runs, as places and as speed-ups. */
  confirmed: { low: number; high: number; speedUp: { low: number; high: number } } | null;
}

export interface RatiosModel {
  marks: RatiosMark[];
  domain: [number, number];
  isEmpty: boolean;
  hasConfirmed: boolean;
}

/** Beyond a million times the axis ends and an interval is cut. */
const outermost = 20;

export function toRatiosModel(rows: readonly RatiosRow[]): RatiosModel {
  const marks = rows.map(toMark);
  const places = marks.flatMap((mark) => [
    ...mark.band,
    ...(mark.interval ? [mark.interval.low, mark.interval.high] : []),
    ...(mark.confirmed ? [mark.confirmed.low, mark.confirmed.high] : []),
  ]);
  return {
    marks,
    domain: ratiosDomain(places),
    isEmpty: marks.every((mark) => mark.interval === null),
    hasConfirmed: marks.some((mark) => mark.confirmed !== null),
  };
}

function toMark(row: RatiosRow, y: number): RatiosMark {
  const speedUp = row.ratio && isUsable(row.ratio) ? toSpeedUp(row.ratio) : null;
  return {
    letter: row.letter,
    name: row.name,
    headline: row.headline,
    isStale: row.isStale === true,
    y,
    interval: speedUp && {
      x: place(speedUp.estimate),
      low: place(speedUp.low),
      high: place(speedUp.high),
    },
    speedUp,
    band: [place(1 / row.band.bound), place(row.band.bound)],
    confirmed: toConfirmed(row.confirmed),
  };
}

function toConfirmed(confirmed: RatiosRow['confirmed']): RatiosMark['confirmed'] {
  if (!confirmed || !(confirmed.low > 0) || !(confirmed.high >= confirmed.low)) return null;
  const speedUp = { low: 1 / confirmed.high, high: 1 / confirmed.low };
  return { low: place(speedUp.low), high: place(speedUp.high), speedUp };
}

/** Times faster; a long time is a small speed-up, so the ends change places. */
export function toSpeedUp({ estimate, low, high, level }: RatioInterval) {
  return { estimate: 1 / estimate, low: 1 / high, high: 1 / low, level };
}

function isUsable({ estimate, low, high }: RatioInterval): boolean {
  return Number.isFinite(estimate) && estimate > 0 && low >= 0 && high >= low;
}

/** log2 of a speed-up, cut at the outermost; an unbounded end has a place as well. */
function place(speedUp: number): number {
  return Math.min(Math.max(Math.log2(speedUp), -outermost), outermost);
}

/** Whole doublings, with at least one to each side of equal. */
function ratiosDomain(places: readonly number[]): [number, number] {
  const low = places.reduce((least, at) => Math.min(least, at), 0) - 0.1;
  const high = places.reduce((most, at) => Math.max(most, at), 0) + 0.1;
  return [Math.min(Math.floor(low), -1), Math.max(Math.ceil(high), 1)];
}

/** Between half and double there is room for finer steps, each a speed-up. */
const fineSteps = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2];

/** Doublings, every second or third of them where there is no room; 1× always among them. */
export function ratiosTicks([low, high]: readonly [number, number], maxTicks: number): AxisTick[] {
  if (low === -1 && high === 1 && maxTicks >= fineSteps.length) {
    return fineSteps.map((speedUp) => ({ at: Math.log2(speedUp), label: ratioLabel(speedUp) }));
  }
  const room = Math.max(maxTicks, 3);
  let step = 1;
  while (Math.floor(high / step) - Math.ceil(low / step) + 1 > room) step += 1;
  const ticks: AxisTick[] = [];
  for (let at = Math.ceil(low / step) * step; at <= high; at += step) {
    // -0 would be written as such by a formatter.
    ticks.push({ at: at + 0, label: ratioLabel(2 ** at) });
  }
  return ticks;
}

function ratioLabel(speedUp: number): string {
  if (speedUp >= 1) return `${Number.isInteger(speedUp) ? grouped(speedUp) : speedUp}×`;
  return `${formatRatio(speedUp)}×`;
}

function grouped(whole: number): string {
  return whole < 10_000 ? String(whole) : `${Math.round(whole / 1000)}k`;
}
