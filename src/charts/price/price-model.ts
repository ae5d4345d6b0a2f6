// The price of indexes as small plots, one an operation: time a row against the number of indexes.
// Keeps away from drawing; PriceChart draws what stands here.
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';
import { wholeTicks } from '../axes/linear-axis.ts';
import type { AxisTick } from '../axes/log-axis.ts';
import { farOutFlags } from '../marks/far-out.ts';

export interface PricePanelInput {
  /** 'Insert'. */
  title: string;
  points: readonly PricePointInput[];
}

export interface PricePointInput {
  /** Indexes that are on. */
  count: number;
  /** What the last one is: '+ idx_price'. */
  label: string;
  /** Setups that have these indexes on. */
  letters: readonly SetupLetter[];
  /** Times a row. */
  samplesMs: readonly Milliseconds[];
  medianMs: Milliseconds | null;
  lowMs: Milliseconds | null;
  highMs: Milliseconds | null;
}

export interface PricePanelModel {
  title: string;
  points: PricePointInput[];
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
const spread = 0.14;

/** Positions: x is the number of indexes, y milliseconds a row. */
export function toPriceModel(panels: readonly PricePanelInput[]): PriceModel {
  const flagged = panels.map(({ title, points }) => ({
    title,
    points: [...points].sort((a, b) => a.count - b.count),
  }));
  const counts = flagged.flatMap(({ points }) => points.map(({ count }) => count));
  const top = topOf(flagged.flatMap(({ points }) => points));
  const models = flagged.map(({ title, points }) => ({
    title,
    points,
    dots: points.flatMap(({ count, samplesMs }) => {
      const flags = farOutFlags(samplesMs);
      return samplesMs.map((time, at) => ({
        x: count + offset(at),
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

/** From side to side in even steps, the same for the same sample: nothing moves while more come. */
function offset(at: number): number {
  return (((at * 5) % 9) / 8 - 0.5) * 2 * spread;
}

/** Room for all medians and intervals, and for all samples but those far out. */
function topOf(points: readonly PricePointInput[]): number {
  const values = points.flatMap(({ samplesMs, medianMs, highMs }) => {
    const flags = farOutFlags(samplesMs);
    return [...samplesMs.filter((_, at) => !flags[at]), medianMs ?? 0, highMs ?? 0];
  });
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  return highest > 0 ? highest * 1.06 : 1;
}

/** Whole numbers of indexes. */
export function countTicks([low, high]: readonly [number, number], maxTicks: number): AxisTick[] {
  return wholeTicks(low, high, maxTicks);
}

/** Panels that stand beside each other in this width. */
export function panelColumns(panels: number, width: number): number {
  const least = 250;
  return Math.max(1, Math.min(panels, Math.floor(width / least)));
}
