// The price of indexes as small plots, one an operation: time a row against the number of indexes.
// Keeps away from drawing; PriceChart draws what stands here.
import type { MeasuredTime } from '../../engine/model/measured-time.ts';
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import { farOutFlags } from '../marks/far-out.ts';
import { jitter } from '../marks/jitter.ts';

export interface PricePanelInput {
  /** 'Insert'. */
  title: string;
  points: readonly PricePointInput[];
}

/** All times are those of a row. */
export interface PricePointInput extends MeasuredTime {
  /** Indexes that are on. */
  count: number;
  /** What the last one is: '+ idx_price'. */
  label: string;
  /** Setups that have these indexes on. */
  letters: readonly SetupLetter[];
  /** One of those that add one index each time; others are sets of setups besides. */
  isStep: boolean;
}

export interface PricePoint extends PricePointInput {
  /** Its place: what is no step stands beside the step with as many indexes. */
  x: number;
}

/** Between the medians of neighbouring steps. */
export interface PriceLine {
  from: { x: number; y: Milliseconds };
  to: { x: number; y: Milliseconds };
  /** One of them rests on so few samples that the line says little. */
  isTentative: boolean;
}

export interface PricePanelModel {
  title: string;
  points: PricePoint[];
  lines: PriceLine[];
  /** Samples as places; `isCut`: above the axis, drawn at its end. */
  dots: { x: number; y: Milliseconds; isFarOut: boolean; isCut: boolean }[];
}

export interface PriceModel {
  panels: PricePanelModel[];
  xDomain: [number, number];
  /** From zero, the same for all panels: their heights can be compared by eye. */
  yDomain: [number, number];
  isEmpty: boolean;
  /** Samples that lie above the axis. */
  cutSamples: number;
}

/** How far samples stand to the sides of their place, in indexes. */
const spread = 0.12;
/** How far sets that are no steps stand beside their place. */
const aside = 0.34;
/** A median of fewer samples than this is one of them, or lies between two. */
const fewSamples = 3;

/** Positions: x is the number of indexes, y milliseconds a row. */
export function toPriceModel(panels: readonly PricePanelInput[]): PriceModel {
  const flagged = panels.map(({ title, points }) => ({
    title,
    points: placed([...points].sort((a, b) => a.count - b.count)),
  }));
  const counts = flagged.flatMap(({ points }) => points.map(({ count }) => count));
  const top = topOf(flagged.flatMap(({ points }) => points));
  const models = flagged.map(({ title, points }) => ({
    title,
    points,
    lines: linesOf(points.filter(({ isStep }) => isStep)),
    dots: points.flatMap(({ x, samplesMs }) => {
      const flags = farOutFlags(samplesMs);
      return samplesMs.map((time, at) => ({
        x: x + jitter(at) * spread,
        y: Math.min(time, top),
        isFarOut: flags[at] === true,
        isCut: time > top,
      }));
    }),
  }));
  return {
    panels: models,
    xDomain: [0, Math.max(...counts, 1)],
    yDomain: [0, top],
    isEmpty: flagged.every(({ points }) =>
      points.every(({ samplesMs, medianMs }) => medianMs === null && samplesMs.length === 0),
    ),
    cutSamples: models.reduce((sum, { dots }) => sum + dots.filter(({ isCut }) => isCut).length, 0),
  };
}

/** Several with as many indexes stand at its right and left by turns, closer where they are many. */
function placed(points: readonly PricePointInput[]): PricePoint[] {
  const beside = new Map<number, number>();
  return points.map((point) => {
    if (point.isStep) return { ...point, x: point.count };
    const nth = beside.get(point.count) ?? 0;
    beside.set(point.count, nth + 1);
    const side = nth % 2 === 0 ? aside : -aside;
    return { ...point, x: point.count + side / (1 + Math.floor(nth / 2)) };
  });
}

/** A line where nothing was measured between two counts would invent what lies there. */
function linesOf(steps: readonly PricePoint[]): PriceLine[] {
  return steps.flatMap((step, at) => {
    const before = steps[at - 1];
    if (!before || before.medianMs === null || step.medianMs === null) return [];
    if (step.count - before.count !== 1) return [];
    return {
      from: { x: before.x, y: before.medianMs },
      to: { x: step.x, y: step.medianMs },
      isTentative: [before, step].some(({ samplesMs }) => samplesMs.length < fewSamples),
    };
  });
}

/** Room for all medians and intervals, and for all samples but those far out. */
function topOf(points: readonly PricePointInput[]): number {
  const values = points.flatMap(({ samplesMs, medianMs, interval }) => {
    const flags = farOutFlags(samplesMs);
    return [...samplesMs.filter((_, at) => !flags[at]), medianMs ?? 0, interval?.high ?? 0];
  });
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  return highest > 0 ? highest * 1.06 : 1;
}

/** Panels that stand beside each other in this width. */
export function panelColumns(panels: number, width: number): number {
  const least = 250;
  return Math.max(1, Math.min(panels, Math.floor(width / least)));
}
