// How the samples of a query spread: the share of them at or below each time, per setup.
// Keeps away from drawing; DistributionChart draws what stands here.
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Fraction, Milliseconds } from '../../engine/model/units.ts';
import { quantile, sorted } from '../../engine/statistics/distributions/quantiles.ts';
import { timePlace, timesDomain } from '../axes/time-axis.ts';

/** One setup's times of one query. */
export interface DistributionRow {
  letter: SetupLetter;
  name: string;
  /** Per call, in any order. */
  samplesMs: readonly Milliseconds[];
  /** Calls in a sample (median): above 1 a sample is a mean, and quantiles are of means. */
  callsPerSample: number;
  isStale: boolean;
}

/** `x` is log10 of milliseconds, `y` the share of samples at or below it. */
export interface DistributionPoint {
  x: number;
  y: Fraction;
  milliseconds: Milliseconds;
}

export interface DistributionCurve {
  letter: SetupLetter;
  name: string;
  isStale: boolean;
  /** Ascending; at each the curve steps up to its share. */
  steps: DistributionPoint[];
  median: DistributionPoint | null;
  quantiles: Quantiles | null;
  isOfMeans: boolean;
}

/** p95 and p99 only where the sample is large enough to hold them. */
export interface Quantiles {
  samples: number;
  min: Milliseconds;
  lower: Milliseconds;
  median: Milliseconds;
  upper: Milliseconds;
  p95: Milliseconds | null;
  p99: Milliseconds | null;
  max: Milliseconds;
}

export interface DistributionModel {
  curves: DistributionCurve[];
  /** log10 of milliseconds. */
  domain: [number, number];
  /** Samples that have no logarithm; they count in the shares. */
  undrawn: number;
  hasMeans: boolean;
  isEmpty: boolean;
}

const leastForP95 = 20;
const leastForP99 = 100;

export function toDistributionModel(rows: readonly DistributionRow[]): DistributionModel {
  const curves = rows.map(toCurve);
  const drawn = curves.flatMap((curve) => curve.steps.map((step) => step.milliseconds));
  return {
    curves,
    domain: timesDomain(drawn),
    undrawn: rows.reduce((sum, row) => sum + row.samplesMs.length, 0) - drawn.length,
    hasMeans: curves.some((curve) => curve.isOfMeans && curve.quantiles !== null),
    isEmpty: drawn.length === 0,
  };
}

function toCurve(row: DistributionRow): DistributionCurve {
  const ascending = sorted(row.samplesMs.filter(Number.isFinite));
  const steps: DistributionPoint[] = [];
  for (const [index, milliseconds] of ascending.entries()) {
    const x = timePlace(milliseconds);
    if (x !== null) steps.push({ x, y: (index + 1) / ascending.length, milliseconds });
  }
  const quantiles = toQuantiles(ascending);
  const x = timePlace(quantiles?.median);
  return {
    letter: row.letter,
    name: row.name,
    isStale: row.isStale,
    steps,
    median: x === null || !quantiles ? null : { x, y: 0.5, milliseconds: quantiles.median },
    quantiles,
    isOfMeans: row.callsPerSample > 1,
  };
}

/** Null when there are no samples. */
function toQuantiles(ascending: readonly Milliseconds[]): Quantiles | null {
  const samples = ascending.length;
  if (samples === 0) return null;
  const at = (share: Fraction) => quantile(ascending, share);
  return {
    samples,
    min: at(0),
    lower: at(0.25),
    median: at(0.5),
    upper: at(0.75),
    p95: samples >= leastForP95 ? at(0.95) : null,
    p99: samples >= leastForP99 ? at(0.99) : null,
    max: at(1),
  };
}
