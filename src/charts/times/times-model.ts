// The dot strip of a query's times: samples per setup -> positions on a logarithmic axis.
// Keeps away from drawing; TimesChart draws what stands here.
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import { timePlace, timesDomain } from '../axes/time-axis.ts';
import { farOutFlags } from '../marks/far-out.ts';
import { jitter } from '../marks/jitter.ts';

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
  /** Beyond Tukey's outer fences: kept, counted, and marked. */
  isFarOut: boolean;
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

export interface TimesModel {
  strips: TimesStrip[];
  /** log10 of milliseconds. */
  domain: [number, number];
  undrawn: number;
  isEmpty: boolean;
  hasFirstRuns: boolean;
  hasWarmMedians: boolean;
  hasFarOut: boolean;
}

/** Half of the band, in rows, that a strip's points are spread over. */
const spread = 0.24;

export function toTimesModel(rows: readonly TimesRow[]): TimesModel {
  const strips = rows.map(toStrip);
  const drawn = strips.flatMap((strip) => marksOf(strip).map((mark) => mark.milliseconds));
  return {
    strips,
    domain: timesDomain(drawn),
    undrawn: strips.reduce((sum, strip) => sum + strip.undrawn, 0),
    isEmpty: drawn.length === 0,
    hasFirstRuns: strips.some((strip) => strip.firstRun !== null),
    hasWarmMedians: strips.some((strip) => strip.warmMedian !== null),
    hasFarOut: strips.some((strip) => strip.points.some((point) => point.isFarOut)),
  };
}

function toStrip(row: TimesRow, y: number): TimesStrip {
  const points: TimesPoint[] = [];
  const isFarOut = farOutFlags(row.samplesMs);
  for (const [index, milliseconds] of row.samplesMs.entries()) {
    const point = toPoint(milliseconds, y + jitter(index) * spread, index + 1);
    if (point) points.push({ ...point, isFarOut: isFarOut[index] === true });
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
  const x = timePlace(milliseconds);
  return x === null || milliseconds === null
    ? null
    : { x, y, milliseconds, sample, isFarOut: false };
}

function marksOf(strip: TimesStrip): TimesPoint[] {
  const others = [strip.median, strip.firstRun, strip.warmMedian];
  return [...strip.points, ...others.filter((mark) => mark !== null)];
}
