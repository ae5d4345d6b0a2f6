// The times of a query's rounds in the order measured: drift and disturbance show here.
// Keeps away from drawing; RunOrderChart draws what stands here.
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import { timePlace, timesDomain } from '../axes/time-axis.ts';
import { farOutFlags } from '../marks/far-out.ts';

/** One sample and the round that it was taken in; discarded rounds are not handed over. */
export interface RoundTime {
  /** 1-based. */
  round: number;
  perCallMs: Milliseconds;
}

/** One setup's times, or those of the control: the baseline measured once more in each round. */
export interface RunOrderRow {
  letter: SetupLetter;
  name: string;
  /** True for A′; its letter is the baseline's. */
  isControl?: boolean | undefined;
  samples: readonly RoundTime[];
  isStale: boolean;
}

/** `x` is the round, `y` log10 of milliseconds. */
export interface RunOrderPoint {
  x: number;
  y: number;
  milliseconds: Milliseconds;
  isFarOut: boolean;
}

export interface RunOrderSeries {
  /** "B", or "A′" for the control. */
  tag: string;
  letter: SetupLetter;
  name: string;
  isControl: boolean;
  isStale: boolean;
  /** In the order of the rounds. */
  points: RunOrderPoint[];
  /** log10 of the median time: where the name stands; the last sample may lie anywhere. */
  medianY: number | null;
}

export interface RunOrderModel {
  series: RunOrderSeries[];
  /** First and last round, with room beside them. */
  xDomain: [number, number];
  rounds: [number, number];
  /** log10 of milliseconds. */
  yDomain: [number, number];
  /** Samples that have no logarithm. */
  undrawn: number;
  hasFarOut: boolean;
  hasControl: boolean;
  isEmpty: boolean;
}

/** The axis is at least this many rounds long, so that the first ones do not jump about. */
const leastRounds = 12;

export function toRunOrderModel(rows: readonly RunOrderRow[]): RunOrderModel {
  const series = rows.map(toSeries);
  const points = series.flatMap((each) => each.points);
  const measured = rows.flatMap((row) => row.samples.map((sample) => sample.round));
  const first = measured.reduce((least, round) => Math.min(least, round), measured[0] ?? 1);
  const last = measured.reduce((most, round) => Math.max(most, round), first + leastRounds - 1);
  return {
    series,
    rounds: [first, last],
    xDomain: [first - 0.5, last + 0.5],
    yDomain: timesDomain(points.map((point) => point.milliseconds)),
    undrawn: measured.length - points.length,
    hasFarOut: points.some((point) => point.isFarOut),
    hasControl: series.some((each) => each.isControl && each.points.length > 0),
    isEmpty: points.length === 0,
  };
}

function toSeries(row: RunOrderRow): RunOrderSeries {
  const samples = [...row.samples].sort((a, b) => a.round - b.round);
  const isFarOut = farOutFlags(samples.map((sample) => sample.perCallMs));
  const points: RunOrderPoint[] = [];
  for (const [index, { round, perCallMs }] of samples.entries()) {
    const y = timePlace(perCallMs);
    if (y === null) continue;
    points.push({ x: round, y, milliseconds: perCallMs, isFarOut: isFarOut[index] === true });
  }
  const isControl = row.isControl === true;
  return {
    tag: isControl ? `${row.letter}′` : row.letter,
    letter: row.letter,
    name: row.name,
    isControl,
    isStale: row.isStale,
    points,
    medianY: medianOf(points.map(({ y }) => y)),
  };
}

function medianOf(values: number[]): number | null {
  const sorted = values.sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
