// Time against the rows that a statement takes: all axes logarithmic, a line for each setup.
// Keeps away from drawing; BatchChart draws what stands here.
import type { SimulatedTime } from '../../engine/model/measured-time.ts';
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import { logDomain } from '../axes/log-axis.ts';
import { timePlace, timesDomain } from '../axes/time-axis.ts';
import { jitter } from '../marks/jitter.ts';

/** What is measured at a batch size: times of writing all rows once. */
export interface BatchPoint extends SimulatedTime {
  /** Rows a statement takes. */
  batchSize: number;
  /** Against the first size, in words. */
  verdict: string;
  /** Counted, in words; absent or null before it is. */
  work?: { text: string } | null | undefined;
}

export interface BatchSeries {
  letter: SetupLetter;
  setupName: string;
  /** Rising in the batch size. */
  points: readonly BatchPoint[];
}

/** Places are log10. */
export interface BatchMark {
  x: number;
  y: number;
  low: number | null;
  high: number | null;
  point: BatchPoint;
}

export interface BatchLine {
  letter: SetupLetter;
  setupName: string;
  samples: {
    x: number;
    y: number;
    sample: number;
    milliseconds: Milliseconds;
    point: BatchPoint;
  }[];
  medians: BatchMark[];
  simulated: BatchMark[];
}

export interface BatchModel {
  lines: BatchLine[];
  xDomain: [number, number];
  /** Of what was measured. */
  yDomain: [number, number];
  /** A latency makes times many times longer: on one axis the measured ones would lie in a line. */
  simulatedDomain: [number, number];
  hasSimulated: boolean;
  hasIntervals: boolean;
  isEmpty: boolean;
}

/** Half of the band that the samples of a size are spread over, in log10. */
const spread = 0.007;
/** Between the setups at a size, so that their marks lie beside each other: 6 % of the size. */
const apart = 0.025;

export function toBatchModel(series: readonly BatchSeries[]): BatchModel {
  const lines = series.map((each, at) => toLine(each, (at - (series.length - 1) / 2) * apart));
  const times = lines.flatMap(({ samples, medians }) => [
    ...[...samples, ...medians].map(({ y }) => 10 ** y),
    ...medians
      .flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high]))
      .map((y) => 10 ** y),
  ]);
  const sizes = series.flatMap(({ points }) => points.map(({ batchSize }) => batchSize));
  return {
    lines,
    xDomain: logDomain(
      sizes.filter((size) => size > 0),
      { leastSpan: 10, empty: [0, 4] },
    ),
    yDomain: timesDomain(times),
    simulatedDomain: timesDomain(
      lines.flatMap(({ simulated }) => simulated.map(({ y }) => 10 ** y)),
    ),
    hasSimulated: lines.some(({ simulated }) => simulated.length > 0),
    hasIntervals: lines.some(({ medians }) => medians.some(({ low }) => low !== null)),
    isEmpty: times.length === 0,
  };
}

function toLine({ letter, setupName, points }: BatchSeries, shift: number): BatchLine {
  const marks = (timeOf: (point: BatchPoint) => Milliseconds | null, hasInterval: boolean) =>
    points.flatMap((point): BatchMark[] => {
      const y = timePlace(timeOf(point));
      if (y === null || point.samplesMs.length === 0) return [];
      const low = hasInterval ? timePlace(point.interval?.low) : null;
      const high = hasInterval ? timePlace(point.interval?.high) : null;
      return [{ x: Math.log10(point.batchSize) + shift, y, low, high, point }];
    });
  return {
    letter,
    setupName,
    samples: points.flatMap((point) =>
      point.samplesMs.flatMap((milliseconds, index) => {
        const y = timePlace(milliseconds);
        const x = Math.log10(point.batchSize) + shift + jitter(index) * spread;
        return y === null ? [] : [{ x, y, sample: index + 1, milliseconds, point }];
      }),
    ),
    medians: marks(({ medianMs }) => medianMs, true),
    simulated: marks(({ simulatedMs }) => simulatedMs, false),
  };
}
