// The dot strip of a query's times: samples per setup -> positions on a logarithmic axis.
// Keeps away from drawing; TimesChart draws what stands here.
import type { SetupLetter } from '../engine/model/playground.ts';
import type { Milliseconds } from '../engine/model/units.ts';
import { formatDuration } from '../lib/format-duration.ts';

/** One setup's times of one query. */
export interface TimesRow {
  letter: SetupLetter;
  name: string;
  /** Per call, in the order measured. */
  samplesMs: readonly Milliseconds[];
  firstRunMs: Milliseconds | null;
  medianMs: Milliseconds | null;
  /** With a cache: the median of the warm runs. */
  warmMedianMs?: Milliseconds | null | undefined;
  /** Measured before the last change of the playground. */
  isStale: boolean;
}

/** `x` is log10 of milliseconds; `y` counts rows from the top, whole numbers are row centres. */
export interface TimesPoint {
  x: number;
  y: number;
  milliseconds: Milliseconds;
  /** 1-based number of the sample; 0 for marks that are no sample. */
  sample: number;
}

export interface TimesStrip {
  letter: SetupLetter;
  name: string;
  isStale: boolean;
  points: TimesPoint[];
  median: TimesPoint | null;
  firstRun: TimesPoint | null;
  warmMedian: TimesPoint | null;
  minMs: Milliseconds | null;
  maxMs: Milliseconds | null;
  /** Samples at or below zero: no logarithm, so they are counted and not drawn. */
  undrawn: number;
}

export interface AxisTick {
  at: number;
  label: string;
}

export interface TimesModel {
  strips: TimesStrip[];
  /** log10 of milliseconds. */
  domain: [number, number];
  ticks: AxisTick[];
  undrawn: number;
  isEmpty: boolean;
  hasFirstRuns: boolean;
  hasWarmMedians: boolean;
}

/** Half of the band, in rows, that a strip's points are spread over. */
const spread = 0.24;

/** `maxTicks` says how many labels have room. */
export function toTimesModel(rows: readonly TimesRow[], maxTicks: number): TimesModel {
  const strips = rows.map(toStrip);
  const drawn = strips.flatMap((strip) => marksOf(strip).map((mark) => mark.milliseconds));
  const domain = timesDomain(drawn);
  return {
    strips,
    domain,
    ticks: timesTicks(domain, maxTicks),
    undrawn: strips.reduce((sum, strip) => sum + strip.undrawn, 0),
    isEmpty: drawn.length === 0,
    hasFirstRuns: strips.some((strip) => strip.firstRun !== null),
    hasWarmMedians: strips.some((strip) => strip.warmMedian !== null),
  };
}

function toStrip(row: TimesRow, y: number): TimesStrip {
  const points: TimesPoint[] = [];
  for (const [index, milliseconds] of row.samplesMs.entries()) {
    const point = toPoint(milliseconds, y + jitter(index) * spread, index + 1);
    if (point) points.push(point);
  }
  const drawn = points.map((point) => point.milliseconds);
  return {
    letter: row.letter,
    name: row.name,
    isStale: row.isStale,
    points,
    // A median without its points would look as sure as one of a hundred samples.
    median: points.length === 0 ? null : toPoint(row.medianMs, y, 0),
    firstRun: toPoint(row.firstRunMs, y, 0),
    warmMedian: toPoint(row.warmMedianMs ?? null, y, 0),
    minMs: drawn.length === 0 ? null : Math.min(...drawn),
    maxMs: drawn.length === 0 ? null : Math.max(...drawn),
    undrawn: row.samplesMs.length - points.length,
  };
}

function toPoint(milliseconds: Milliseconds | null, y: number, sample: number): TimesPoint | null {
  if (milliseconds === null || !Number.isFinite(milliseconds) || milliseconds <= 0) return null;
  return { x: Math.log10(milliseconds), y, milliseconds, sample };
}

function marksOf(strip: TimesStrip): TimesPoint[] {
  const others = [strip.median, strip.firstRun, strip.warmMedian];
  return [...strip.points, ...others.filter((mark) => mark !== null)];
}

/**
 * Where the sample with this index sits in its band, -1..1: multiples of the golden ratio, so that
 * neighbours lie apart, and a point stays where it is when more arrive.
 */
export function jitter(index: number): number {
  return ((0.5 + index * 0.618_033_988_75) % 1) * 2 - 1;
}

/** Ends of the axis: round enough to stand still while samples arrive. */
const ends = [1, 1.5, 2, 3, 5, 7];
/** The least ratio between the ends, so that the noise of one setup does not fill the width. */
const leastSpan = 4;
const emptyDomain: [number, number] = [-1, 2];

/** The axis for these times, as log10 of milliseconds; all times positive. */
export function timesDomain(milliseconds: readonly Milliseconds[]): [number, number] {
  if (milliseconds.length === 0) return emptyDomain;
  let low = milliseconds.reduce((least, value) => Math.min(least, value)) / 1.1;
  let high = milliseconds.reduce((most, value) => Math.max(most, value)) * 1.1;
  if (high / low < leastSpan) {
    const centre = Math.sqrt(low * high);
    low = centre / Math.sqrt(leastSpan);
    high = centre * Math.sqrt(leastSpan);
  }
  return [floorTo(ends, low), ceilTo(ends, high)];
}

function floorTo(digits: readonly number[], value: number): number {
  const exponent = Math.floor(Math.log10(value));
  const fits = digits.filter((digit) => digit * 10 ** exponent <= value * (1 + 1e-9));
  return Math.log10((fits.at(-1) ?? 1) * 10 ** exponent);
}

function ceilTo(digits: readonly number[], value: number): number {
  const exponent = Math.floor(Math.log10(value));
  const fit = digits.find((digit) => digit * 10 ** exponent >= value * (1 - 1e-9));
  return Math.log10((fit ?? 10) * 10 ** exponent);
}

/** From fine to coarse: the digits that carry a tick, and the step between decades. */
const ladders: { digits: readonly number[]; decades: number }[] = [
  { digits: [1, 1.5, 2, 3, 5, 7], decades: 1 },
  { digits: [1, 2, 5], decades: 1 },
  { digits: [1, 3], decades: 1 },
  { digits: [1], decades: 1 },
  { digits: [1], decades: 2 },
  { digits: [1], decades: 3 },
];

/** Labelled places: 1-3-10 where the axis spans more than a decade, finer where it is short. */
export function timesTicks([low, high]: readonly [number, number], maxTicks: number): AxisTick[] {
  const isLong = high - low > 1;
  const candidates = isLong ? ladders.slice(2) : ladders;
  let coarsest: AxisTick[] = [];
  for (const { digits, decades } of candidates) {
    const ticks: AxisTick[] = [];
    const first = Math.ceil((Math.floor(low) - 1) / decades) * decades;
    for (let exponent = first; exponent <= high; exponent += decades) {
      for (const digit of digits) {
        const at = exponent + Math.log10(digit);
        if (at < low - 1e-9 || at > high + 1e-9) continue;
        ticks.push({ at, label: tickLabel(digit, exponent) });
      }
    }
    if (ticks.length > 0) coarsest = ticks;
    if (ticks.length <= Math.max(maxTicks, 2)) break;
  }
  return coarsest;
}

/** Round values without the zeros of significance: '10 ms', '0.3 ms', '30 µs'. */
function tickLabel(digit: number, exponent: number): string {
  const [number = '', unit = ''] = formatDuration(Number(`${digit}e${exponent}`)).split(' ');
  return `${Number(number)} ${unit}`;
}
