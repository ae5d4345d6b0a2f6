// Rows a second by technique: samples per setup -> places in lanes, on a logarithmic axis.
// Keeps away from drawing; RatesChart draws what stands here.
import type { SimulatedTime } from '../../engine/model/measured-time.ts';
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import { logDomain } from '../axes/log-axis.ts';
import { jitter } from '../marks/jitter.ts';

/** What is measured of a technique in a setup: times of writing all rows once. */
export interface RateLane extends SimulatedTime {
  letter: SetupLetter;
  setupName: string;
  /** Against the baseline, in words. */
  verdict: string;
  /** False when it failed or left other content: drawn dimmed. */
  isRanked: boolean;
}

export interface RateGroup {
  /** Of the technique. */
  name: string;
  isBaseline: boolean;
  lanes: readonly RateLane[];
}

export interface RatesInput {
  groups: readonly RateGroup[];
  rowsWritten: number;
  /** Names stand above their lanes: where there is no room beside them. */
  isStacked: boolean;
}

/** `x` is log10 of rows a second, `y` pixels from the top of the plot. */
export interface RatePoint {
  x: number;
  y: number;
  milliseconds: Milliseconds;
  /** 1-based; 0 for marks that are no sample. */
  sample: number;
}

export interface DrawnLane {
  key: string;
  lane: RateLane;
  group: RateGroup;
  y: number;
  points: RatePoint[];
  median: RatePoint | null;
  /** Ends of the interval, as rates: the slower first. */
  interval: { low: number; high: number } | null;
  simulated: RatePoint | null;
}

export interface DrawnGroup {
  group: RateGroup;
  /** Pixels from the top. */
  top: number;
  height: number;
  /** Baseline of the first line of text. */
  labelY: number;
}

export interface RatesModel {
  groups: DrawnGroup[];
  lanes: DrawnLane[];
  domain: [number, number];
  /** Pixels of all groups. */
  height: number;
  hasSimulated: boolean;
  hasIntervals: boolean;
  hasUnranked: boolean;
  isEmpty: boolean;
}

const laneHeight = 18;
/** Room for a name and a line below it, beside the lanes. */
const leastHeight = 34;
const padding = 6;
const nameHeight = 18;
/** Half of the band, in pixels, that a lane's samples are spread over. */
const spread = 4.5;

export function toRatesModel({ groups, rowsWritten, isStacked }: RatesInput): RatesModel {
  const drawnGroups: DrawnGroup[] = [];
  const lanes: DrawnLane[] = [];
  let top = 0;
  for (const group of groups) {
    const all = group.lanes.length * laneHeight;
    const inner = isStacked ? nameHeight + all : Math.max(all, leastHeight);
    const height = inner + 2 * padding;
    const first = isStacked ? top + padding + nameHeight : top + padding + (inner - all) / 2;
    drawnGroups.push({ group, top, height, labelY: top + padding + 13 });
    for (const [at, lane] of group.lanes.entries()) {
      lanes.push(toLane(group, lane, first + (at + 0.5) * laneHeight, rowsWritten));
    }
    top += height;
  }
  const values = lanes.flatMap(({ points, median, interval, simulated }) => [
    ...[...points, ...(median ? [median] : []), ...(simulated ? [simulated] : [])].map(
      ({ x }) => x,
    ),
    ...(interval ? [interval.low, interval.high] : []),
  ]);
  return {
    groups: drawnGroups,
    lanes,
    domain: logDomain(
      values.map((x) => 10 ** x),
      { leastSpan: 4, empty: [4, 6] },
    ),
    height: top,
    hasSimulated: lanes.some(({ simulated }) => simulated !== null),
    hasIntervals: lanes.some(({ interval }) => interval !== null),
    hasUnranked: lanes.some(({ lane, points }) => !lane.isRanked && points.length > 0),
    isEmpty: values.length === 0,
  };
}

function toLane(group: RateGroup, lane: RateLane, y: number, rows: number): DrawnLane {
  const at = (milliseconds: Milliseconds | null, sample: number, shift = 0): RatePoint | null => {
    const x = ratePlace(milliseconds, rows);
    return x === null || milliseconds === null ? null : { x, y: y + shift, milliseconds, sample };
  };
  const points = lane.samplesMs.flatMap(
    (milliseconds, index) => at(milliseconds, index + 1, jitter(index) * spread) ?? [],
  );
  const low = ratePlace(lane.interval?.high ?? null, rows);
  const high = ratePlace(lane.interval?.low ?? null, rows);
  return {
    key: `${group.name} ${lane.letter}`,
    lane,
    group,
    y,
    points,
    // One run is a dot: a median of it would look like more than it is.
    median: points.length < 2 ? null : at(lane.medianMs, 0),
    interval: low === null || high === null ? null : { low, high },
    simulated: at(lane.simulatedMs, 0),
  };
}

/** log10 of the rows a second when all rows take so long; null where it has none. */
export function ratePlace(milliseconds: Milliseconds | null, rows: number): number | null {
  if (milliseconds === null || !Number.isFinite(milliseconds) || milliseconds <= 0) return null;
  return Math.log10((rows * 1000) / milliseconds);
}
